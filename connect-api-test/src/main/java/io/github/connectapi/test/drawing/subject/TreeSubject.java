package io.github.connectapi.test.drawing.subject;

import java.awt.Color;

import io.github.connectapi.test.Internal;
import io.github.connectapi.test.catalog.vocabulary.Dice;
import io.github.connectapi.test.drawing.figure.Outfit;
import io.github.connectapi.test.drawing.figure.Person;
import io.github.connectapi.test.drawing.figure.Pose;
import io.github.connectapi.test.drawing.figure.Tree;
import io.github.connectapi.test.drawing.paint.Colors;
import io.github.connectapi.test.drawing.paint.Frame;
import io.github.connectapi.test.drawing.paint.Layer;

/**
 * Trees and flowers in the foreground.
 */
@Internal
public final class TreeSubject implements Layer {

	@Override
	public void draw(Frame frame) {
		Dice dice = frame.dice();
		double y = frame.ground(dice.between(0.5, 0.62));
		double x = frame.width() * (dice.chance(50) ? dice.between(0.27, 0.4) : dice.between(0.6, 0.73));
		double height = Math.min(y * 0.93, frame.width() * 0.8);
		switch (frame.scenery().subject()) {
			case TREE -> oak(frame, x, y, height);
			case TREE_ROW -> row(frame);
			case TREE_CLIMBER -> climber(frame, x, y, height);
			default -> fallen(frame);
		}
	}

	private static void oak(Frame frame, double x, double y, double height) {
		frame.painter().oval(x, y, height * 0.34, height * 0.035, Colors.alpha(Color.BLACK, 0.16));
		Tree.drawOak(frame, x, y, height, frame.dice(), 0.02);
	}

	private static void row(Frame frame) {
		Dice dice = frame.dice();
		boolean poplars = frame.says("poplar");
		double vanish = frame.width() * dice.between(0.3, 0.7);
		Color road = frame.lit(frame.palette().snow() ? 0xD0D8E2 : 0xC9B48C, 0.1);
		frame.painter()
			.polygon(road, vanish - 6, frame.horizon() + 4, vanish + 6, frame.horizon() + 4, vanish + 250,
					frame.height() + 5, vanish - 130, frame.height() + 5);
		for (int i = 0; i < 7; i++) {
			double nearness = Math.pow((i + 1) / 7.0, 1.9) * 0.72;
			double y = frame.ground(nearness);
			double height = frame.horizon() * (0.14 + 1.02 * nearness);
			for (int side = -1; side <= 1; side += 2) {
				double x = vanish + side * (30 + 470 * nearness) + ((side > 0) ? 60 * nearness : 0);
				double distance = 0.55 * (1 - nearness);
				frame.painter().oval(x, y, height * 0.16, height * 0.02, Colors.alpha(Color.BLACK, 0.14));
				if (poplars) {
					Tree.drawPoplar(frame, x, y, height * 1.15, dice, distance);
				}
				else {
					Tree.drawOak(frame, x, y, height, dice, distance);
				}
			}
		}
	}

	private static void climber(Frame frame, double x, double y, double height) {
		oak(frame, x, y, height);
		Color bark = frame.lit(0x5A4433, 0.02);
		double side = ((x < frame.width() / 2) ? 1 : -1);
		double branch = y - height * 0.34;
		frame.painter()
			.curve(height * 0.035, bark, x, y - height * 0.27, x + side * height * 0.15, branch + 6,
					x + side * height * 0.38, branch - 12);
		Person.drawChild(frame, x + side * height * 0.2, branch + height * 0.055, side * height * 0.24, Pose.SIT,
				Outfit.casual(frame.dice()), 0);
	}

	private static void fallen(Frame frame) {
		Dice dice = frame.dice();
		Color bark = frame.lit(0x5A4433, 0);
		double y = frame.ground(0.78);
		double left = frame.width() * 0.16;
		double length = Math.min(frame.width() * 0.68, 900);
		frame.painter().oval(left + length / 2, y + 22, length * 0.6, 26, Colors.alpha(Color.BLACK, 0.2));
		for (int i = 0; i < 9; i++) {
			double angle = Math.toRadians(110 + i * 20);
			frame.painter()
				.curve(11, bark, left, y - 24, left + Math.cos(angle) * 60, y - 24 + Math.sin(angle) * 60,
						left + Math.cos(angle + 0.25) * 112, y - 24 + Math.sin(angle + 0.25) * 104);
		}
		frame.painter().at(left - 20, y - 10, 0.62, 1.2, 84, () -> Tree.drawOak(frame, 0, 0, length, dice, 0));
		for (int i = 0; i < 40; i++) {
			frame.painter()
				.at(dice.between(0, frame.width()), dice.between(frame.horizon() * 0.3, frame.height()), 1, 1,
						dice.between(0, 180), () -> frame.painter().oval(0, 0, 8, 3.4, frame.lit(0xB8863A, 0)));
		}
	}

}

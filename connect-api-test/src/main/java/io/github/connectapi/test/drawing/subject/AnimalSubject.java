package io.github.connectapi.test.drawing.subject;

import java.awt.Color;

import io.github.connectapi.test.Internal;
import io.github.connectapi.test.catalog.Scenery.Weather;
import io.github.connectapi.test.catalog.vocabulary.Dice;
import io.github.connectapi.test.drawing.figure.Bird;
import io.github.connectapi.test.drawing.figure.Dog;
import io.github.connectapi.test.drawing.figure.Flower;
import io.github.connectapi.test.drawing.figure.Horse;
import io.github.connectapi.test.drawing.figure.Outfit;
import io.github.connectapi.test.drawing.figure.Person;
import io.github.connectapi.test.drawing.figure.Pose;
import io.github.connectapi.test.drawing.figure.Thing;
import io.github.connectapi.test.drawing.paint.Colors;
import io.github.connectapi.test.drawing.paint.Frame;
import io.github.connectapi.test.drawing.paint.Layer;

/**
 * Animals in the foreground.
 */
@Internal
public final class AnimalSubject implements Layer {

	@Override
	public void draw(Frame frame) {
		Dice dice = frame.dice();
		double y = frame.ground(dice.between(0.72, 0.84));
		double x = frame.width() * dice.between(0.34, 0.64);
		double side = (dice.chance(50) ? 1 : -1);
		double size = Math.min(330, frame.width() * 0.3);
		switch (frame.scenery().subject()) {
			case DOG -> {
				PeopleSubject.shadow(frame, x, y, size * 1.2);
				boolean running = frame.says("running") || (!frame.says("waiting") && dice.chance(50));
				Dog.draw(frame, x, y - (running ? size * 0.05 : 0), side * size, running, dice, 0);
			}
			case DOG_WALKER -> {
				double height = Math.min(430, frame.width() * 0.42);
				PeopleSubject.shadow(frame, x, y, height * 0.5);
				double dogX = x + side * height * 0.72;
				frame.painter()
					.curve(2.4, frame.lit(0x3A2A22, 0), x + side * height * 0.19, y - height * 0.5, (x + dogX) / 2,
							y - height * 0.27, dogX + side * height * 0.14, y - height * 0.2);
				PeopleSubject.shadow(frame, dogX, y, height * 0.36);
				Dog.draw(frame, dogX, y + 6, side * height * 0.33, false, dice, 0);
				Person.draw(frame, x, y, side * height, Pose.WALK, outfit(frame, dice), 0);
				if (frame.scenery().weather() == Weather.RAIN) {
					Thing.drawUmbrella(frame, x - side * 30, y, side * height, Flower.petals(dice));
				}
			}
			case HORSE -> horses(frame, x, y, size);
			default -> birds(frame);
		}
	}

	private static Outfit outfit(Frame frame, Dice dice) {
		Outfit outfit = Outfit.casual(dice);
		return (frame.says("woman") ? outfit.withLongHair(true)
				: frame.says("man") ? outfit.withLongHair(false) : outfit);
	}

	private static void horses(Frame frame, double x, double y, double size) {
		Dice dice = frame.dice();
		boolean white = frame.says("white");
		double far = frame.ground(0.42);
		Horse.draw(frame, frame.width() - x * 0.6, far, size * 0.45, true, false, 0.15);
		Color wood = frame.lit(0x7A5B40, 0.08);
		double fence = frame.ground(0.55);
		for (double post = 20; post < frame.width(); post += 190) {
			frame.painter().rect(post, fence - 110, 15, 128, wood);
		}
		frame.painter().rect(0, fence - 92, frame.width(), 12, wood);
		frame.painter().rect(0, fence - 48, frame.width(), 12, wood);
		PeopleSubject.shadow(frame, x, y, size * 1.5);
		Horse.draw(frame, x, y, (dice.chance(50) ? 1 : -1) * size * 1.05,
				frame.says("grazing") || (white && dice.chance(40)), white, 0);
	}

	private static void birds(Frame frame) {
		Dice dice = frame.dice();
		Color color = frame.lit(0x2D3138, 0.12);
		double x = frame.width() * dice.between(0.42, 0.62);
		double y = frame.horizon() * dice.between(0.26, 0.44);
		double size = Math.min(46, frame.width() * 0.04);
		for (int i = 0; i < 17; i++) {
			double arm = ((i % 2 == 0) ? 1 : -1) * ((i + 1) / 2);
			Bird.draw(frame, x + arm * size * 1.25 + dice.between(-14, 14),
					y + Math.abs(arm) * size * 0.62 + arm * size * 0.2 + dice.between(-12, 12),
					size * dice.between(0.8, 1.15), dice, color);
		}
		for (int i = 0; i < 9; i++) {
			Bird.draw(frame, dice.between(0, frame.width()), frame.horizon() * dice.between(0.5, 0.92), size * 0.4,
					dice, Colors.alpha(color, 0.7));
		}
	}

}

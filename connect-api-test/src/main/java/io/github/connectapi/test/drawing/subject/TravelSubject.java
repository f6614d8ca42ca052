package io.github.connectapi.test.drawing.subject;

import java.awt.Color;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;

import io.github.connectapi.test.Internal;
import io.github.connectapi.test.catalog.vocabulary.Dice;
import io.github.connectapi.test.drawing.figure.CountryHouse;
import io.github.connectapi.test.drawing.figure.Transport;
import io.github.connectapi.test.drawing.figure.Tree;
import io.github.connectapi.test.drawing.figure.Vehicle;
import io.github.connectapi.test.drawing.paint.Colors;
import io.github.connectapi.test.drawing.paint.Frame;
import io.github.connectapi.test.drawing.paint.Layer;
import io.github.connectapi.test.drawing.paint.Painter;

/**
 * Buildings and vehicles that one sees when one travels.
 */
@Internal
public final class TravelSubject implements Layer {

	@Override
	public void draw(Frame frame) {
		Dice dice = frame.dice();
		double width = frame.width();
		double x = width * (dice.chance(50) ? dice.between(0.28, 0.42) : dice.between(0.58, 0.72));
		switch (frame.scenery().subject()) {
			case BOAT -> boats(frame, x);
			case LIGHTHOUSE -> lighthouse(frame, x);
			case BALLOON -> balloons(frame, x);
			case TRAIN -> train(frame);
			case HOUSE -> {
				double size = Math.min(460, width * 0.5);
				double y = frame.ground(0.5);
				PeopleSubject.shadow(frame, x, y, size * 1.3);
				CountryHouse.drawFarmhouse(frame, x - size / 2, y, size, dice, 0.03, true);
				Tree.drawOak(frame, x + size * ((x < width / 2) ? 0.85 : -0.85), y + 16, size * 0.95, dice, 0.03);
			}
			default -> {
			}
		}
	}

	private static void boats(Frame frame, double x) {
		Dice dice = frame.dice();
		boolean sails = !frame.says("fishing");
		for (int i = 0; i < 3; i++) {
			double farX = frame.width() * dice.between(0.08, 0.92);
			boat(frame, farX, frame.ground(0.06 + 0.04 * i), 46 + 16 * i, dice.chance(70), 0.45 - 0.1 * i);
		}
		boat(frame, x, frame.ground(0.3), Math.min(330, frame.width() * 0.32), sails, 0.05);
	}

	private static void boat(Frame frame, double x, double y, double size, boolean sails, double distance) {
		frame.painter().oval(x, y + size * 0.05, size * 0.6, size * 0.035, Colors.alpha(Color.BLACK, 0.2));
		for (int i = 0; i < 5; i++) {
			frame.painter()
				.oval(x + size * 0.05 * (i % 2), y + size * (0.1 + 0.07 * i), size * (0.38 - 0.05 * i), size * 0.013,
						Colors.alpha(frame.lit(0xF0EBE0, distance), 0.35 - 0.05 * i));
		}
		Vehicle.drawBoat(frame, x, y, size, sails, frame.dice(), distance);
	}

	private static void lighthouse(Frame frame, double x) {
		Dice dice = frame.dice();
		double y = frame.ground(0.12);
		Color rock = frame.lit(0x5B5650, 0.1);
		double half = Math.min(330, frame.width() * 0.34);
		frame.painter()
			.blob(rock, x - half, y + 40, x - half * 0.7, y - 14, x - half * 0.25, y - 44, x + half * 0.2, y - 48,
					x + half * 0.7, y - 12, x + half, y + 42);
		frame.painter()
			.blob(Colors.lighter(rock, 0.12), x - half * 0.7, y + 30, x - half * 0.5, y - 6, x - half * 0.1, y - 32,
					x + half * 0.1, y + 10);
		CountryHouse.drawLighthouse(frame, x, y - 40, Math.min(frame.horizon() * 0.88, frame.height() * 0.55),
				dice.chance(70), 0.05);
	}

	private static void balloons(Frame frame, double x) {
		Dice dice = frame.dice();
		for (int i = 0; i < 4; i++) {
			Transport.drawBalloon(frame, frame.width() * dice.between(0.06, 0.94),
					frame.horizon() * dice.between(0.2, 0.72), 40 + 26.0 * i, dice, 0.5 - 0.08 * i);
		}
		double size = Math.min(frame.horizon() * 0.58, frame.width() * 0.42);
		Transport.drawBalloon(frame, x, frame.horizon() * 0.42, size, dice, 0.02);
	}

	private static void train(Frame frame) {
		Dice dice = frame.dice();
		Painter painter = frame.painter();
		double rail = frame.ground(0.2);
		double bottom = frame.ground(0.62);
		Color stone = frame.lit(0xA89880, 0.12);
		double arch = 150;
		Path2D viaduct = new Path2D.Double(Path2D.WIND_EVEN_ODD);
		viaduct.append(new Rectangle2D.Double(-10, rail, frame.width() + 20, bottom - rail), false);
		for (double x = -60; x < frame.width(); x += arch) {
			viaduct.append(new RoundRectangle2D.Double(x, rail + 34, arch - 34, (bottom - rail) * 1.6, arch, arch),
					false);
		}
		painter.within(new Rectangle2D.Double(0, rail - 2, frame.width(), bottom - rail + 2),
				() -> painter.fill(viaduct, Painter.vertical(rail, stone, bottom, Colors.darker(stone, 0.25))));
		painter.rect(0, rail - 8, frame.width(), 12, Colors.lighter(stone, 0.2));
		double length = Math.max(620, frame.width() * 0.62);
		Transport.drawTrain(frame, frame.width() * dice.between(0.4, 0.55), rail - 8, length, dice, 0.04);
	}

}

package io.github.connectapi.test.drawing.figure;

import java.awt.Color;
import java.util.List;

import io.github.connectapi.test.Internal;
import io.github.connectapi.test.catalog.vocabulary.Dice;
import io.github.connectapi.test.drawing.paint.Colors;
import io.github.connectapi.test.drawing.paint.Frame;
import io.github.connectapi.test.drawing.paint.Painter;

/**
 * Draws conifers.
 */
@Internal
public final class Conifer {

	private Conifer() {
	}

	/**
	 * Draw a conifer.
	 * @param frame the frame
	 * @param x the position of the trunk
	 * @param y the position of the roots
	 * @param height the height
	 * @param dice the dice for its shape
	 * @param distance the distance, from 0 to 1
	 */
	public static void draw(Frame frame, double x, double y, double height, Dice dice, double distance) {
		Painter painter = frame.painter();
		painter.line(x, y, x, y - height * 0.3, height * 0.045, frame.lit(0x4A382B, distance));
		Color green = Colors.mix(new Color(0x1F4A3A), new Color(0x3B6B43), dice.between(0, 1));
		int tiers = 5;
		for (int i = 0; i < tiers; i++) {
			double bottom = y - height * (0.1 + 0.16 * i);
			double half = height * (0.23 - 0.037 * i) * dice.between(0.92, 1.08);
			double top = bottom - height * 0.28;
			Color color = frame.lit(Colors.lighter(green, i * 0.035), distance);
			painter.polygon(color, x, top, x + half * 0.55, bottom - height * 0.07, x + half, bottom, x + half * 0.4,
					bottom - height * 0.015, x, bottom + height * 0.015, x - half * 0.4, bottom - height * 0.015,
					x - half, bottom, x - half * 0.55, bottom - height * 0.07);
			if (frame.palette().snow() && !frame.scenery().indoors()) {
				painter.polygon(frame.lit(0xF2F6FB, distance), x, top, x + half * 0.5, bottom - height * 0.09,
						x + half * 0.1, bottom - height * 0.12, x - half * 0.2, bottom - height * 0.07, x - half * 0.55,
						bottom - height * 0.06);
			}
		}
	}

	/**
	 * Draw a Christmas tree with lights and a star.
	 */
	public static void drawDecorated(Frame frame, double x, double y, double height, Dice dice) {
		Painter painter = frame.painter();
		draw(frame, x, y, height, dice, 0.02);
		List<Color> lights = List.of(new Color(0xFFE08A), new Color(0xFFF3C9), new Color(0xE5534B),
				new Color(0xFFC857));
		for (int i = 0; i < 70; i++) {
			double part = Math.sqrt(dice.between(0.01, 1));
			double lightY = y - height * (0.94 - 0.8 * part);
			double lightX = x + dice.between(-1, 1) * height * 0.21 * part;
			Color color = dice.pick(lights);
			double radius = height * dice.between(0.006, 0.011);
			painter.glow(lightX, lightY, radius * 4.5, color, 0.5);
			painter.oval(lightX, lightY, radius, radius, color);
		}
		painter.glow(x, y - height * 1.02, height * 0.13, lights.get(0), 0.8);
		star(painter, x, y - height * 1.02, height * 0.045, lights.get(0));
	}

	private static void star(Painter painter, double x, double y, double radius, Color color) {
		double[] points = new double[20];
		for (int i = 0; i < 10; i++) {
			double length = ((i % 2 == 0) ? radius : radius * 0.42);
			points[2 * i] = x + Math.sin(i * Math.PI / 5) * length;
			points[2 * i + 1] = y - Math.cos(i * Math.PI / 5) * length;
		}
		painter.polygon(color, points);
	}

}

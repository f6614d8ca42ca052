package io.github.connectapi.test.drawing.figure;

import java.awt.Color;

import io.github.connectapi.test.Internal;
import io.github.connectapi.test.catalog.vocabulary.Dice;
import io.github.connectapi.test.drawing.paint.Colors;
import io.github.connectapi.test.drawing.paint.Frame;
import io.github.connectapi.test.drawing.paint.Painter;
import io.github.connectapi.test.drawing.paint.Paths;

/**
 * Draws things that people use.
 */
@Internal
public final class Thing {

	private Thing() {
	}

	/**
	 * Draw a guitar, in the coordinates of a person who plays it.
	 */
	public static void drawGuitar(Frame frame, double x, double y, double height, Color color) {
		double scale = Math.abs(height) / 100;
		frame.painter().at(x, y, Math.signum(height) * scale, scale, 0, () -> {
			Painter painter = frame.painter();
			painter.line(4, -55, 34, -72, 2.6, frame.lit(0x3A2A1E, 0));
			painter.line(33, -71.5, 38, -74.5, 4, frame.lit(0x2A1E16, 0));
			painter.oval(-4, -50, 11, 10, frame.lit(color, 0));
			painter.oval(5, -55.5, 8, 7.4, frame.lit(color, 0));
			painter.oval(2, -54, 3, 3, frame.lit(0x2A1E16, 0));
			painter.oval(4, -56, 2.8, 2.8, frame.lit(0xE0AC80, 0));
		});
	}

	/**
	 * Draw an open umbrella above a person.
	 */
	public static void drawUmbrella(Frame frame, double x, double y, double height, Color color) {
		double scale = Math.abs(height) / 100;
		Color lit = frame.lit(color, 0);
		frame.painter().at(x + 8 * height / 100, y, Math.signum(height) * scale, scale, 0, () -> {
			Painter painter = frame.painter();
			painter.line(0, -52, 0, -128, 1.6, frame.lit(0x33302E, 0));
			painter.fill(Paths.closedCurve(-38, -102, -30, -120, 0, -131, 30, -120, 38, -102, 24, -106, 12, -102, 0,
					-106, -12, -102, -24, -106), lit);
			painter.blob(Colors.darker(lit, 0.15), 12, -102, 14, -120, 0, -131, 30, -120, 38, -102, 24, -106);
		});
	}

	/**
	 * Draw a football.
	 */
	public static void drawBall(Frame frame, double x, double y, double radius) {
		Painter painter = frame.painter();
		Color dark = frame.lit(0x26262A, 0);
		painter.oval(x, y, radius, radius, frame.lit(0xF6F4EF, 0));
		painter.oval(x + radius * 0.05, y - radius * 0.05, radius * 0.32, radius * 0.3, dark);
		for (int i = 0; i < 5; i++) {
			double angle = i * Math.PI * 0.4 + 0.4;
			painter.oval(x + Math.cos(angle) * radius * 0.8, y + Math.sin(angle) * radius * 0.8, radius * 0.17,
					radius * 0.17, dark);
		}
	}

	/**
	 * Draw a kite with its tail.
	 */
	public static void drawKite(Frame frame, double x, double y, double size, double handX, double handY, Dice dice) {
		Painter painter = frame.painter();
		Color color = frame.lit(Flower.petals(dice), 0);
		painter.curve(1.2, Colors.alpha(frame.lit(0x33302E, 0), 0.6), handX, handY, (x + handX) / 2,
				Math.max(y, handY) * 0.72 + y * 0.28, x, y);
		painter.curve(2, color, x, y + size, x + size * 0.3, y + size * 1.4, x - size * 0.2, y + size * 1.8,
				x + size * 0.2, y + size * 2.2);
		painter.polygon(color, x, y - size, x + size * 0.62, y - size * 0.2, x, y + size, x - size * 0.62,
				y - size * 0.2);
		painter.polygon(Colors.lighter(color, 0.35), x, y - size, x + size * 0.62, y - size * 0.2, x, y - size * 0.2);
		painter.polygon(Colors.lighter(color, 0.2), x, y + size, x - size * 0.62, y - size * 0.2, x, y - size * 0.2);
	}

}

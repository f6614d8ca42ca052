package io.github.connectapi.test.drawing.figure;

import java.awt.Color;
import java.util.List;

import io.github.connectapi.test.Internal;
import io.github.connectapi.test.catalog.vocabulary.Dice;
import io.github.connectapi.test.drawing.paint.Colors;
import io.github.connectapi.test.drawing.paint.Frame;
import io.github.connectapi.test.drawing.paint.Painter;

/**
 * Draws food. Positions are the middle of the lower edge.
 */
@Internal
public final class Food {

	private static final List<Color> FRUIT = List.of(new Color(0xD93A2E), new Color(0xF0A030), new Color(0x8FB83E),
			new Color(0xF2C93C), new Color(0x7A3B6B), new Color(0xE8743A));

	private Food() {
	}

	/**
	 * Draw a bowl of fruit.
	 */
	public static void drawBowl(Frame frame, double x, double y, double width, Dice dice) {
		Painter painter = frame.painter();
		for (int i = 0; i < 9; i++) {
			double row = (i < 5) ? 0 : (i < 8) ? 1 : 2;
			double column = (i < 5) ? i - 2 : (i < 8) ? i - 6 : 0;
			drawFruit(frame, x + column * width * 0.17 + row * 3, y - width * (0.32 + 0.12 * row), width * 0.115, dice);
		}
		Color bowl = frame.lit(dice.chance(50) ? 0x3F6F8F : 0xF3EADB, 0);
		painter.blob(bowl, x - width * 0.5, y - width * 0.33, x, y - width * 0.27, x + width * 0.5, y - width * 0.33,
				x + width * 0.37, y - width * 0.1, x + width * 0.18, y, x - width * 0.18, y, x - width * 0.37,
				y - width * 0.1);
		painter.blob(Colors.alpha(Color.BLACK, 0.12), x + width * 0.1, y - width * 0.27, x + width * 0.48,
				y - width * 0.31, x + width * 0.36, y - width * 0.1, x + width * 0.16, y);
	}

	/**
	 * Draw a round fruit.
	 */
	public static void drawFruit(Frame frame, double x, double y, double radius, Dice dice) {
		Color color = frame.lit(dice.pick(FRUIT), 0);
		frame.painter().oval(x, y, radius, radius, color);
		frame.painter()
			.blob(Colors.darker(color, 0.16), x + radius * 0.2, y + radius * 0.95, x + radius * 0.9, y + radius * 0.4,
					x + radius * 0.95, y - radius * 0.3, x + radius * 0.55, y + radius * 0.4);
		frame.painter()
			.oval(x - radius * 0.35, y - radius * 0.4, radius * 0.22, radius * 0.17, Colors.alpha(Color.WHITE, 0.55));
		frame.painter()
			.line(x, y - radius * 0.9, x + radius * 0.15, y - radius * 1.25, radius * 0.12, frame.lit(0x4A3420, 0));
	}

	/**
	 * Draw a loaf of bread.
	 */
	public static void drawBread(Frame frame, double x, double y, double width) {
		Painter painter = frame.painter();
		Color crust = frame.lit(0xB8793A, 0);
		painter.rect(x - width * 0.6, y - width * 0.05, width * 1.2, width * 0.07, frame.lit(0x7A5433, 0));
		painter.blob(crust, x - width * 0.5, y - width * 0.06, x - width * 0.46, y - width * 0.25, x, y - width * 0.36,
				x + width * 0.46, y - width * 0.25, x + width * 0.5, y - width * 0.06, x, y - width * 0.02);
		for (int i = -1; i <= 1; i++) {
			painter.curve(width * 0.035, Colors.lighter(crust, 0.45), x + i * width * 0.22 - width * 0.06,
					y - width * 0.26, x + i * width * 0.22 + width * 0.06, y - width * 0.16);
		}
	}

	/**
	 * Draw a piece of cheese.
	 */
	public static void drawCheese(Frame frame, double x, double y, double width) {
		Painter painter = frame.painter();
		Color color = frame.lit(0xF2C14B, 0);
		painter.polygon(Colors.lighter(color, 0.3), x - width * 0.5, y - width * 0.32, x + width * 0.3, y - width * 0.5,
				x + width * 0.5, y - width * 0.32);
		painter.rect(x - width * 0.5, y - width * 0.33, width, width * 0.33, color);
		painter.oval(x - width * 0.2, y - width * 0.16, width * 0.08, width * 0.07, Colors.darker(color, 0.16));
		painter.oval(x + width * 0.15, y - width * 0.22, width * 0.06, width * 0.055, Colors.darker(color, 0.16));
		painter.oval(x + width * 0.34, y - width * 0.09, width * 0.05, width * 0.045, Colors.darker(color, 0.16));
	}

	/**
	 * Draw a jug.
	 */
	public static void drawJug(Frame frame, double x, double y, double height) {
		Painter painter = frame.painter();
		Color color = frame.lit(0xE9DFCC, 0);
		painter.curve(height * 0.055, Colors.darker(color, 0.15), x + height * 0.2, y - height * 0.75,
				x + height * 0.42, y - height * 0.6, x + height * 0.26, y - height * 0.28);
		painter.blob(color, x - height * 0.2, y, x - height * 0.3, y - height * 0.32, x - height * 0.15,
				y - height * 0.68, x - height * 0.24, y - height * 0.98, x, y - height * 0.92, x + height * 0.19,
				y - height * 0.95, x + height * 0.15, y - height * 0.68, x + height * 0.3, y - height * 0.32,
				x + height * 0.2, y);
		painter.blob(Colors.alpha(Color.BLACK, 0.1), x + height * 0.08, y, x + height * 0.16, y - height * 0.5,
				x + height * 0.13, y - height * 0.7, x + height * 0.3, y - height * 0.32, x + height * 0.2, y);
		painter.rect(x - height * 0.26, y - height * 0.34, height * 0.52, height * 0.06, frame.lit(0x3F6F8F, 0));
	}

	/**
	 * Draw a cup.
	 */
	public static void drawCup(Frame frame, double x, double y, double height, Dice dice) {
		Color color = frame.lit(dice.pick(FRUIT), 0);
		frame.painter().oval(x + height * 0.45, y - height * 0.5, height * 0.24, height * 0.26, color);
		frame.painter().oval(x + height * 0.45, y - height * 0.5, height * 0.13, height * 0.15, frame.lit(0xF4ECDD, 0));
		frame.painter()
			.blob(color, x - height * 0.45, y - height, x + height * 0.45, y - height, x + height * 0.38,
					y - height * 0.1, x, y, x - height * 0.38, y - height * 0.1);
	}

}

package io.github.connectapi.test.drawing.figure;

import java.awt.Color;
import java.util.List;

import io.github.connectapi.test.Internal;
import io.github.connectapi.test.catalog.vocabulary.Dice;
import io.github.connectapi.test.drawing.paint.Colors;
import io.github.connectapi.test.drawing.paint.Frame;
import io.github.connectapi.test.drawing.paint.Painter;

/**
 * Draws flowers.
 */
@Internal
public final class Flower {

	private static final List<Color> PETALS = List.of(new Color(0xD9362B), new Color(0xF2F0EA), new Color(0xF0C43A),
			new Color(0x8A62B0), new Color(0xE67AA0), new Color(0x5B7FD0));

	private Flower() {
	}

	/**
	 * Draw a flower.
	 */
	public static void draw(Frame frame, double x, double y, double height, Color petals, Dice dice) {
		Painter painter = frame.painter();
		double lean = height * dice.between(-0.16, 0.16);
		Color stem = frame.lit(0x4C7A35, 0);
		painter.curve(height * 0.022, stem, x, y, x + lean * 0.3, y - height * 0.5, x + lean, y - height);
		painter.blob(stem, x + lean * 0.1, y - height * 0.3, x + height * 0.12, y - height * 0.48, x + height * 0.17,
				y - height * 0.56, x + height * 0.06, y - height * 0.4);
		double radius = height * dice.between(0.09, 0.13);
		Color color = frame.lit(petals, 0);
		for (int i = 0; i < 6; i++) {
			double angle = i * Math.PI / 3 + lean;
			painter.oval(x + lean + Math.cos(angle) * radius * 0.75, y - height + Math.sin(angle) * radius * 0.6,
					radius * 0.62, radius * 0.56, (i % 2 == 0) ? color : Colors.darker(color, 0.1));
		}
		painter.oval(x + lean, y - height, radius * 0.36, radius * 0.32, frame.lit(0x4A3420, 0));
	}

	/**
	 * Return the color of petals.
	 */
	public static Color petals(Dice dice) {
		return dice.pick(PETALS);
	}

}

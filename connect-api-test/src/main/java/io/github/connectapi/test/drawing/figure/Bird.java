package io.github.connectapi.test.drawing.figure;

import java.awt.Color;

import io.github.connectapi.test.Internal;
import io.github.connectapi.test.catalog.vocabulary.Dice;
import io.github.connectapi.test.drawing.paint.Frame;

/**
 * Draws birds.
 */
@Internal
public final class Bird {

	private Bird() {
	}

	/**
	 * Draw a bird in the sky.
	 */
	public static void draw(Frame frame, double x, double y, double size, Dice dice, Color color) {
		double lift = size * dice.between(0.1, 0.55);
		frame.painter()
			.blob(color, x - size, y - lift, x - size * 0.45, y - lift * 0.9 - size * 0.07, x, y - size * 0.07,
					x + size * 0.45, y - lift * 0.9 - size * 0.07, x + size, y - lift, x + size * 0.4, y - lift * 0.4,
					x + size * 0.12, y + size * 0.12, x, y + size * 0.16, x - size * 0.12, y + size * 0.12,
					x - size * 0.4, y - lift * 0.4);
	}

}

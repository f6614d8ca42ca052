package io.github.connectapi.test.drawing;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;

/**
 * Writes FAKE across a picture. The letters are shapes, since a JVM may have no fonts.
 */
final class Watermark {

	private static final double LETTER = 1.35;

	private Watermark() {
	}

	static BufferedImage add(BufferedImage picture) {
		Graphics2D graphics = picture.createGraphics();
		try {
			graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
			double size = Math.min(picture.getWidth(), picture.getHeight()) * 0.16;
			graphics.translate(picture.getWidth() / 2.0, picture.getHeight() / 2.0);
			graphics.rotate(Math.toRadians(-18));
			graphics.scale(size, size);
			graphics.setStroke(new BasicStroke(0.14f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
			for (int row = -4; row <= 4; row++) {
				for (int column = -4; column <= 4; column++) {
					write(graphics, column * LETTER * 4.9 + ((row % 2 == 0) ? 0 : LETTER * 2.4) - LETTER * 2,
							row * 2.5);
				}
			}
		}
		finally {
			graphics.dispose();
		}
		return picture;
	}

	private static void write(Graphics2D graphics, double x, double y) {
		Path2D word = new Path2D.Double();
		letter(word, x, y, 0, 1, 0, 0, 0.8, 0);
		letter(word, x, y, 0, 0.5, 0.6, 0.5);
		letter(word, x + LETTER, y, 0, 1, 0.4, 0, 0.8, 1);
		letter(word, x + LETTER, y, 0.17, 0.62, 0.63, 0.62);
		letter(word, x + 2 * LETTER, y, 0, 0, 0, 1);
		letter(word, x + 2 * LETTER, y, 0.75, 0, 0, 0.55, 0.8, 1);
		letter(word, x + 3 * LETTER, y, 0.8, 0, 0, 0, 0, 1, 0.8, 1);
		letter(word, x + 3 * LETTER, y, 0, 0.5, 0.6, 0.5);
		graphics.translate(0.05, 0.05);
		graphics.setColor(new Color(0, 0, 0, 40));
		graphics.draw(word);
		graphics.translate(-0.05, -0.05);
		graphics.setColor(new Color(255, 255, 255, 84));
		graphics.draw(word);
	}

	private static void letter(Path2D word, double x, double y, double... points) {
		word.moveTo(x + points[0], y + points[1] - 0.5);
		for (int i = 2; i < points.length; i += 2) {
			word.lineTo(x + points[i], y + points[i + 1] - 0.5);
		}
	}

}

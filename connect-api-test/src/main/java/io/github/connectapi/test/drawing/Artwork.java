package io.github.connectapi.test.drawing;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

import io.github.connectapi.test.catalog.Image;
import io.github.connectapi.test.catalog.Scenery;
import io.github.connectapi.test.catalog.vocabulary.Dice;
import io.github.connectapi.test.catalog.vocabulary.Words;
import io.github.connectapi.test.drawing.paint.Colors;
import io.github.connectapi.test.drawing.paint.Frame;
import io.github.connectapi.test.drawing.paint.Painter;
import io.github.connectapi.test.drawing.paint.Palette;
import io.github.connectapi.test.drawing.scene.Scenes;

/**
 * Draws an image into memory.
 */
final class Artwork {

	private static final double SHORTER_SIDE = 1000;

	private Artwork() {
	}

	static BufferedImage draw(Image image, int width, int height) {
		BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
		Graphics2D graphics = picture.createGraphics();
		try {
			draw(image, graphics, width, height);
		}
		finally {
			graphics.dispose();
		}
		return (image.appearance().color() ? picture : Monochrome.of(picture));
	}

	private static void draw(Image image, Graphics2D graphics, int width, int height) {
		graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
		graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
		double scale = Math.min(width, height) / SHORTER_SIDE;
		graphics.scale(scale, scale);
		Scenery scenery = image.appearance().scenery();
		long seed = Long.parseLong(image.id());
		Dice dice = new Dice(seed);
		Painter painter = new Painter(graphics);
		double unitsWide = width / scale;
		double unitsHigh = height / scale;
		double horizon = unitsHigh * Scenes.horizon(scenery.setting(), dice);
		Frame frame = new Frame(painter, Palette.of(scenery, dice), dice, scenery, Words.of(image.title()), unitsWide,
				unitsHigh, horizon);
		Scenes.draw(frame, seed);
		finish(image, painter, unitsWide, unitsHigh);
	}

	private static void finish(Image image, Painter painter, double width, double height) {
		Rectangle2D all = new Rectangle2D.Double(0, 0, width, height);
		if (image.appearance().illustration()) {
			painter.fill(all, Colors.alpha(new Color(0xF3E2BF), 0.16));
			painter.stroke(all, 90, new Color(0xFBF6EA));
			painter.stroke(new Rectangle2D.Double(52, 52, width - 104, height - 104), 4, new Color(0x4A4038));
		}
		else if (!image.appearance().whiteBackground()) {
			Color[] shades = { new Color(0, 0, 0, 0), new Color(0, 0, 0, 0), new Color(0, 0, 10, 64) };
			painter.fill(all, new RadialGradientPaint((float) width / 2, (float) height / 2,
					(float) Math.hypot(width, height) / 2, new float[] { 0, 0.6f, 1 }, shades));
		}
	}

}

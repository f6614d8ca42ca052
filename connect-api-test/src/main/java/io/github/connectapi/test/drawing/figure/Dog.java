package io.github.connectapi.test.drawing.figure;

import java.awt.Color;
import java.util.List;

import io.github.connectapi.test.Internal;
import io.github.connectapi.test.catalog.vocabulary.Dice;
import io.github.connectapi.test.drawing.paint.Colors;
import io.github.connectapi.test.drawing.paint.Frame;
import io.github.connectapi.test.drawing.paint.Painter;

/**
 * Draws a dog.
 */
@Internal
public final class Dog {

	private static final List<Color> COATS = List.of(new Color(0x8A5A33), new Color(0xC79456), new Color(0x3B302B),
			new Color(0xE5D5B8), new Color(0x6B4A36), new Color(0xA8703F));

	private Dog() {
	}

	/**
	 * Draw a dog.
	 * @param frame the frame
	 * @param x the position of the paws
	 * @param y the position of the paws
	 * @param height the height at the head; negative to look to the left
	 * @param running whether it runs; if not, it stands
	 * @param dice the dice for its coat
	 * @param distance the distance, from 0 to 1
	 */
	public static void draw(Frame frame, double x, double y, double height, boolean running, Dice dice,
			double distance) {
		double scale = Math.abs(height) / 100;
		Color coat = frame.lit(dice.pick(frame.says("brown") ? COATS.subList(0, 1) : COATS), distance);
		Color light = Colors.lighter(coat, 0.35);
		Color collar = frame.lit(dice.chance(50) ? 0xD9483B : 0x2F7FB8, distance);
		boolean pricked = dice.chance(40);
		frame.painter().at(x, y, Math.signum(height) * scale, scale, running ? -4 * Math.signum(height) : 0, () -> {
			legs(frame.painter(), running, coat);
			body(frame.painter(), coat, light);
			head(frame, coat, light, collar, pricked, distance);
			if (frame.says("stick")) {
				frame.painter().line(78, -64, 92, -82, 4.5, frame.lit(0x6B4A2E, distance));
			}
		});
	}

	private static void legs(Painter painter, boolean running, Color coat) {
		Color far = Colors.darker(coat, 0.3);
		if (running) {
			leg(painter, far, 34, -42, 58, -30, 76, -34);
			leg(painter, far, -36, -42, -56, -26, -74, -30);
			leg(painter, coat, 34, -40, 50, -20, 66, -16);
			leg(painter, coat, -38, -40, -50, -18, -68, -10);
			return;
		}
		leg(painter, far, 28, -40, 30, -20, 29, -2);
		leg(painter, far, -34, -40, -30, -22, -34, -2);
		leg(painter, coat, 36, -40, 38, -20, 37, -1);
		leg(painter, coat, -40, -42, -45, -22, -42, -1);
	}

	private static void leg(Painter painter, Color color, double... points) {
		painter.curve(10, color, points);
		int end = points.length - 2;
		painter.line(points[end], points[end + 1], points[end] + 6, points[end + 1], 8, color);
	}

	private static void body(Painter painter, Color coat, Color light) {
		painter.curve(9, coat, -46, -58, -62, -68, -68, -86);
		painter.blob(coat, 44, -66, 46, -48, 30, -33, 0, -35, -28, -40, -46, -38, -52, -56, -40, -67, 0, -64);
		painter.blob(light, 40, -50, 28, -35, 6, -36, 20, -44);
	}

	private static void head(Frame frame, Color coat, Color light, Color collar, boolean pricked, double distance) {
		Painter painter = frame.painter();
		Color dark = Colors.darker(coat, 0.4);
		painter.line(38, -58, 52, -80, 20, coat);
		painter.line(40, -70, 54, -66, 5, collar);
		painter.blob(coat, 40, -88, 50, -100, 64, -99, 72, -88, 88, -84, 89, -76, 76, -71, 58, -71, 44, -76);
		painter.blob(light, 74, -82, 89, -82, 88, -75, 74, -71, 64, -73);
		painter.oval(88, -82, 4, 3.4, frame.lit(0x1E1A18, distance));
		painter.oval(67, -89, 2.6, 2.8, frame.lit(0x1E1A18, distance));
		if (pricked) {
			painter.polygon(dark, 44, -94, 46, -116, 58, -98);
		}
		else {
			painter.blob(dark, 46, -98, 54, -97, 55, -82, 47, -70, 40, -78);
		}
	}

}

package io.github.connectapi.test.drawing.figure;

import java.awt.Color;
import java.util.List;

import io.github.connectapi.test.Internal;
import io.github.connectapi.test.drawing.paint.Colors;
import io.github.connectapi.test.drawing.paint.Frame;
import io.github.connectapi.test.drawing.paint.Painter;

/**
 * Draws a horse.
 */
@Internal
public final class Horse {

	private static final List<Color> COATS = List.of(new Color(0x7A4B2A), new Color(0x4A3224), new Color(0xE8E2D6),
			new Color(0xA66E3D));

	private Horse() {
	}

	/**
	 * Draw a horse.
	 * @param frame the frame
	 * @param x the position of the hooves
	 * @param y the position of the hooves
	 * @param height the height at the shoulder; negative to look to the left
	 * @param grazing whether the head is at the ground
	 * @param white whether it is white
	 * @param distance the distance, from 0 to 1
	 */
	public static void draw(Frame frame, double x, double y, double height, boolean grazing, boolean white,
			double distance) {
		double scale = Math.abs(height) / 100;
		Color coat = frame.lit(white ? COATS.get(2) : frame.dice().pick(COATS), distance);
		Color mane = Colors.darker(coat, white ? 0.2 : 0.5);
		Painter painter = frame.painter();
		painter.at(x, y, Math.signum(height) * scale, scale, 0, () -> {
			Color far = Colors.darker(coat, 0.25);
			painter.curve(9, far, 40, -58, 44, -28, 41, -3);
			painter.curve(9, far, -46, -58, -40, -30, -46, -3);
			painter.curve(13, mane, -62, -90, -78, -76, -76, -40);
			painter.blob(coat, 52, -92, 58, -74, 46, -54, 0, -50, -42, -52, -64, -66, -62, -92, -36, -101, 4, -94, 34,
					-102);
			painter.curve(11, coat, 48, -60, 52, -30, 50, -3);
			painter.curve(12, coat, -54, -64, -60, -32, -54, -3);
			head(painter, coat, mane, grazing);
		});
	}

	private static void head(Painter painter, Color coat, Color mane, boolean grazing) {
		if (grazing) {
			painter.blob(coat, 34, -100, 58, -88, 86, -40, 98, -10, 92, -2, 84, -8, 70, -36, 46, -64);
			painter.curve(8, mane, 36, -100, 62, -78, 82, -44);
			return;
		}
		painter.blob(coat, 30, -98, 56, -132, 72, -146, 92, -126, 104, -110, 98, -102, 82, -110, 72, -112, 58, -74, 48,
				-70);
		painter.polygon(coat, 66, -140, 68, -156, 76, -142);
		painter.curve(9, mane, 34, -104, 50, -128, 66, -146);
		painter.oval(82, -127, 2.4, 2.4, Color.BLACK);
	}

}

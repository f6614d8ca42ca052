package io.github.connectapi.test.drawing.figure;

import java.awt.Color;

import io.github.connectapi.test.Internal;
import io.github.connectapi.test.catalog.vocabulary.Dice;
import io.github.connectapi.test.drawing.paint.Colors;
import io.github.connectapi.test.drawing.paint.Frame;
import io.github.connectapi.test.drawing.paint.Painter;
import io.github.connectapi.test.drawing.paint.Paths;

/**
 * Draws buildings of the country and the coast.
 */
@Internal
public final class CountryHouse {

	private CountryHouse() {
	}

	/**
	 * Draw a house in the country.
	 */
	public static void drawFarmhouse(Frame frame, double x, double y, double width, Dice dice, double distance,
			boolean lights) {
		Painter painter = frame.painter();
		Color wall = frame.lit(dice.pick(Walls.WALLS), distance);
		Color roof = frame.lit(dice.pick(Walls.ROOFS), distance);
		double height = width * 0.42;
		painter.rect(x + width * 0.68, y - height - width * 0.36, width * 0.09, width * 0.3, Colors.darker(wall, 0.35));
		painter.rect(x, y - height, width, height, Painter.vertical(y - height, wall, y, Colors.darker(wall, 0.18)));
		painter.polygon(roof, x - width * 0.07, y - height, x + width * 0.14, y - height - width * 0.34,
				x + width * 0.86, y - height - width * 0.34, x + width * 1.07, y - height);
		if (frame.palette().snow()) {
			painter.polygon(frame.lit(0xF4F7FB, distance), x - width * 0.05, y - height - width * 0.03,
					x + width * 0.14, y - height - width * 0.36, x + width * 0.86, y - height - width * 0.36,
					x + width * 1.05, y - height - width * 0.03);
		}
		for (int i = 0; i < 4; i++) {
			boolean door = i == 2;
			Color glass = (lights ? Walls.LAMP : Walls.window(frame, dice, distance));
			double left = x + width * (0.1 + 0.225 * i);
			double upper = y - height * (door ? 0.68 : 0.74);
			double high = height * (door ? 0.68 : 0.42);
			if (lights && !door) {
				painter.glow(left + width * 0.06, upper + high / 2, width * 0.3, Walls.LAMP, 0.35);
			}
			painter.rect(left - width * 0.012, upper - width * 0.012, width * 0.144, high + width * 0.024,
					Colors.lighter(wall, 0.5));
			painter.rect(left, upper, width * 0.12, high, door ? frame.lit(0x5A3A2A, distance) : glass);
		}
	}

	/**
	 * Draw a lighthouse.
	 */
	public static void drawLighthouse(Frame frame, double x, double y, double height, boolean red, double distance) {
		Painter painter = frame.painter();
		double half = height * 0.09;
		double top = y - height * 0.8;
		Color white = frame.lit(0xF4EFE6, distance);
		painter.polygon(white, x - half, y, x - half * 0.62, top, x + half * 0.62, top, x + half, y);
		if (red) {
			painter.within(Paths.polygon(x - half, y, x - half * 0.62, top, x + half * 0.62, top, x + half, y), () -> {
				for (int i = 0; i < 3; i++) {
					painter.rect(x - half, top + height * (0.07 + 0.26 * i), half * 2, height * 0.13,
							frame.lit(0xC8413A, distance));
				}
			});
		}
		painter.polygon(Colors.alpha(Color.BLACK, 0.13), x + half * 0.25, y, x + half * 0.15, top, x + half * 0.62, top,
				x + half, y);
		painter.rect(x - half * 0.9, top - height * 0.015, half * 1.8, height * 0.02, frame.lit(0x3A3A40, distance));
		painter.rect(x - half * 0.45, top - height * 0.1, half * 0.9, height * 0.09, Walls.LAMP);
		painter.polygon(frame.lit(0x8C2F2B, distance), x - half * 0.6, top - height * 0.1, x, top - height * 0.19,
				x + half * 0.6, top - height * 0.1);
		painter.rect(x - half * 0.14, y - height * 0.1, half * 0.28, height * 0.1, frame.lit(0x5A3A2A, distance));
		boolean dark = frame.palette().night() || frame.palette().light().getBlue() < 200;
		painter.glow(x, top - height * 0.055, height * (dark ? 0.35 : 0.12), Walls.LAMP, 0.75);
		if (dark) {
			Color beam = Colors.alpha(Walls.LAMP, 0.16);
			painter.polygon(beam, x, top - height * 0.06, x - height * 2, top - height * 0.34, x - height * 2,
					top + height * 0.05);
			painter.polygon(beam, x, top - height * 0.06, x + height * 2, top - height * 0.2, x + height * 2,
					top + height * 0.19);
		}
	}

}

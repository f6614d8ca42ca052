package io.github.connectapi.test.drawing.figure;

import java.awt.Color;
import java.util.List;

import io.github.connectapi.test.Internal;
import io.github.connectapi.test.catalog.vocabulary.Dice;
import io.github.connectapi.test.drawing.paint.Colors;
import io.github.connectapi.test.drawing.paint.Frame;
import io.github.connectapi.test.drawing.paint.Painter;
import io.github.connectapi.test.drawing.paint.Paths;

/**
 * Draws buildings.
 */
@Internal
public final class Building {

	private static final Color LAMP = new Color(0xFFD98A);

	private static final List<Color> WALLS = List.of(new Color(0xD9A066), new Color(0xC96F53), new Color(0xE6D3AF),
			new Color(0x8FA9B8), new Color(0xB8C4A0), new Color(0xE3B7A0), new Color(0x9C7B8B), new Color(0xEDE6D8));

	private static final List<Color> ROOFS = List.of(new Color(0x8C4A3A), new Color(0x6B4B45), new Color(0x4E5560),
			new Color(0xA25B40));

	private Building() {
	}

	/**
	 * Draw a house of an old town, seen from the front.
	 * @param frame the frame
	 * @param x the left edge
	 * @param y the ground
	 * @param width the width
	 * @param height the height without the roof
	 * @param dice the dice for its shape
	 * @param distance the distance, from 0 to 1
	 */
	public static void drawTownHouse(Frame frame, double x, double y, double width, double height, Dice dice,
			double distance) {
		Painter painter = frame.painter();
		Color wall = frame.lit(dice.pick(WALLS), distance);
		Color roof = frame.lit(frame.palette().snow() ? new Color(0xF0F4F9) : dice.pick(ROOFS), distance);
		double top = y - height;
		if (dice.chance(55)) {
			painter.polygon(roof, x - width * 0.04, top, x + width / 2, top - width * 0.62, x + width * 1.04, top);
			painter.polygon(wall, x + width * 0.06, top, x + width / 2, top - width * 0.5, x + width * 0.94, top);
			painter.oval(x + width / 2, top - width * 0.17, width * 0.07, width * 0.07, window(frame, dice, distance));
		}
		else {
			painter.polygon(roof, x - width * 0.04, top, x + width * 0.1, top - width * 0.3, x + width * 0.9,
					top - width * 0.3, x + width * 1.04, top);
			painter.rect(x + width * 0.7, top - width * 0.44, width * 0.1, width * 0.2, Colors.darker(wall, 0.3));
		}
		painter.rect(x, top, width, height, wall);
		int columns = 2 + dice.next(2);
		int floors = (int) Math.max(2, Math.round(height / width * 2));
		double cellX = width / columns;
		double cellY = height / (floors + 0.35);
		for (int floor = 0; floor < floors; floor++) {
			for (int column = 0; column < columns; column++) {
				boolean door = floor == floors - 1 && column == columns / 2;
				double left = x + cellX * (column + 0.27);
				double upper = top + cellY * (floor + 0.3);
				double high = (door ? cellY * 1.05 : cellY * 0.55);
				painter.rect(left - cellX * 0.04, upper - cellX * 0.04, cellX * 0.54, high + cellX * 0.08,
						Colors.lighter(wall, 0.4));
				painter.rect(left, upper, cellX * 0.46, high,
						door ? Colors.darker(roof, 0.35) : window(frame, dice, distance));
				if (!door) {
					painter.rect(left + cellX * 0.215, upper, cellX * 0.03, high, Colors.lighter(wall, 0.4));
				}
			}
		}
		painter.rect(x, y - cellY * 0.12, width, cellY * 0.12, Colors.darker(wall, 0.25));
	}

	private static Color window(Frame frame, Dice dice, double distance) {
		boolean dark = frame.palette().night() || frame.palette().light().getBlue() < 200;
		if (dice.chance(dark ? 62 : 6)) {
			return Colors.mix(LAMP, frame.palette().skyBottom(), distance * 0.4);
		}
		return Colors.mix(frame.lit(0x3C4B5C, distance), frame.palette().skyTop(), dark ? 0.1 : 0.35);
	}

	/**
	 * Draw a tower of offices or flats.
	 */
	public static void drawTower(Frame frame, double x, double y, double width, double height, Dice dice,
			double distance) {
		Painter painter = frame.painter();
		Color wall = frame.lit(Colors.mix(new Color(0x44566B), new Color(0x9FB0BF), dice.between(0, 1)), distance);
		double top = y - height;
		int shape = dice.next(4);
		if (shape == 0) {
			painter.polygon(wall, x, top + 1, x + width * 0.5, top - width * 0.45, x + width, top + 1);
		}
		else if (shape == 1) {
			painter.rect(x + width * 0.2, top - width * 0.22, width * 0.6, width * 0.23, wall);
			painter.line(x + width / 2, top, x + width / 2, top - width * 0.8, width * 0.04, wall);
		}
		else if (shape == 2) {
			painter.polygon(wall, x, top + 1, x + width, top - width * 0.4, x + width, top + 1);
		}
		painter.rect(x, top, width, height,
				Painter.vertical(top, Colors.lighter(wall, 0.12), y, Colors.darker(wall, 0.12)));
		painter.rect(x + width * 0.72, top, width * 0.28, height, Colors.alpha(Color.BLACK, 0.1));
		int columns = 3 + dice.next(4);
		double cell = width / (columns + 0.6);
		boolean strips = dice.chance(35);
		double step = cell * (strips ? 1.1 : 1.35);
		for (double windowY = top + cell * 0.8; windowY < y - cell; windowY += step) {
			for (int column = 0; column < columns; column++) {
				painter.rect(x + cell * (column + 0.45), windowY, cell * (strips ? 0.92 : 0.6),
						cell * (strips ? 0.5 : 0.75), window(frame, dice, distance));
			}
		}
	}

	/**
	 * Draw a house in the country.
	 */
	public static void drawFarmhouse(Frame frame, double x, double y, double width, Dice dice, double distance,
			boolean lights) {
		Painter painter = frame.painter();
		Color wall = frame.lit(dice.pick(WALLS), distance);
		Color roof = frame.lit(dice.pick(ROOFS), distance);
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
			Color glass = (lights ? LAMP : window(frame, dice, distance));
			double left = x + width * (0.1 + 0.225 * i);
			double upper = y - height * (door ? 0.68 : 0.74);
			double high = height * (door ? 0.68 : 0.42);
			if (lights && !door) {
				painter.glow(left + width * 0.06, upper + high / 2, width * 0.3, LAMP, 0.35);
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
		painter.rect(x - half * 0.45, top - height * 0.1, half * 0.9, height * 0.09, LAMP);
		painter.polygon(frame.lit(0x8C2F2B, distance), x - half * 0.6, top - height * 0.1, x, top - height * 0.19,
				x + half * 0.6, top - height * 0.1);
		painter.rect(x - half * 0.14, y - height * 0.1, half * 0.28, height * 0.1, frame.lit(0x5A3A2A, distance));
		boolean dark = frame.palette().night() || frame.palette().light().getBlue() < 200;
		painter.glow(x, top - height * 0.055, height * (dark ? 0.35 : 0.12), LAMP, 0.75);
		if (dark) {
			Color beam = Colors.alpha(LAMP, 0.16);
			painter.polygon(beam, x, top - height * 0.06, x - height * 2, top - height * 0.34, x - height * 2,
					top + height * 0.05);
			painter.polygon(beam, x, top - height * 0.06, x + height * 2, top - height * 0.2, x + height * 2,
					top + height * 0.19);
		}
	}

}

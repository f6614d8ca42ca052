package io.github.connectapi.test.drawing.figure;

import java.awt.Color;

import io.github.connectapi.test.Internal;
import io.github.connectapi.test.catalog.vocabulary.Dice;
import io.github.connectapi.test.drawing.paint.Colors;
import io.github.connectapi.test.drawing.paint.Frame;
import io.github.connectapi.test.drawing.paint.Painter;

/**
 * Draws buildings of a town.
 */
@Internal
public final class Building {

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
		Color wall = frame.lit(dice.pick(Walls.WALLS), distance);
		Color roof = frame.lit(frame.palette().snow() ? new Color(0xF0F4F9) : dice.pick(Walls.ROOFS), distance);
		double top = y - height;
		if (dice.chance(55)) {
			painter.polygon(roof, x - width * 0.04, top, x + width / 2, top - width * 0.62, x + width * 1.04, top);
			painter.polygon(wall, x + width * 0.06, top, x + width / 2, top - width * 0.5, x + width * 0.94, top);
			painter.oval(x + width / 2, top - width * 0.17, width * 0.07, width * 0.07,
					Walls.window(frame, dice, distance));
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
						door ? Colors.darker(roof, 0.35) : Walls.window(frame, dice, distance));
				if (!door) {
					painter.rect(left + cellX * 0.215, upper, cellX * 0.03, high, Colors.lighter(wall, 0.4));
				}
			}
		}
		painter.rect(x, y - cellY * 0.12, width, cellY * 0.12, Colors.darker(wall, 0.25));
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
						cell * (strips ? 0.5 : 0.75), Walls.window(frame, dice, distance));
			}
		}
	}

}

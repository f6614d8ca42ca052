package io.github.connectapi.test.drawing.figure;

import java.awt.Color;
import java.util.List;

import io.github.connectapi.test.Internal;
import io.github.connectapi.test.catalog.vocabulary.Dice;
import io.github.connectapi.test.drawing.paint.Colors;
import io.github.connectapi.test.drawing.paint.Frame;

/**
 * Draws trees. They are bare in winter.
 */
@Internal
public final class Tree {

	private static final Color BARK = new Color(0x5A4433);

	private Tree() {
	}

	/**
	 * Draw a large tree with a round crown.
	 * @param frame the frame
	 * @param x the position of the trunk
	 * @param y the position of the roots
	 * @param height the height
	 * @param dice the dice for its shape
	 * @param distance the distance, from 0 to 1
	 */
	public static void drawOak(Frame frame, double x, double y, double height, Dice dice, double distance) {
		Color bark = frame.lit(BARK, distance);
		double trunk = height * 0.055;
		double crown = y - height * 0.62;
		frame.painter()
			.blob(bark, x - trunk * 1.9, y, x - trunk * 0.8, y - height * 0.12, x - trunk * 0.7, y - height * 0.4, x,
					y - height * 0.5, x + trunk * 0.7, y - height * 0.4, x + trunk * 0.8, y - height * 0.12,
					x + trunk * 1.9, y);
		branch(frame, x, y - height * 0.3, -90, height * 0.24, trunk, 0, dice, bark);
		leaves(frame, x, crown, height * 0.4, height * 0.34, dice, distance, (int) Math.min(340, 70 + height * 0.36));
		if (height > 300) {
			foliage(frame, x, crown, height * 0.37, height * 0.31, dice, distance);
		}
	}

	/**
	 * Draw a tall, narrow tree.
	 */
	public static void drawPoplar(Frame frame, double x, double y, double height, Dice dice, double distance) {
		Color bark = frame.lit(BARK, distance);
		frame.painter().polygon(bark, x - height * 0.02, y, x, y - height * 0.9, x + height * 0.02, y);
		branch(frame, x, y - height * 0.3, -90, height * 0.28, height * 0.02, 2, dice, bark);
		leaves(frame, x, y - height * 0.56, height * 0.14, height * 0.43, dice, distance, 110);
	}

	/**
	 * Draw a small tree in the distance, with few shapes.
	 */
	public static void drawSmall(Frame frame, double x, double y, double height, Dice dice, double distance) {
		frame.painter().line(x, y, x, y - height * 0.5, height * 0.07, frame.lit(BARK, distance));
		if (frame.palette().leaves().isEmpty()) {
			branch(frame, x, y - height * 0.3, -90, height * 0.25, height * 0.05, 2, dice, frame.lit(BARK, distance));
			return;
		}
		leaves(frame, x, y - height * 0.62, height * 0.3, height * 0.34, dice, distance, 14);
	}

	private static void branch(Frame frame, double x, double y, double angle, double length, double width, int depth,
			Dice dice, Color bark) {
		double endX = x + Math.cos(Math.toRadians(angle)) * length;
		double endY = y + Math.sin(Math.toRadians(angle)) * length;
		frame.painter().line(x, y, endX, endY, width, bark);
		if (frame.palette().snow() && depth > 1) {
			frame.painter().line(x, y - width * 0.5, endX, endY - width * 0.5, width * 0.5, frame.lit(0xF4F7FB, 0.05));
		}
		boolean bare = frame.palette().leaves().isEmpty();
		if (depth > (bare ? 5 : 2)) {
			return;
		}
		int count = ((depth == 0) ? 4 : 2);
		for (int i = 0; i < count; i++) {
			double spread = ((count == 4) ? -54 + 36 * i : -26 + 52 * i);
			branch(frame, endX, endY, angle * 0.96 - 3.6 + spread + dice.between(-10, 10),
					length * dice.between(0.62, 0.82), width * 0.62, depth + 1, dice, bark);
		}
	}

	private static void leaves(Frame frame, double x, double y, double radiusX, double radiusY, Dice dice,
			double distance, int count) {
		List<Color> colors = frame.palette().leaves();
		if (colors.isEmpty()) {
			return;
		}
		double size = Math.min(radiusX, radiusY);
		for (int i = 0; i < count; i++) {
			double angle = dice.between(0, 2 * Math.PI);
			double part = Math.sqrt(dice.between(0, 1)) * 0.86;
			double dx = Math.cos(angle) * part * radiusX;
			double dy = Math.sin(angle) * part * radiusY;
			double radius = size * dice.between(0.1, 0.26) * ((count < 30 || radiusY > 2 * radiusX) ? 1.9 : 1);
			// Light comes from the upper left; shapes are drawn from the dark ones to the
			// light ones.
			double light = 0.5 - (dx / radiusX + 2 * dy / radiusY) / 5 + i * 0.25 / count;
			Color color = Colors.mix(Colors.darker(colors.get(2), 0.3), colors.get(i % 2), light);
			frame.painter().oval(x + dx, y + dy, radius, radius * 0.85, frame.lit(color, distance));
		}
	}

	/**
	 * Draw single leaves over a crown, also at its edge.
	 */
	private static void foliage(Frame frame, double x, double y, double radiusX, double radiusY, Dice dice,
			double distance) {
		List<Color> colors = frame.palette().leaves();
		for (int i = 0; i < 620 && !colors.isEmpty(); i++) {
			double angle = dice.between(0, 2 * Math.PI);
			double part = Math.sqrt(dice.between(0.05, 1.12));
			double dx = Math.cos(angle) * part * radiusX;
			double dy = Math.sin(angle) * part * radiusY;
			double light = 0.55 - (dx / radiusX + 2 * dy / radiusY) / 4 + dice.between(-0.2, 0.3);
			Color color = Colors.mix(Colors.darker(colors.get(2), 0.2), Colors.lighter(colors.get(1), 0.12),
					Math.max(0, Math.min(1, light)));
			double size = radiusX * dice.between(0.014, 0.03);
			frame.painter()
				.at(x + dx, y + dy, 1, 1, dice.between(-50, 50),
						() -> frame.painter().oval(0, 0, size, size * 0.6, frame.lit(color, distance)));
		}
	}

}

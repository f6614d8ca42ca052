package io.github.connectapi.test.drawing.figure;

import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.util.List;

import io.github.connectapi.test.Internal;
import io.github.connectapi.test.catalog.vocabulary.Dice;
import io.github.connectapi.test.drawing.paint.Colors;
import io.github.connectapi.test.drawing.paint.Frame;
import io.github.connectapi.test.drawing.paint.Painter;
import io.github.connectapi.test.drawing.paint.Paths;

/**
 * Draws what people travel with.
 */
@Internal
public final class Vehicle {

	static final List<Color> PAINTS = List.of(new Color(0xC8413A), new Color(0x26547C), new Color(0xF0EBE0),
			new Color(0x3C7A5A), new Color(0xE0A03A));

	private Vehicle() {
	}

	/**
	 * Draw a boat with sails.
	 * @param frame the frame
	 * @param x the position of the mast
	 * @param y the surface of the water
	 * @param size the length
	 * @param sails whether the sails are set
	 * @param dice the dice for its colors
	 * @param distance the distance, from 0 to 1
	 */
	public static void drawBoat(Frame frame, double x, double y, double size, boolean sails, Dice dice,
			double distance) {
		Painter painter = frame.painter();
		Color hull = frame.lit(dice.pick(PAINTS), distance);
		Color sail = frame.lit(dice.chance(70) ? new Color(0xF7F1E4) : dice.pick(PAINTS), distance);
		boolean left = dice.chance(50);
		painter.at(x, y, (left ? -size : size) / 100, size / 100, 0, () -> {
			if (sails) {
				painter.line(0, -10, 0, -124, 2, frame.lit(0x4A3626, distance));
				painter.fill(Paths.closedCurve(3, -118, 22, -84, 44, -22, 22, -19, 3, -20, 3, -70), sail);
				painter.fill(Paths.closedCurve(-3, -106, -15, -62, -38, -22, -20, -18, -3, -20, -3, -62),
						Colors.darker(sail, 0.12));
			}
			else {
				painter.rect(-22, -31, 30, 18, Colors.lighter(hull, 0.6));
				painter.rect(-17, -27, 8, 7, frame.lit(0x3C4B5C, distance));
				painter.rect(-4, -27, 8, 7, frame.lit(0x3C4B5C, distance));
				painter.line(14, -12, 14, -60, 2, frame.lit(0x4A3626, distance));
				painter.line(14, -52, -26, -16, 0.8, frame.lit(0x4A3626, distance));
			}
			painter.blob(hull, -52, -14, -20, -11, 30, -12, 58, -17, 48, 0, 30, 5, -30, 5, -46, 1);
			painter.curve(2, Colors.lighter(hull, 0.5), -50, -10, -20, -7, 30, -8, 54, -13);
		});
	}

	/**
	 * Draw a bicycle with a rider.
	 */
	public static void drawCyclist(Frame frame, double x, double y, double height, Outfit outfit, Dice dice,
			double distance) {
		Painter painter = frame.painter();
		double scale = Math.abs(height) / 100;
		Color paint = frame.lit(dice.pick(PAINTS), distance);
		Color tire = frame.lit(0x2A2A2E, distance);
		painter.at(x, y, Math.signum(height) * scale, scale, 0, () -> {
			for (double wheel : new double[] { -30, 34 }) {
				painter.stroke(new Ellipse2D.Double(wheel - 21, -42, 42, 42), 2.6, tire);
				painter.line(wheel, -21, wheel + 14, -8, 0.5, tire);
				painter.line(wheel, -21, wheel - 14, -34, 0.5, tire);
				painter.line(wheel, -21, wheel + 14, -34, 0.5, tire);
				painter.line(wheel, -21, wheel - 14, -8, 0.5, tire);
			}
			painter.line(-30, -21, -8, -54, 2.8, paint);
			painter.line(-8, -54, 0, -21, 2.8, paint);
			painter.line(-30, -21, 0, -21, 2.8, paint);
			painter.line(0, -21, 25, -52, 2.8, paint);
			painter.line(-8, -54, 25, -52, 2.8, paint);
			painter.line(34, -21, 24, -60, 2.8, paint);
			painter.line(24, -60, 32, -64, 3, tire);
			painter.line(-14, -58, -2, -58, 4, tire);
		});
		Person.draw(frame, x, y, height, Pose.RIDE, outfit, distance);
	}

}

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
 * Draws balloons and trains.
 */
@Internal
public final class Transport {

	private Transport() {
	}

	/**
	 * Draw a hot-air balloon.
	 */
	public static void drawBalloon(Frame frame, double x, double y, double size, Dice dice, double distance) {
		Painter painter = frame.painter();
		List<Color> colors = List.of(dice.pick(Vehicle.PAINTS), new Color(0xF6E6C4), dice.pick(Vehicle.PAINTS));
		painter.at(x, y, size / 100, size / 100, 0, () -> {
			for (int side = -1; side <= 1; side++) {
				painter.line(side * 15, 36, side * 6, 66, 0.8, frame.lit(0x4A3626, distance));
			}
			double[] envelope = { 0, -50, 36, -36, 48, -4, 34, 26, 14, 46, -14, 46, -34, 26, -48, -4, -36, -36 };
			painter.within(Paths.closedCurve(envelope), () -> {
				painter.rect(-60, -60, 120, 120, frame.lit(colors.get(0), distance));
				for (int i = 3; i >= 0; i--) {
					double half = 48 * Math.sin((i + 0.55) * 0.4);
					painter.blob(frame.lit(colors.get(i % 2), distance), 0, -52, half * 0.75, -36, half, -4, half * 0.7,
							26, half * 0.28, 48, -half * 0.28, 48, -half * 0.7, 26, -half, -4, -half * 0.75, -36);
				}
				painter.rect(-60, -6, 120, 9, Colors.alpha(frame.lit(colors.get(2), distance), 0.85));
				painter.blob(Colors.alpha(Color.BLACK, 0.14), 20, -50, 60, -40, 60, 50, 8, 52, 34, 10);
				painter.blob(Colors.alpha(Color.WHITE, 0.2), -20, -44, -34, -20, -36, 4, -26, -10);
			});
			painter.polygon(frame.lit(0x8A5A33, distance), -7, 64, 7, 64, 6, 77, -6, 77);
		});
	}

	/**
	 * Draw a train that goes to the right.
	 */
	public static void drawTrain(Frame frame, double x, double y, double length, Dice dice, double distance) {
		Painter painter = frame.painter();
		Color paint = frame.lit(frame.says("red") || dice.chance(40) ? 0xC8352E : 0x2C5F8A, distance);
		Color glass = (frame.palette().night() ? new Color(0xFFDE97) : frame.lit(0x344657, distance));
		painter.at(x, y, length / 400, length / 400, 0, () -> {
			for (int wagon = 0; wagon < 4; wagon++) {
				double left = wagon * 100 - 200;
				if (wagon == 3) {
					painter.blob(paint, left, -38, left + 50, -38, left + 82, -33, left + 97, -14, left + 96, -6,
							left + 40, -6, left, -6, left - 1, -20);
					painter.polygon(glass, left + 70, -31, left + 82, -28, left + 90, -19, left + 72, -19);
				}
				else {
					painter.rect(left, -38, 97, 32, paint);
				}
				painter.rect(left, -40, 70, 4, Colors.darker(paint, 0.4));
				painter.rect(left, -14, (wagon == 3) ? 94 : 97, 3, frame.lit(0xF4EDE0, distance));
				for (int window = 0; window < ((wagon == 3) ? 4 : 6); window++) {
					painter.rect(left + 6 + window * 15, -31, 11, 11, glass);
				}
				for (int wheel = 0; wheel < 4; wheel++) {
					painter.oval(left + 12 + wheel * 12 + ((wheel > 1) ? 38 : 0), -4, 4, 4,
							frame.lit(0x26262A, distance));
				}
			}
		});
	}

}

package io.github.connectapi.test.drawing.scene;

import java.awt.Color;
import java.util.List;

import io.github.connectapi.test.catalog.Scenery.Weather;
import io.github.connectapi.test.catalog.vocabulary.Dice;
import io.github.connectapi.test.drawing.figure.Conifer;
import io.github.connectapi.test.drawing.paint.Colors;
import io.github.connectapi.test.drawing.paint.Frame;
import io.github.connectapi.test.drawing.paint.Layer;
import io.github.connectapi.test.drawing.paint.Painter;

/**
 * Trunks and crowns between which the light falls.
 */
final class Forest implements Layer {

	@Override
	public void draw(Frame frame) {
		Dice dice = frame.dice();
		Painter painter = frame.painter();
		boolean conifers = dice.chance(45);
		Color glow = Colors.lighter(frame.palette().skyBottom(), 0.25);
		painter.rect(0, 0, frame.width(), frame.horizon() + 60,
				Painter.vertical(0, frame.lit(0x7FA07A, 0.55), frame.horizon(), glow));
		for (int row = 0; row < 4; row++) {
			double distance = 0.85 - 0.24 * row;
			int count = (int) (frame.width() / 1500 * (17 - 3.6 * row));
			for (int i = 0; i < count; i++) {
				double x = (i + dice.between(0, 1)) / count * frame.width();
				double y = frame.horizon() + 16 + 26 * row * row;
				if (conifers) {
					Conifer.draw(frame, x, y, frame.horizon() * dice.between(0.6, 0.85) * (0.75 + 0.22 * row), dice,
							distance);
				}
				else {
					trunk(frame, x, y, 9 + 10.0 * row, distance);
				}
			}
			ground(frame, row, distance);
			if (!conifers) {
				canopy(frame, row, distance);
			}
		}
		rays(frame);
	}

	private static void trunk(Frame frame, double x, double y, double width, double distance) {
		Color bark = frame.lit(0x5F4A3A, distance);
		double lean = frame.dice().between(-30, 30);
		frame.painter()
			.polygon(bark, x - width * 0.8, y, x - width * 0.5 + lean, -20, x + width * 0.5 + lean, -20,
					x + width * 0.8, y);
		frame.painter()
			.polygon(Colors.alpha(Color.BLACK, 0.14), x + width * 0.1, y, x + width * 0.1 + lean, -20,
					x + width * 0.5 + lean, -20, x + width * 0.8, y);
	}

	private static void canopy(Frame frame, int row, double distance) {
		List<Color> leaves = frame.palette().leaves();
		if (leaves.isEmpty()) {
			return;
		}
		Dice dice = frame.dice();
		for (int i = 0; i < frame.width() / 1500 * 46; i++) {
			double radius = dice.between(36, 92);
			double y = -20 + Math.pow(dice.between(0, 1), 2) * frame.horizon() * (0.5 - 0.05 * row);
			frame.painter()
				.oval(dice.between(0, frame.width()), y, radius * 1.2, radius * 0.7,
						Colors.alpha(frame.lit(dice.pick(leaves), distance), 0.85));
		}
	}

	private static void ground(Frame frame, int row, double distance) {
		Color floor = Colors.mix(frame.palette().grass(), new Color(0x6B5138), frame.palette().snow() ? 0.08 : 0.35);
		double y = frame.horizon() + 4 + 26 * row * row;
		frame.painter()
			.rect(0, y, frame.width(), frame.height() - y,
					frame.lit(Colors.darker(floor, 0.06 * row), Math.max(0, distance - 0.1)));
	}

	private static void rays(Frame frame) {
		if (frame.palette().night() || frame.scenery().weather() != Weather.CLEAR) {
			return;
		}
		double x = frame.width() * frame.dice().between(0.1, 0.6);
		for (int i = 0; i < 6; i++) {
			double left = x + i * 110 + frame.dice().between(-30, 30);
			frame.painter()
				.polygon(
						Painter.vertical(0, Colors.alpha(new Color(0xFFF3C4), 0.26), frame.ground(0.5),
								Colors.alpha(new Color(0xFFF3C4), 0)),
						left, -10, left + 46, -10, left + 250, frame.ground(0.5), left + 130, frame.ground(0.5));
		}
	}

}

package io.github.connectapi.test.drawing.scene;

import java.awt.Color;

import io.github.connectapi.test.catalog.vocabulary.Dice;
import io.github.connectapi.test.drawing.paint.Colors;
import io.github.connectapi.test.drawing.paint.Frame;
import io.github.connectapi.test.drawing.paint.Layer;
import io.github.connectapi.test.drawing.paint.Painter;

/**
 * Ranges of mountains with snow on their peaks.
 *
 * @param relief the height of the highest peak in units
 */
record Mountains(double relief) implements Layer {

	@Override
	public void draw(Frame frame) {
		for (int i = 0; i < 3; i++) {
			double distance = 0.86 - 0.24 * i;
			double height = this.relief * (1 - 0.25 * i);
			range(frame, height, distance, i);
		}
	}

	private static void range(Frame frame, double height, double distance, int number) {
		Dice dice = frame.dice();
		Color rock = frame.lit(Colors.mix(new Color(0x5B6B80), new Color(0x55665A), number * 0.4), distance);
		double x = -dice.between(50, 300);
		while (x < frame.width() + 200) {
			double half = dice.between(190, 380);
			double peak = height * dice.between(0.62, 1);
			peak(frame, x + half * 0.6, peak, half, rock, distance);
			x += half * dice.between(0.75, 1.15);
		}
	}

	private static void peak(Frame frame, double x, double height, double half, Color rock, double distance) {
		Painter painter = frame.painter();
		Dice dice = frame.dice();
		double base = frame.horizon() + 30;
		double top = base - height;
		double ridge = half * dice.between(0.05, 0.25);
		painter.polygon(Painter.vertical(top, rock, base, Colors.mix(rock, frame.palette().skyBottom(), 0.3)), x - half,
				base, x - half * 0.55, base - height * 0.4, x - half * 0.3, base - height * 0.74, x, top,
				x + half * 0.24, base - height * 0.8, x + half * 0.6, base - height * 0.34, x + half, base);
		painter.polygon(Colors.alpha(Color.BLACK, 0.16), x, top, x + half * 0.24, base - height * 0.8, x + half * 0.6,
				base - height * 0.34, x + half, base, x + ridge, base, x + ridge * 1.6, base - height * 0.4,
				x - ridge * 0.2, base - height * 0.7);
		double line = (frame.palette().snow() ? 0.5 : 0.24);
		if (height > 190) {
			Color snow = frame.lit(0xF7FAFF, distance * 0.8);
			painter.polygon(snow, x, top, x + half * 0.24, base - height * 0.8, x + half * 0.42 * line * 2,
					base - height * (1 - line * 1.1), x + half * 0.14, base - height * (1 - line * 0.8),
					x + half * 0.02, base - height * (1 - line * 1.3), x - half * 0.12,
					base - height * (1 - line * 0.85), x - half * 0.62 * line * 1.5, base - height * (1 - line * 1.15),
					x - half * 0.3 * Math.min(1, line * 3), base - height * 0.74);
			painter.polygon(Colors.alpha(new Color(0x4A5A80), 0.25), x, top, x + half * 0.24, base - height * 0.8,
					x + half * 0.42 * line * 2, base - height * (1 - line * 1.1), x + half * 0.14,
					base - height * (1 - line * 0.8), x + half * 0.02, base - height * (1 - line * 1.3));
		}
	}

}

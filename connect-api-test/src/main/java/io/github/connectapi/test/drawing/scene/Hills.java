package io.github.connectapi.test.drawing.scene;

import java.awt.Color;
import java.awt.geom.Path2D;

import io.github.connectapi.test.catalog.vocabulary.Dice;
import io.github.connectapi.test.drawing.figure.Conifer;
import io.github.connectapi.test.drawing.figure.Tree;
import io.github.connectapi.test.drawing.paint.Colors;
import io.github.connectapi.test.drawing.paint.Frame;
import io.github.connectapi.test.drawing.paint.Layer;
import io.github.connectapi.test.drawing.paint.Painter;

/**
 * Ranges of hills up to the horizon.
 *
 * @param count the number of ranges
 * @param relief the height of the highest range in units
 * @param trees whether small trees stand on them
 */
record Hills(int count, double relief, boolean trees) implements Layer {

	@Override
	public void draw(Frame frame) {
		for (int i = 0; i < this.count; i++) {
			double distance = 0.92 - 0.75 * i / this.count;
			double base = frame.horizon() - this.relief * 0.62 * (this.count - 1 - i) / this.count;
			range(frame, base, this.relief * (0.6 - 0.28 * i / this.count), distance);
		}
	}

	private void range(Frame frame, double base, double amplitude, double distance) {
		Dice dice = frame.dice();
		double phase = dice.between(0, 6.3);
		double step = frame.width() / 48;
		double length = dice.between(420, 900);
		Path2D path = new Path2D.Double();
		path.moveTo(-step, frame.horizon() + 40);
		for (int i = -1; i <= 49; i++) {
			path.lineTo(i * step, crest(i * step, base, amplitude, length, phase));
		}
		path.lineTo(frame.width() + step, frame.horizon() + 40);
		path.closePath();
		Color green = Colors.mix(frame.palette().grass(),
				frame.palette().snow() ? new Color(0xC9D6E6) : new Color(0x3F6B4A), dice.between(0.1, 0.5));
		Color color = frame.lit(green, distance);
		frame.painter()
			.fill(path, Painter.vertical(base - amplitude, Colors.lighter(color, 0.06), frame.horizon() + 40,
					Colors.mix(color, frame.palette().skyBottom(), 0.18)));
		if (!this.trees) {
			return;
		}
		int count = (int) (dice.between(4, 12) * frame.width() / 1500);
		for (int i = 0; i < count; i++) {
			double x = dice.between(0, frame.width());
			double size = 70 * (1.05 - distance) * dice.between(0.8, 1.5);
			double y = crest(x, base, amplitude, length, phase) + dice.between(2, 24);
			if (dice.chance(35)) {
				Conifer.draw(frame, x, y, size * 1.3, dice, distance * 0.9);
			}
			else {
				Tree.drawSmall(frame, x, y, size, dice, distance * 0.9);
			}
		}
	}

	private static double crest(double x, double base, double amplitude, double length, double phase) {
		return base - amplitude
				* (0.5 + 0.35 * Math.sin(x / length * 3.1 + phase) + 0.15 * Math.sin(x / length * 7.7 + phase * 2));
	}

}

package io.github.connectapi.test.drawing.scene;

import java.awt.Color;
import java.awt.geom.Path2D;

import io.github.connectapi.test.catalog.vocabulary.Dice;
import io.github.connectapi.test.drawing.paint.Colors;
import io.github.connectapi.test.drawing.paint.Frame;
import io.github.connectapi.test.drawing.paint.Painter;
import io.github.connectapi.test.drawing.paint.Paths;

/**
 * Draws the edge of the water.
 */
final class Shore {

	private Shore() {
	}

	static void sand(Frame frame) {
		Painter painter = frame.painter();
		Dice dice = frame.dice();
		double width = frame.width();
		double left = frame.ground(dice.between(0.28, 0.5));
		double right = frame.ground(dice.between(0.28, 0.5));
		Color sand = frame.lit(0xE8CF9F, 0.05);
		Color foam = Colors.alpha(frame.lit(0xFFFFFF, 0), 0.8);
		for (int i = 0; i < 3; i++) {
			double lift = 46 - 23 * i;
			painter.fill(edge(frame, left - lift, right - lift, i),
					(i < 2) ? Colors.alpha(foam, 0.35 + 0.1 * i) : foam);
		}
		painter.fill(edge(frame, left + 8, right + 8, 2), frame.lit(0xC9AC7C, 0.05));
		painter.fill(edge(frame, left + 34, right + 34, 2),
				Painter.vertical(Math.min(left, right), sand, frame.height(), Colors.darker(sand, 0.14)));
		for (int i = 0; i < width / 9; i++) {
			double x = dice.between(0, width);
			double y = frame.ground(dice.between(0.62, 1));
			painter.oval(x, y, dice.between(1, 3.5), dice.between(0.8, 2),
					Colors.alpha(Colors.darker(sand, dice.chance(50) ? 0.3 : 0.15), 0.5));
		}
	}

	private static Path2D edge(Frame frame, double left, double right, int phase) {
		double width = frame.width();
		Path2D path = Paths.openCurve(-20, left, width * 0.2, left + (right - left) * 0.1 + 16 - 6 * phase, width * 0.4,
				left + (right - left) * 0.45 - 14, width * 0.65, left + (right - left) * 0.6 + 16, width * 0.85,
				right - 12 + 5 * phase, width + 20, right);
		path.lineTo(width + 20, frame.height() + 20);
		path.lineTo(-20, frame.height() + 20);
		path.closePath();
		return path;
	}

	static void shore(Frame frame) {
		Dice dice = frame.dice();
		double width = frame.width();
		double top = frame.ground(0.55);
		Color grass = frame.palette().grass();
		Path2D bank = Paths.openCurve(-20, top + dice.between(-30, 30), width * 0.25, top + dice.between(-25, 30),
				width * 0.5, top + dice.between(0, 40), width * 0.75, top + dice.between(-25, 30), width + 20,
				top + dice.between(-30, 20));
		bank.lineTo(width + 20, frame.height() + 20);
		bank.lineTo(-20, frame.height() + 20);
		bank.closePath();
		frame.painter().stroke(bank, 9, frame.lit(0x8A7A5A, 0.1));
		frame.painter()
			.fill(bank, Painter.vertical(top - 20, frame.lit(grass, 0.1), frame.height(),
					frame.lit(Colors.darker(grass, 0.15), 0)));
		Grass.tufts(frame, 0.62);
	}

	static void quay(Frame frame) {
		Painter painter = frame.painter();
		double top = frame.ground(0.5);
		Color stone = frame.lit(frame.palette().snow() ? 0xDDE4EC : 0xB9AE9C, 0.03);
		painter.rect(0, top, frame.width(), frame.height() - top,
				Painter.vertical(top, stone, frame.height(), Colors.darker(stone, 0.18)));
		painter.rect(0, top, frame.width(), 14, Colors.darker(stone, 0.3));
		for (double y = top + 40, row = 0; y < frame.height(); y += 30 + row * 12, row++) {
			painter.line(0, y, frame.width(), y, 1.6, Colors.alpha(Colors.darker(stone, 0.5), 0.3));
			for (double x = (row % 2) * 60; x < frame.width(); x += 120 + row * 22) {
				painter.line(x, y, x - (frame.width() / 2 - x) * 0.06, y + 30 + row * 12, 1.6,
						Colors.alpha(Colors.darker(stone, 0.5), 0.3));
			}
		}
		for (double x = frame.width() * 0.07; x < frame.width(); x += 330) {
			painter.blob(frame.lit(0x3A3E46, 0), x - 13, top + 12, x - 15, top - 24, x, top - 32, x + 15, top - 24,
					x + 13, top + 12);
		}
	}

}

package io.github.connectapi.test.drawing.scene;

import java.awt.Color;
import java.awt.geom.Path2D;

import io.github.connectapi.test.catalog.vocabulary.Dice;
import io.github.connectapi.test.drawing.figure.Thing;
import io.github.connectapi.test.drawing.paint.Colors;
import io.github.connectapi.test.drawing.paint.Frame;
import io.github.connectapi.test.drawing.paint.Painter;
import io.github.connectapi.test.drawing.paint.Paths;

/**
 * The ground from the horizon to the lower edge: grass, wheat, sand or stone.
 */
final class Ground implements Layer {

	@Override
	public void draw(Frame frame) {
		switch (frame.scenery().setting()) {
			case FIELD -> wheat(frame);
			case BEACH -> sand(frame);
			case HARBOR, SKYLINE -> quay(frame);
			case LAKE, RIVER -> shore(frame);
			case PARK -> {
				lawn(frame);
				path(frame);
			}
			default -> {
				lawn(frame);
				tufts(frame, 0);
			}
		}
	}

	private static void lawn(Frame frame) {
		Color grass = frame.palette().grass();
		frame.painter()
			.rect(0, frame.horizon(), frame.width(), frame.height() - frame.horizon(), Painter.vertical(frame.horizon(),
					frame.lit(grass, 0.35), frame.height(), frame.lit(Colors.darker(grass, 0.12), 0)));
	}

	private static void tufts(Frame frame, double from) {
		Dice dice = frame.dice();
		Color grass = frame.palette().grass();
		boolean flowers = !frame.palette().snow() && dice.chance(60);
		Color petals = Thing.petals(dice);
		int count = (int) (frame.width() / 1500 * (frame.palette().snow() ? 30 : 190));
		for (int i = 0; i < count; i++) {
			double nearness = from + (1 - from) * Math.sqrt((i + 1.0) / count);
			double x = dice.between(0, frame.width());
			double y = frame.ground(nearness) + 4;
			double size = 5 + 26 * nearness;
			Color color = frame.lit(
					frame.palette().snow() ? new Color(0xA89F80)
							: Colors.mix(grass, dice.chance(50) ? new Color(0x2F5A2C) : new Color(0xD8E08A), 0.3),
					0.3 * (1 - nearness));
			for (int blade = -1; blade <= 1; blade++) {
				frame.painter()
					.line(x, y, x + blade * size * 0.35 + dice.between(-2, 2), y - size * dice.between(0.6, 1),
							0.8 + 1.6 * nearness, color);
			}
			if (flowers && i % 3 == 0) {
				frame.painter().oval(x, y - size, size * 0.14, size * 0.13, frame.lit(petals, 0.2 * (1 - nearness)));
			}
		}
	}

	private static void wheat(Frame frame) {
		Dice dice = frame.dice();
		boolean snow = frame.palette().snow();
		Color gold = (snow ? frame.palette().grass()
				: Colors.mix(new Color(0xDDB450), new Color(0xC99A3E), dice.between(0, 1)));
		Painter painter = frame.painter();
		painter.rect(0, frame.horizon(), frame.width(), frame.height() - frame.horizon(),
				Painter.vertical(frame.horizon(), frame.lit(Colors.lighter(gold, 0.15), 0.35), frame.height(),
						frame.lit(Colors.darker(gold, 0.2), 0)));
		double vanish = frame.width() * dice.between(0.3, 0.7);
		for (int i = -14; i <= 14; i++) {
			double x = vanish + i * frame.width() * 0.17;
			painter.polygon(Colors.alpha(frame.lit(Colors.darker(gold, 0.35), 0.1), 0.28), vanish + i * 12,
					frame.horizon(), x, frame.height(), x + frame.width() * 0.035, frame.height());
		}
		int count = (int) (frame.width() / 1500 * (snow ? 60 : 800));
		for (int i = 0; i < count; i++) {
			double nearness = 0.15 + 0.95 * Math.sqrt((i + 1.0) / count);
			double x = dice.between(0, frame.width());
			double size = 12 + 62 * nearness * nearness;
			double y = frame.ground(nearness) + size * 0.3;
			double lean = size * dice.between(-0.1, 0.3);
			Color color = frame.lit(
					snow ? new Color(0xB59B62)
							: Colors.mix(gold, dice.chance(50) ? new Color(0xF3D98A) : new Color(0x9C7228), 0.5),
					0.25 * (1 - nearness));
			painter.line(x, y, x + lean, y - size, 0.6 + 1.7 * nearness, color);
			if (!snow) {
				painter.line(x + lean, y - size, x + lean * 1.45, y - size * 1.22, 1.6 + 3.6 * nearness, color);
			}
		}
	}

	private static void sand(Frame frame) {
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

	private static void shore(Frame frame) {
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
		tufts(frame, 0.62);
	}

	private static void quay(Frame frame) {
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

	private static void path(Frame frame) {
		Dice dice = frame.dice();
		double width = frame.width();
		double x = width * dice.between(0.35, 0.65);
		Color gravel = frame.lit(frame.palette().snow() ? 0xD5DCE6 : 0xD9C6A0, 0.08);
		double bend = width * dice.between(-0.2, 0.2);
		Path2D path = Paths.openCurve(x - 12, frame.horizon() + 2, x - 40 + bend, frame.ground(0.3),
				x - 190 - bend * 0.4, frame.ground(0.68), x - 330, frame.height() + 20);
		path.lineTo(x + 330, frame.height() + 20);
		path.append(Paths.openCurve(x + 330, frame.height() + 20, x + 170 - bend * 0.4, frame.ground(0.68),
				x + 55 + bend, frame.ground(0.3), x + 12, frame.horizon() + 2), true);
		path.closePath();
		frame.painter().fill(path, gravel);
		tufts(frame, 0.75);
	}

}

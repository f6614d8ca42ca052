package io.github.connectapi.test.drawing.scene;

import java.awt.Color;

import io.github.connectapi.test.catalog.vocabulary.Dice;
import io.github.connectapi.test.drawing.figure.Flower;
import io.github.connectapi.test.drawing.paint.Colors;
import io.github.connectapi.test.drawing.paint.Frame;
import io.github.connectapi.test.drawing.paint.Painter;

/**
 * Draws grass.
 */
final class Grass {

	private Grass() {
	}

	static void lawn(Frame frame) {
		Color grass = frame.palette().grass();
		frame.painter()
			.rect(0, frame.horizon(), frame.width(), frame.height() - frame.horizon(), Painter.vertical(frame.horizon(),
					frame.lit(grass, 0.35), frame.height(), frame.lit(Colors.darker(grass, 0.12), 0)));
	}

	static void tufts(Frame frame, double from) {
		Dice dice = frame.dice();
		Color grass = frame.palette().grass();
		boolean flowers = !frame.palette().snow() && dice.chance(60);
		Color petals = Flower.petals(dice);
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

}

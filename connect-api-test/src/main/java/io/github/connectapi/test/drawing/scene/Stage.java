package io.github.connectapi.test.drawing.scene;

import java.awt.Color;
import java.util.List;

import io.github.connectapi.test.catalog.vocabulary.Dice;
import io.github.connectapi.test.drawing.paint.Colors;
import io.github.connectapi.test.drawing.paint.Frame;
import io.github.connectapi.test.drawing.paint.Layer;
import io.github.connectapi.test.drawing.paint.Painter;

/**
 * A stage with lights.
 */
final class Stage implements Layer {

	private static final List<Color> LIGHTS = List.of(new Color(0xE0457B), new Color(0x3FA7E0), new Color(0xF0A33A),
			new Color(0x8A5BE0), new Color(0x3FCF9A));

	@Override
	public void draw(Frame frame) {
		Painter painter = frame.painter();
		Dice dice = frame.dice();
		double width = frame.width();
		double floor = frame.horizon();
		Color first = dice.pick(LIGHTS);
		Color second = dice.pick(LIGHTS);
		painter.rect(0, 0, width, frame.height(),
				Painter.vertical(0, new Color(0x120E22), floor, Colors.mix(new Color(0x2A1D42), first, 0.3)));
		painter.glow(width / 2, floor * 0.8, Math.max(width, floor) * 0.62, second, 0.55);
		for (int i = 0; i < 7; i++) {
			double x = width * (i + 0.5) / 7;
			double target = x + dice.between(-0.32, 0.32) * width;
			Color color = ((i % 2 == 0) ? first : second);
			painter.polygon(
					Painter.vertical(60, Colors.alpha(Colors.lighter(color, 0.4), 0.55), floor,
							Colors.alpha(color, 0.03)),
					x - 6, 64, x + 6, 64, target + 105, floor + 60, target - 105, floor + 60);
			painter.rect(x - 18, 40, 36, 28, new Color(0x0C0A14));
			painter.oval(x, 66, 13, 8, Colors.lighter(color, 0.7));
		}
		painter.rect(0, 28, width, 14, new Color(0x0C0A14));
		painter.rect(0, floor, width, frame.height() - floor, Painter.vertical(floor,
				Colors.mix(new Color(0x40304F), first, 0.25), frame.height(), new Color(0x16101F)));
		for (double x : new double[] { width * 0.02, width * 0.98 - 130 }) {
			for (int i = 0; i < 3; i++) {
				painter.rect(x, floor + 30 - 125 * (i + 1), 130, 118, new Color(0x15121D));
				painter.oval(x + 65, floor + 30 - 125 * (i + 1) + 60, 44, 44, new Color(0x262232));
				painter.oval(x + 65, floor + 30 - 125 * (i + 1) + 60, 17, 17, new Color(0x15121D));
			}
		}
	}

}

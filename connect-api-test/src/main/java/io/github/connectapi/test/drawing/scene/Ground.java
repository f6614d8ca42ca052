package io.github.connectapi.test.drawing.scene;

import java.awt.Color;
import java.awt.geom.Path2D;

import io.github.connectapi.test.catalog.vocabulary.Dice;
import io.github.connectapi.test.drawing.paint.Colors;
import io.github.connectapi.test.drawing.paint.Frame;
import io.github.connectapi.test.drawing.paint.Layer;
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
			case BEACH -> Shore.sand(frame);
			case HARBOR, SKYLINE -> Shore.quay(frame);
			case LAKE, RIVER -> Shore.shore(frame);
			case PARK -> {
				Grass.lawn(frame);
				path(frame);
			}
			default -> {
				Grass.lawn(frame);
				Grass.tufts(frame, 0);
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
		Grass.tufts(frame, 0.75);
	}

}

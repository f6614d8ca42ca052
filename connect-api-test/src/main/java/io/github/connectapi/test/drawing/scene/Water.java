package io.github.connectapi.test.drawing.scene;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.List;

import io.github.connectapi.test.catalog.vocabulary.Dice;
import io.github.connectapi.test.drawing.paint.Colors;
import io.github.connectapi.test.drawing.paint.Frame;
import io.github.connectapi.test.drawing.paint.Layer;
import io.github.connectapi.test.drawing.paint.Painter;

/**
 * Water that reflects the layers behind it.
 *
 * @param reflected the layers
 * @param seed the seed of their dice
 * @param waves how high the waves are, from 0 to 1
 */
record Water(List<Layer> reflected, long seed, double waves) implements Layer {

	@Override
	public void draw(Frame frame) {
		Painter painter = frame.painter();
		Rectangle2D surface = new Rectangle2D.Double(0, frame.horizon(), frame.width(),
				frame.height() - frame.horizon());
		Color deep = Colors.mix(frame.lit(0x2F6F8F, 0), frame.palette().skyTop(), 0.45);
		painter.fill(surface, Painter.vertical(frame.horizon(), frame.palette().skyBottom(), frame.height(), deep));
		painter.within(surface, () -> painter.at(0, 2 * frame.horizon(), 1, -1, 0,
				() -> Scenes.drawAll(this.reflected, frame, this.seed)));
		painter.fill(surface, Painter.vertical(frame.horizon(), Colors.alpha(deep, 0.18 + this.waves * 0.4),
				frame.height(), Colors.alpha(deep, 0.72 + this.waves * 0.2)));
		ripples(frame);
	}

	private void ripples(Frame frame) {
		Dice dice = frame.dice();
		Color light = Colors.lighter(frame.palette().skyBottom(), frame.palette().night() ? 0.15 : 0.45);
		Color dark = Colors.darker(frame.palette().skyTop(), 0.3);
		int count = (int) (frame.width() / 1500 * (90 + 120 * this.waves));
		for (int i = 0; i < count; i++) {
			double nearness = Math.pow(dice.between(0, 1), 1.6);
			double y = frame.ground(nearness) + 2;
			double length = dice.between(10, 40) + 110 * nearness;
			double x = dice.between(-0.05, 1) * frame.width();
			Color color = Colors.alpha(dice.chance(60) ? light : dark, dice.between(0.1, 0.32));
			double lift = (1 + 9 * this.waves) * nearness;
			frame.painter()
				.curve(1 + 3.4 * nearness, color, x, y, x + length * 0.3, y - lift, x + length * 0.7, y + lift * 0.5,
						x + length, y);
		}
	}

}

package io.github.connectapi.test.drawing.scene;

import io.github.connectapi.test.catalog.vocabulary.Dice;
import io.github.connectapi.test.drawing.figure.Conifer;
import io.github.connectapi.test.drawing.figure.Tree;
import io.github.connectapi.test.drawing.paint.Frame;
import io.github.connectapi.test.drawing.paint.Layer;

/**
 * A line of trees at the horizon.
 *
 * @param height the height of the trees in units
 * @param conifers the share of conifers in percent
 * @param density the number of trees in 100 units
 */
record Woods(double height, int conifers, double density) implements Layer {

	@Override
	public void draw(Frame frame) {
		Dice dice = frame.dice();
		int count = (int) (frame.width() / 100 * this.density);
		for (int i = 0; i < count; i++) {
			double x = dice.between(-0.02, 1.02) * frame.width();
			double size = this.height * dice.between(0.6, 1.15);
			double y = frame.horizon() + dice.between(0, this.height * 0.12);
			if (dice.chance(this.conifers)) {
				Conifer.draw(frame, x, y, size * 1.2, dice, 0.5);
			}
			else {
				Tree.drawSmall(frame, x, y, size, dice, 0.5);
			}
		}
	}

}

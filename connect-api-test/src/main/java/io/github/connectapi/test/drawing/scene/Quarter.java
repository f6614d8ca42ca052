package io.github.connectapi.test.drawing.scene;

import io.github.connectapi.test.catalog.vocabulary.Dice;
import io.github.connectapi.test.drawing.figure.Building;
import io.github.connectapi.test.drawing.paint.Frame;
import io.github.connectapi.test.drawing.paint.Layer;

/**
 * Houses at the far side of a harbor.
 */
final class Quarter implements Layer {

	@Override
	public void draw(Frame frame) {
		Dice dice = frame.dice();
		double x = -dice.between(0, 60);
		while (x < frame.width()) {
			double width = dice.between(58, 96);
			Building.drawTownHouse(frame, x, frame.horizon() + 4, width, width * dice.between(0.9, 1.7), dice, 0.3);
			x += width * (dice.chance(20) ? 1.5 : 1);
		}
	}

}

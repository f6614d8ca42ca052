package io.github.connectapi.test.drawing.scene;

import io.github.connectapi.test.catalog.vocabulary.Dice;
import io.github.connectapi.test.drawing.figure.Building;
import io.github.connectapi.test.drawing.paint.Frame;
import io.github.connectapi.test.drawing.paint.Layer;

/**
 * The towers of a big city.
 *
 * @param distance the distance of the nearest towers, from 0 to 1
 */
record Skyline(double distance) implements Layer {

	@Override
	public void draw(Frame frame) {
		Dice dice = frame.dice();
		double scale = 1 - this.distance * 0.75;
		for (int row = 0; row < 3; row++) {
			double rowDistance = this.distance + (1 - this.distance) * (0.72 - 0.3 * row);
			double x = -dice.between(0, 60);
			while (x < frame.width()) {
				double width = dice.between(58, 118) * scale;
				double height = frame.horizon() * dice.between(0.22, 0.82 - 0.2 * row) * scale
						* (dice.chance(18) ? 1.12 : 0.9);
				Building.drawTower(frame, x, frame.horizon() + 6, width, height, dice, rowDistance);
				x += width * dice.between(0.9, 1.5);
			}
		}
	}

}

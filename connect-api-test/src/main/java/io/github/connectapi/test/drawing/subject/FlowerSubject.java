package io.github.connectapi.test.drawing.subject;

import java.awt.Color;

import io.github.connectapi.test.Internal;
import io.github.connectapi.test.catalog.vocabulary.Dice;
import io.github.connectapi.test.drawing.figure.Flower;
import io.github.connectapi.test.drawing.paint.Frame;
import io.github.connectapi.test.drawing.paint.Layer;

/**
 * Flowers in the foreground.
 */
@Internal
public final class FlowerSubject implements Layer {

	@Override
	public void draw(Frame frame) {
		Dice dice = frame.dice();
		Color petals = (frame.says("poppies") ? new Color(0xD9362B) : Flower.petals(dice));
		Color other = Flower.petals(dice);
		int count = (int) (frame.width() / 1500 * 110);
		for (int i = 0; i < count; i++) {
			double nearness = 0.18 + 0.98 * (i + 1.0) / count;
			double height = 40 + 320 * nearness * nearness;
			Flower.draw(frame, dice.between(-0.02, 1.02) * frame.width(), frame.ground(nearness) + height * 0.35,
					height * dice.between(0.75, 1.2), dice.chance(80) ? petals : other, dice);
		}
	}

}

package io.github.connectapi.test.drawing.subject;

import java.awt.Color;

import io.github.connectapi.test.Internal;
import io.github.connectapi.test.catalog.vocabulary.Dice;
import io.github.connectapi.test.drawing.figure.Conifer;
import io.github.connectapi.test.drawing.figure.Flower;
import io.github.connectapi.test.drawing.figure.Outfit;
import io.github.connectapi.test.drawing.figure.Person;
import io.github.connectapi.test.drawing.figure.Pose;
import io.github.connectapi.test.drawing.paint.Colors;
import io.github.connectapi.test.drawing.paint.Frame;
import io.github.connectapi.test.drawing.paint.Layer;

/**
 * A Christmas tree in a room or on a square.
 */
@Internal
public final class ChristmasSubject implements Layer {

	@Override
	public void draw(Frame frame) {
		boolean left = frame.dice().chance(50);
		christmas(frame, frame.width() * (left ? frame.dice().between(0.27, 0.4) : frame.dice().between(0.6, 0.73)));
	}

	private static void christmas(Frame frame, double x) {
		double y = frame.ground(frame.scenery().indoors() ? 0.66 : 0.55);
		double height = y * (frame.scenery().indoors() ? 0.62 : 0.78);
		frame.painter().oval(x, y, height * 0.22, height * 0.03, Colors.alpha(Color.BLACK, 0.2));
		Conifer.drawDecorated(frame, x, y, height, frame.dice());
		Dice dice = frame.dice();
		for (int i = 0; i < 5; i++) {
			double left = x - height * 0.26 + i * height * 0.105;
			double size = height * dice.between(0.05, 0.09);
			Color paper = frame.lit(Flower.petals(dice), 0);
			if (frame.scenery().indoors()) {
				frame.painter().rect(left, y + 10 - size, size * 1.2, size, paper);
				frame.painter().rect(left + size * 0.5, y + 10 - size, size * 0.2, size, Colors.lighter(paper, 0.6));
			}
			else {
				Person.draw(frame, frame.width() * (0.1 + 0.2 * i) + dice.between(-40, 40),
						frame.ground(dice.between(0.55, 0.8)), dice.chance(50) ? 190 : -190,
						dice.chance(50) ? Pose.STAND : Pose.WALK, Outfit.casual(dice), 0.02);
			}
		}
	}

}

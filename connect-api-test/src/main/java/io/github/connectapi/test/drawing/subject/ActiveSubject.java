package io.github.connectapi.test.drawing.subject;

import java.awt.Color;

import io.github.connectapi.test.Internal;
import io.github.connectapi.test.catalog.vocabulary.Dice;
import io.github.connectapi.test.drawing.figure.Flower;
import io.github.connectapi.test.drawing.figure.Outfit;
import io.github.connectapi.test.drawing.figure.Person;
import io.github.connectapi.test.drawing.figure.Pose;
import io.github.connectapi.test.drawing.figure.Thing;
import io.github.connectapi.test.drawing.figure.Vehicle;
import io.github.connectapi.test.drawing.paint.Frame;
import io.github.connectapi.test.drawing.paint.Layer;

/**
 * People who run, ride or play.
 */
@Internal
public final class ActiveSubject implements Layer {

	@Override
	public void draw(Frame frame) {
		Dice dice = frame.dice();
		double y = frame.ground(dice.between(0.74, 0.84));
		double x = frame.width() * dice.between(0.36, 0.62);
		double size = Math.min(430, frame.width() * 0.4);
		switch (frame.scenery().subject()) {
			case CHILDREN -> children(frame, x, y, size * 0.66);
			case RUNNERS -> runners(frame, size);
			default -> {
				double height = size * (dice.chance(50) ? 0.95 : -0.95);
				PeopleSubject.shadow(frame, x, y, size * 0.5);
				Vehicle.drawCyclist(frame, x, y, height, Outfit.casual(dice), dice, 0);
			}
		}
	}

	private static void children(Frame frame, double x, double y, double size) {
		Dice dice = frame.dice();
		boolean kite = frame.says("kite") || (!frame.says("running") && dice.chance(40));
		double left = x - size * 0.7;
		PeopleSubject.shadow(frame, left, y, size * 0.5);
		Person.drawChild(frame, left, y, size, kite ? Pose.ARMS_UP : Pose.RUN, Outfit.casual(dice), 0);
		PeopleSubject.shadow(frame, left + size, y, size * 0.5);
		Person.drawChild(frame, left + size, y + 12, size * 0.88, Pose.RUN, Outfit.casual(dice), 0);
		if (kite) {
			Thing.drawKite(frame, Math.min(frame.width() - 90, left + size * 1.5),
					frame.horizon() * dice.between(0.2, 0.4), 66, left + size * 0.13, y - size * 1.1, dice);
		}
		else {
			Thing.drawBall(frame, left + size * 1.7, y - size * 0.1, size * 0.11);
		}
	}

	private static void runners(Frame frame, double size) {
		Dice dice = frame.dice();
		int count = (int) Math.max(5, frame.width() / 190);
		for (int i = 0; i < count; i++) {
			double nearness = 0.52 + 0.36 * i / count;
			double x = frame.width() * (0.08 + 0.84 * ((i * 0.618 + 0.2) % 1));
			double y = frame.ground(nearness);
			double height = size * (0.56 + 0.42 * i / count);
			PeopleSubject.shadow(frame, x, y, height * 0.5);
			Person.draw(frame, x, y, height, Pose.RUN, Outfit.team(dice, Flower.petals(dice), new Color(0x2A2F3A)),
					0.06 * (1 - nearness));
		}
	}

}

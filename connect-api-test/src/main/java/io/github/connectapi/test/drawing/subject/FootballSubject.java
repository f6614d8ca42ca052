package io.github.connectapi.test.drawing.subject;

import java.awt.Color;

import io.github.connectapi.test.Internal;
import io.github.connectapi.test.catalog.Setting;
import io.github.connectapi.test.catalog.Subject;
import io.github.connectapi.test.catalog.vocabulary.Dice;
import io.github.connectapi.test.drawing.figure.Flower;
import io.github.connectapi.test.drawing.figure.Outfit;
import io.github.connectapi.test.drawing.figure.Person;
import io.github.connectapi.test.drawing.figure.Pose;
import io.github.connectapi.test.drawing.figure.Thing;
import io.github.connectapi.test.drawing.paint.Colors;
import io.github.connectapi.test.drawing.paint.Frame;
import io.github.connectapi.test.drawing.paint.Layer;
import io.github.connectapi.test.drawing.paint.Painter;
import io.github.connectapi.test.drawing.paint.Paths;

/**
 * Football players and fans.
 */
@Internal
public final class FootballSubject implements Layer {

	@Override
	public void draw(Frame frame) {
		if (frame.scenery().subject() == Subject.FANS) {
			fans(frame, frame.dice());
		}
		else {
			football(frame, frame.dice());
		}
	}

	private static void football(Frame frame, Dice dice) {
		Color first = Flower.petals(dice);
		Color second = Colors.mix(Flower.petals(dice), new Color(0xF4F1EA), 0.7);
		boolean children = frame.scenery().setting() != Setting.STADIUM;
		double size = Math.min(420, frame.width() * 0.4) * (children ? 0.8 : 1);
		for (int i = 0; i < 4; i++) {
			double x = frame.width() * (0.1 + 0.26 * i);
			player(frame, x, frame.ground(0.36 + 0.04 * (i % 3)), size * 0.52 * ((i % 2 == 0) ? 1 : -1),
					(i % 2 == 0) ? Pose.RUN : Pose.STAND, (i % 2 == 0) ? first : second, children);
		}
		double x = frame.width() * dice.between(0.38, 0.5);
		double y = frame.ground(0.8);
		player(frame, x + size * 0.86, y - 22, -size * 0.96, Pose.RUN, second, children);
		player(frame, x, y, size, Pose.KICK, first, children);
		PeopleSubject.shadow(frame, x + size * 0.44, y, size * 0.2);
		Thing.drawBall(frame, x + size * 0.43, y - size * dice.between(0.1, 0.24), size * 0.075);
	}

	private static void player(Frame frame, double x, double y, double size, Pose pose, Color shirt, boolean child) {
		PeopleSubject.shadow(frame, x, y, Math.abs(size) * 0.6);
		Outfit outfit = Outfit.team(frame.dice(), shirt, Colors.mix(shirt, Color.WHITE, 0.82));
		if (child) {
			Person.drawChild(frame, x, y, size, pose, outfit, 0);
		}
		else {
			Person.draw(frame, x, y, size, pose, outfit, 0);
		}
	}

	private static void fans(Frame frame, Dice dice) {
		Color color = Flower.petals(dice);
		Color other = Colors.mix(color, Color.WHITE, 0.85);
		for (int row = 0; row < 3; row++) {
			double y = frame.ground(0.62 + 0.24 * row);
			double size = 300 + 90 * row;
			int count = (int) Math.ceil(frame.width() / (190 + 30 * row));
			for (int i = 0; i < count; i++) {
				double x = frame.width() * (i + dice.between(0.25, 0.75)) / count;
				double side = (dice.chance(50) ? 1 : -1);
				Person.draw(frame, x, y, side * size * dice.between(0.92, 1.05),
						dice.chance(75) ? Pose.ARMS_UP : Pose.STAND,
						Outfit.team(dice, dice.chance(55) ? color : other, new Color(0x2E3A50)), 0.12 - 0.05 * row);
				if (dice.chance(22)) {
					flag(frame, x + side * size * 0.13, y - size * 1.06, size * 0.5, frame.lit(color, 0.05),
							frame.lit(other, 0.05));
				}
			}
		}
	}

	private static void flag(Frame frame, double x, double y, double size, Color first, Color second) {
		Painter painter = frame.painter();
		painter.line(x, y + 16, x, y - size, 5, frame.lit(0x5A4433, 0));
		for (int i = 0; i < 3; i++) {
			double top = y - size + i * size * 0.2;
			painter
				.fill(Paths.closedCurve(x, top, x + size * 0.35, top - size * 0.06, x + size * 0.85, top + size * 0.03,
						x + size * 0.85, top + size * 0.23, x + size * 0.35, top + size * 0.14, x, top + size * 0.2),
						(i == 1) ? second : first);
		}
	}

}

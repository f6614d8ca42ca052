package io.github.connectapi.test.drawing.scene;

import java.awt.Color;
import java.util.List;

import io.github.connectapi.test.catalog.Setting;
import io.github.connectapi.test.catalog.vocabulary.Dice;
import io.github.connectapi.test.drawing.figure.Food;
import io.github.connectapi.test.drawing.figure.Outfit;
import io.github.connectapi.test.drawing.figure.Person;
import io.github.connectapi.test.drawing.figure.Pose;
import io.github.connectapi.test.drawing.figure.Thing;
import io.github.connectapi.test.drawing.paint.Colors;
import io.github.connectapi.test.drawing.paint.Frame;
import io.github.connectapi.test.drawing.paint.Painter;
import io.github.connectapi.test.drawing.paint.Paths;

/**
 * Football players and fans, musicians, and a meeting in an office.
 */
final class GameSubject implements Layer {

	@Override
	public void draw(Frame frame) {
		Dice dice = frame.dice();
		switch (frame.scenery().subject()) {
			case FOOTBALL -> football(frame, dice);
			case FANS -> fans(frame, dice);
			case BAND -> band(frame, dice);
			case STREET_MUSICIAN -> musician(frame, dice);
			default -> meeting(frame, dice);
		}
	}

	private static void football(Frame frame, Dice dice) {
		Color first = Thing.petals(dice);
		Color second = Colors.mix(Thing.petals(dice), new Color(0xF4F1EA), 0.7);
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
		Color color = Thing.petals(dice);
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

	private static void band(Frame frame, Dice dice) {
		Painter painter = frame.painter();
		double y = frame.ground(0.3);
		double size = Math.min(430, frame.width() * 0.36);
		double x = frame.width() * 0.5;
		drums(painter, x + size * 0.12, y - size * 0.06, size);
		Person.draw(frame, x + size * 0.1, y - size * 0.05, size * 0.86, Pose.ARMS_UP, Outfit.casual(dice), 0.05);
		drums(painter, x + size * 0.12, y + size * 0.04, size * 0.84);
		guitarist(frame, x - size * 0.85, y + 30, size, dice);
		guitarist(frame, x + size * 0.95, y + 24, -size, dice);
		Person.draw(frame, x - size * 0.2, y + 66, size * 1.04, Pose.SING, Outfit.casual(dice), 0);
		painter.line(x - size * 0.05, y + 66, x - size * 0.05, y + 66 - size * 0.86, 4, new Color(0xB9BDC6));
		painter.oval(x - size * 0.07, y + 66 - size * 0.89, size * 0.022, size * 0.026, new Color(0x2A2A30));
		Stage.drawAudience(frame);
	}

	private static void drums(Painter painter, double x, double y, double size) {
		for (int side = -1; side <= 1; side += 2) {
			painter.line(x + side * size * 0.34, y, x + side * size * 0.34, y - size * 0.5, 3, new Color(0x9AA0AA));
			painter.oval(x + side * size * 0.34, y - size * 0.5, size * 0.15, size * 0.022, new Color(0xE0B84A));
			painter.oval(x + side * size * 0.17, y - size * 0.31, size * 0.1, size * 0.085, new Color(0xB5342E));
			painter.oval(x + side * size * 0.17, y - size * 0.36, size * 0.1, size * 0.035, new Color(0xF0E9DC));
		}
		painter.oval(x, y - size * 0.15, size * 0.18, size * 0.17, new Color(0xB5342E));
		painter.oval(x, y - size * 0.15, size * 0.145, size * 0.137, new Color(0xF0E9DC));
	}

	private static void guitarist(Frame frame, double x, double y, double size, Dice dice) {
		PeopleSubject.shadow(frame, x, y, Math.abs(size) * 0.5);
		Person.draw(frame, x, y, size, Pose.GUITAR, Outfit.casual(dice), 0);
		Thing.drawGuitar(frame, x, y, size,
				dice.pick(List.of(new Color(0xB8622E), new Color(0xC8352E), new Color(0x2F5F8A), new Color(0xE0C08A))));
	}

	private static void musician(Frame frame, Dice dice) {
		double y = frame.ground(0.78);
		double size = Math.min(470, frame.width() * 0.46);
		double x = frame.width() * dice.between(0.3, 0.45);
		guitarist(frame, x, y, size, dice);
		Color open = frame.lit(0x3A2A22, 0);
		frame.painter().oval(x + size * 0.08, y + 62, size * 0.34, 26, open);
		frame.painter().oval(x + size * 0.08, y + 60, size * 0.29, 17, frame.lit(0x8C2F3A, 0));
		for (int i = 0; i < 8; i++) {
			frame.painter()
				.oval(x + size * dice.between(-0.12, 0.28), y + dice.between(52, 68), 5, 3, frame.lit(0xF2C14B, 0));
		}
		for (int i = 0; i < 3; i++) {
			double listener = x + size * (0.85 + 0.38 * i);
			if (listener < frame.width() - 40) {
				PeopleSubject.shadow(frame, listener, y - 20 + 14 * i, size * 0.4);
				Person.draw(frame, listener, y - 20 + 14 * i, -size * 0.9, dice.chance(60) ? Pose.STAND : Pose.WALK,
						Outfit.casual(dice), 0.03);
			}
		}
	}

	private static void meeting(Frame frame, Dice dice) {
		Painter painter = frame.painter();
		double top = frame.ground(0.5);
		double size = Math.min(540, frame.width() * 0.46);
		int people = (int) Math.max(3, Math.round(frame.width() / 400));
		for (int i = 0; i < people; i++) {
			double x = frame.width() * (0.06 + 0.88 * (i + 0.5) / people);
			double side = ((i < people / 2.0) ? 1 : -1);
			boolean standing = dice.chance(30);
			Person.draw(frame, x, top + size * (standing ? 0.24 : 0.43), side * size, standing ? Pose.SING : Pose.STAND,
					Outfit.business(dice), 0);
		}
		Color table = Colors.lighter(frame.lit(0x7A6450, 0), 0.1);
		painter.rect(-5, top, frame.width() + 10, 34, Colors.lighter(table, 0.25));
		painter.rect(-5, top + 30, frame.width() + 10, frame.height() - top,
				Painter.vertical(top + 30, table, frame.height(), Colors.darker(table, 0.35)));
		for (int i = 0; i < people; i++) {
			double x = frame.width() * (0.06 + 0.88 * (i + 0.5) / people) + size * 0.16;
			painter.polygon(new Color(0x9AA3AC), x - size * 0.12, top - size * 0.14, x + size * 0.1, top - size * 0.14,
					x + size * 0.12, top + 14, x - size * 0.1, top + 14);
			painter.oval(x, top - size * 0.06, size * 0.016, size * 0.016, new Color(0xE8ECEF));
			Food.drawCup(frame, x - size * 0.24, top + 22, size * 0.075, dice);
		}
	}

}

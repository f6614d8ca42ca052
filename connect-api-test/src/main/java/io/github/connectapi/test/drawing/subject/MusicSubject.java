package io.github.connectapi.test.drawing.subject;

import java.awt.Color;
import java.util.List;

import io.github.connectapi.test.Internal;
import io.github.connectapi.test.catalog.Subject;
import io.github.connectapi.test.catalog.vocabulary.Dice;
import io.github.connectapi.test.drawing.figure.Outfit;
import io.github.connectapi.test.drawing.figure.Person;
import io.github.connectapi.test.drawing.figure.Pose;
import io.github.connectapi.test.drawing.figure.Thing;
import io.github.connectapi.test.drawing.paint.Colors;
import io.github.connectapi.test.drawing.paint.Frame;
import io.github.connectapi.test.drawing.paint.Layer;
import io.github.connectapi.test.drawing.paint.Painter;

/**
 * Musicians and their audience.
 */
@Internal
public final class MusicSubject implements Layer {

	@Override
	public void draw(Frame frame) {
		if (frame.scenery().subject() == Subject.BAND) {
			band(frame, frame.dice());
		}
		else {
			musician(frame, frame.dice());
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
		audience(frame);
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

	/**
	 * Draw the audience in front of the stage.
	 */
	private static void audience(Frame frame) {
		Dice dice = frame.dice();
		for (int row = 0; row < 2; row++) {
			Color dark = Colors.mix(new Color(0x0B0812), new Color(0x2B2140), 0.45 - 0.45 * row);
			for (double x = -20; x < frame.width() + 40; x += dice.between(62, 98)) {
				double y = frame.height() - 58 + 62 * row + dice.between(-22, 22);
				frame.painter().oval(x, y, 27, 32, dark);
				frame.painter().blob(dark, x - 62, y + 120, x - 48, y + 48, x, y + 30, x + 48, y + 48, x + 62, y + 120);
				if (dice.chance(34)) {
					double handX = x + dice.between(-52, 52);
					frame.painter()
						.curve(17, dark, x + Math.signum(handX - x) * 40, y + 56, x + (handX - x) * 1.2, y - 20, handX,
								y - 92);
				}
			}
		}
	}

}

package io.github.connectapi.test.drawing.subject;

import java.awt.Color;

import io.github.connectapi.test.Internal;
import io.github.connectapi.test.catalog.Setting;
import io.github.connectapi.test.catalog.vocabulary.Dice;
import io.github.connectapi.test.drawing.figure.Flower;
import io.github.connectapi.test.drawing.figure.Food;
import io.github.connectapi.test.drawing.figure.Outfit;
import io.github.connectapi.test.drawing.figure.Person;
import io.github.connectapi.test.drawing.figure.Pose;
import io.github.connectapi.test.drawing.paint.Colors;
import io.github.connectapi.test.drawing.paint.Frame;
import io.github.connectapi.test.drawing.paint.Layer;
import io.github.connectapi.test.drawing.paint.Painter;

/**
 * Food on a table, and people who have breakfast.
 */
@Internal
public final class TableSubject implements Layer {

	@Override
	public void draw(Frame frame) {
		Dice dice = frame.dice();
		switch (frame.scenery().subject()) {
			case TABLE -> {
				table(frame, frame.ground(0.5));
				still(frame, frame.ground(0.56), Math.min(430, frame.width() * 0.42));
			}
			default -> breakfast(frame, dice);
		}
	}

	private static void table(Frame frame, double top) {
		boolean studio = frame.scenery().setting() == Setting.STUDIO;
		Color wood = (studio ? new Color(0xF1F1EF) : frame.lit(0xA8774A, 0));
		Painter painter = frame.painter();
		painter.rect(-5, top, frame.width() + 10, frame.height() - top, Painter.vertical(top,
				Colors.lighter(wood, 0.14), frame.height(), Colors.darker(wood, studio ? 0.03 : 0.2)));
		if (studio) {
			return;
		}
		for (double y = top + 26, step = 30; y < frame.height(); y += step, step *= 1.5) {
			painter.line(0, y, frame.width(), y, 2, Colors.alpha(Color.BLACK, 0.12));
		}
		if (frame.dice().chance(60)) {
			Color cloth = frame.lit(Flower.petals(frame.dice()), 0);
			painter.polygon(Colors.lighter(cloth, 0.35), frame.width() * 0.18, top, frame.width() * 0.82, top,
					frame.width() * 0.94, frame.height(), frame.width() * 0.06, frame.height());
			for (int i = 0; i < 9; i++) {
				double part = i / 8.0;
				painter.line(frame.width() * (0.18 + 0.64 * part), top, frame.width() * (0.06 + 0.88 * part),
						frame.height(), 11, Colors.alpha(cloth, 0.4));
			}
			for (double y = top + 24; y < frame.height(); y += 62) {
				painter.line(frame.width() * (0.18 - 0.12 * (y - top) / (frame.height() - top)), y,
						frame.width() * (0.82 + 0.12 * (y - top) / (frame.height() - top)), y, 11,
						Colors.alpha(cloth, 0.4));
			}
		}
	}

	private static void still(Frame frame, double y, double size) {
		Dice dice = frame.dice();
		double x = frame.width() * dice.between(0.42, 0.58);
		boolean left = dice.chance(50);
		double side = (left ? -1 : 1);
		PeopleSubject.shadow(frame, x + side * size * 0.78, y, size);
		Food.drawJug(frame, x + side * size * 0.82, y, size * 0.8);
		PeopleSubject.shadow(frame, x, y + 34, size * 1.5);
		Food.drawBowl(frame, x, y + 34, size, dice);
		double front = y + size * 0.42;
		PeopleSubject.shadow(frame, x - side * size * 0.72, front, size * 1.2);
		boolean cheese = frame.says("cheese");
		if (cheese) {
			Food.drawCheese(frame, x + side * size * 0.6, front + size * 0.04, size * 0.46);
		}
		if (cheese || dice.chance(60)) {
			Food.drawBread(frame, x - side * size * 0.76, front, size * 0.8);
		}
		else {
			Food.drawCheese(frame, x - side * size * 0.74, front, size * 0.52);
		}
		for (int i = 0; i < (cheese ? 1 : 3); i++) {
			double fruitX = x + side * size * (0.1 + 0.27 * i);
			double fruitY = front + size * dice.between(0, 0.14);
			PeopleSubject.shadow(frame, fruitX, fruitY + size * 0.1, size * 0.3);
			Food.drawFruit(frame, fruitX, fruitY, size * 0.115, dice);
		}
	}

	private static void breakfast(Frame frame, Dice dice) {
		double top = frame.ground(0.5);
		double size = Math.min(560, frame.width() * 0.48);
		int people = 3 + dice.next(2);
		for (int i = 0; i < people; i++) {
			double x = frame.width() * (0.14 + 0.72 * (i + 0.5) / people);
			double side = ((i < people / 2.0) ? 1 : -1);
			if (i % 2 == 0) {
				Person.draw(frame, x, top + size * 0.42, side * size, Pose.STAND, Outfit.casual(dice), 0);
			}
			else {
				Person.drawChild(frame, x, top + size * 0.26, side * size * 0.72, Pose.STAND, Outfit.casual(dice), 0);
			}
		}
		table(frame, top);
		for (int i = 0; i < people; i++) {
			double x = frame.width() * (0.14 + 0.72 * (i + 0.5) / people);
			frame.painter().oval(x, top + 46, size * 0.15, size * 0.035, frame.lit(0xF7F2E8, 0));
			frame.painter().oval(x, top + 44, size * 0.09, size * 0.02, frame.lit(0xD9A066, 0));
			Food.drawCup(frame, x + size * 0.24, top + 54, size * 0.1, dice);
		}
		double middle = frame.width() * 0.5;
		Food.drawBread(frame, middle - size * 0.34, frame.ground(0.74), size * 0.42);
		Food.drawJug(frame, middle + size * 0.06, frame.ground(0.72), size * 0.34);
		Food.drawBowl(frame, middle + size * 0.46, frame.ground(0.78), size * 0.36, dice);
	}

}

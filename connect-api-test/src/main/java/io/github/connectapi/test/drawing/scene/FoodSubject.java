package io.github.connectapi.test.drawing.scene;

import java.awt.Color;
import java.awt.geom.Path2D;

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
 * Food on tables, blankets and stalls.
 */
final class FoodSubject implements Layer {

	@Override
	public void draw(Frame frame) {
		Dice dice = frame.dice();
		switch (frame.scenery().subject()) {
			case TABLE -> {
				table(frame, frame.ground(0.5));
				still(frame, frame.ground(0.56), Math.min(430, frame.width() * 0.42));
			}
			case BREAKFAST -> breakfast(frame, dice);
			case PICNIC -> picnic(frame, dice);
			default -> market(frame, dice);
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
			Color cloth = frame.lit(Thing.petals(frame.dice()), 0);
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

	private static void picnic(Frame frame, Dice dice) {
		Painter painter = frame.painter();
		double y = frame.ground(0.72);
		double x = frame.width() * 0.5;
		double half = Math.min(520, frame.width() * 0.44);
		Color cloth = frame.lit(dice.chance(50) ? 0xC8413A : 0x2F6FA8, 0);
		Path2D blanket = Paths.polygon(x - half * 0.8, y - 60, x + half * 0.8, y - 60, x + half, y + 96, x - half,
				y + 96);
		painter.fill(blanket, frame.lit(0xF6F1E6, 0));
		painter.within(blanket, () -> {
			for (double part = -1; part < 1; part += 0.2) {
				painter.polygon(Colors.alpha(cloth, 0.6), x + half * 0.8 * part, y - 60, x + half * 0.8 * (part + 0.1),
						y - 60, x + half * (part + 0.1), y + 96, x + half * part, y + 96);
			}
			for (double row = y - 56; row < y + 96; row += 36) {
				painter.rect(x - half, row, half * 2, 17, Colors.alpha(cloth, 0.5));
			}
		});
		double size = half * 0.86;
		Person.draw(frame, x - half * 0.78, y + 10, size, Pose.SIT_ON_GROUND, Outfit.casual(dice), 0);
		Person.drawChild(frame, x - half * 0.12, y - 34, size * 0.68, Pose.SIT_ON_GROUND, Outfit.casual(dice), 0);
		Person.draw(frame, x + half * 0.8, y + 14, -size, Pose.SIT_ON_GROUND, Outfit.casual(dice), 0);
		Food.drawBread(frame, x - half * 0.1, y + 76, size * 0.3);
		Food.drawBowl(frame, x + half * 0.28, y + 70, size * 0.36, dice);
		Food.drawCheese(frame, x - half * 0.42, y + 84, size * 0.2);
	}

	private static void market(Frame frame, Dice dice) {
		Painter painter = frame.painter();
		double ground = frame.ground(0.66);
		int stalls = (int) Math.max(1, Math.round(frame.width() / 620));
		double width = frame.width() / stalls;
		double height = Math.min(430, frame.horizon() * 0.85);
		for (int stall = 0; stall < stalls; stall++) {
			double left = stall * width + width * 0.05;
			double size = width * 0.9;
			Color stripe = frame.lit(Thing.petals(dice), 0);
			painter.rect(left + 8, ground - height, 12, height, frame.lit(0x6B4E36, 0));
			painter.rect(left + size - 20, ground - height, 12, height, frame.lit(0x6B4E36, 0));
			Person.draw(frame, left + size * dice.between(0.3, 0.7), ground + 8, dice.chance(50) ? 380 : -380,
					dice.chance(50) ? Pose.STAND : Pose.SING, Outfit.casual(dice), 0.02);
			for (int i = 0; i < 10; i++) {
				painter.polygon((i % 2 == 0) ? stripe : frame.lit(0xF7F2E6, 0), left + size * i / 10, ground - height,
						left + size * (i + 1) / 10, ground - height, left - 24 + (size + 48) * (i + 1) / 10,
						ground - height + 92, left - 24 + (size + 48) * i / 10, ground - height + 92);
				painter.oval(left - 24 + (size + 48) * (i + 0.5) / 10, ground - height + 92, (size + 48) / 20, 16,
						(i % 2 == 0) ? stripe : frame.lit(0xF7F2E6, 0));
			}
			crates(frame, left, ground, size, dice);
		}
		for (int i = 0; i < stalls * 2; i++) {
			double x = frame.width() * (i + dice.between(0.15, 0.85)) / (stalls * 2);
			double y = frame.ground(dice.between(0.86, 0.96));
			PeopleSubject.shadow(frame, x, y, 220);
			Person.draw(frame, x, y, dice.chance(50) ? 430 : -430, dice.chance(60) ? Pose.WALK : Pose.STAND,
					Outfit.casual(dice), 0);
		}
	}

	private static void crates(Frame frame, double left, double ground, double size, Dice dice) {
		Painter painter = frame.painter();
		painter.rect(left, ground - 130, size, 130, frame.lit(0x8A6540, 0));
		int crates = 4;
		for (int crate = 0; crate < crates; crate++) {
			double crateX = left + size * crate / crates;
			Dice kind = new Dice(dice.next(1000));
			long seed = kind.next(1000);
			for (int i = 0; i < 14; i++) {
				Food.drawFruit(frame, crateX + size / crates * (0.12 + 0.127 * (i % 7)), ground - 138 - 22 * (i / 7),
						19, new Dice(seed));
			}
			painter.rect(crateX + 5, ground - 130, size / crates - 10, 52, frame.lit(0xC49A68, 0));
			painter.rect(crateX + 5, ground - 106, size / crates - 10, 4, frame.lit(0x8A6540, 0));
		}
	}

}

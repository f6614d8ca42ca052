package io.github.connectapi.test.drawing.subject;

import java.awt.Color;
import java.awt.geom.Path2D;

import io.github.connectapi.test.Internal;
import io.github.connectapi.test.catalog.Subject;
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
import io.github.connectapi.test.drawing.paint.Paths;

/**
 * Food on blankets and stalls.
 */
@Internal
public final class MarketSubject implements Layer {

	@Override
	public void draw(Frame frame) {
		if (frame.scenery().subject() == Subject.PICNIC) {
			picnic(frame, frame.dice());
		}
		else {
			market(frame, frame.dice());
		}
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
			Color stripe = frame.lit(Flower.petals(dice), 0);
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

package io.github.connectapi.test.drawing.subject;

import java.awt.Color;
import java.util.List;

import io.github.connectapi.test.Internal;
import io.github.connectapi.test.catalog.Scenery.Weather;
import io.github.connectapi.test.catalog.vocabulary.Dice;
import io.github.connectapi.test.drawing.figure.Dog;
import io.github.connectapi.test.drawing.figure.Flower;
import io.github.connectapi.test.drawing.figure.Outfit;
import io.github.connectapi.test.drawing.figure.Person;
import io.github.connectapi.test.drawing.figure.Pose;
import io.github.connectapi.test.drawing.figure.Thing;
import io.github.connectapi.test.drawing.paint.Colors;
import io.github.connectapi.test.drawing.paint.Frame;
import io.github.connectapi.test.drawing.paint.Layer;

/**
 * People in the foreground.
 */
@Internal
public final class PeopleSubject implements Layer {

	private static final List<Pose> CALM = List.of(Pose.STAND, Pose.WALK, Pose.WALK, Pose.CALL);

	@Override
	public void draw(Frame frame) {
		Dice dice = frame.dice();
		double y = frame.ground(dice.between(0.74, 0.84));
		double x = frame.width() * dice.between(0.36, 0.62);
		double size = Math.min(430, frame.width() * 0.4);
		switch (frame.scenery().subject()) {
			case PERSON -> adult(frame, frame.width() * dice.between(0.26, 0.72), y, size,
					dice.chance(50) ? Pose.STAND : Pose.WALK, false);
			case PEOPLE -> group(frame, y, size, false, 5);
			case COUPLE -> {
				adult(frame, x - size * 0.14, y, size, Pose.WALK, false);
				adult(frame, x + size * 0.16, y + 4, size * 0.93, Pose.WALK, false);
			}
			case FAMILY -> family(frame, x, y, size * 0.92, false);
			case FAMILY_WITH_DOG -> family(frame, x, y, size * 0.9, true);
			default -> group(frame, y, size, true, frame.says("two") ? 2 : frame.says("businesswoman") ? 1 : 3);
		}
	}

	static void shadow(Frame frame, double x, double y, double size) {
		frame.painter().oval(x, y + size * 0.01, size * 0.42, size * 0.045, Colors.alpha(Color.BLACK, 0.17));
	}

	private static void adult(Frame frame, double x, double y, double height, Pose pose, boolean business) {
		Dice dice = frame.dice();
		shadow(frame, x, y, height * 0.5);
		Outfit outfit = (business ? Outfit.business(dice) : Outfit.casual(dice));
		if (frame.says("elderly")) {
			outfit = outfit.withGrayHair();
		}
		if (frame.says("woman") || frame.says("businesswoman")) {
			outfit = outfit.withLongHair(true);
		}
		if (frame.says("backpack")) {
			frame.painter()
				.blob(frame.lit(0xC2612A, 0), x - height * 0.2, y - height * 0.76, x - height * 0.04, y - height * 0.79,
						x, y - height * 0.52, x - height * 0.18, y - height * 0.5);
		}
		Person.draw(frame, x, y, height, pose, outfit, 0);
		if (frame.scenery().weather() == Weather.RAIN) {
			Thing.drawUmbrella(frame, x, y, height, Flower.petals(dice));
		}
	}

	private static void group(Frame frame, double y, double size, boolean business, int count) {
		Dice dice = frame.dice();
		double step = Math.min(size * 0.46, frame.width() * 0.86 / count);
		double left = (frame.width() - step * (count - 1)) * dice.between(0.35, 0.65);
		for (int i = 0; i < count; i++) {
			double x = left + i * step;
			double height = size * dice.between(0.88, 1) * ((i < (count + 1) / 2) ? 1 : -1);
			double footY = y + dice.between(-18, 18);
			adult(frame, x, footY, height, dice.pick(CALM), business);
			if (business && dice.chance(60)) {
				frame.painter().rect(x - 52, footY - size * 0.46, size * 0.19, size * 0.13, frame.lit(0x4A3524, 0));
				frame.painter()
					.rect(x - 52 + size * 0.07, footY - size * 0.485, size * 0.05, size * 0.03, frame.lit(0x2B1F16, 0));
			}
		}
	}

	private static void family(Frame frame, double x, double y, double size, boolean dog) {
		Dice dice = frame.dice();
		adult(frame, x - size * 0.46, y, size, Pose.WALK, false);
		shadow(frame, x - size * 0.14, y, size * 0.3);
		Person.drawChild(frame, x - size * 0.14, y + 8, size * 0.58, Pose.WALK, Outfit.casual(dice), 0);
		adult(frame, x + size * 0.46, y + 2, size * 0.94, Pose.WALK, false);
		shadow(frame, x + size * 0.16, y, size * 0.3);
		Person.drawChild(frame, x + size * 0.17, y + 6, size * dice.between(0.44, 0.64),
				dice.chance(60) ? Pose.WALK : Pose.ARMS_UP, Outfit.casual(dice), 0);
		if (dog) {
			double side = ((x < frame.width() / 2) ? 1 : -1);
			double dogX = x + side * size * 0.98;
			shadow(frame, dogX, y, size * 0.36);
			Dog.draw(frame, dogX, y + 10, side * size * 0.34, dice.chance(60), dice, 0);
		}
	}

}

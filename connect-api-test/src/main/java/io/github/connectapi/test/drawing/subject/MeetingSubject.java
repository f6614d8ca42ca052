package io.github.connectapi.test.drawing.subject;

import java.awt.Color;

import io.github.connectapi.test.Internal;
import io.github.connectapi.test.catalog.vocabulary.Dice;
import io.github.connectapi.test.drawing.figure.Food;
import io.github.connectapi.test.drawing.figure.Outfit;
import io.github.connectapi.test.drawing.figure.Person;
import io.github.connectapi.test.drawing.figure.Pose;
import io.github.connectapi.test.drawing.paint.Colors;
import io.github.connectapi.test.drawing.paint.Frame;
import io.github.connectapi.test.drawing.paint.Layer;
import io.github.connectapi.test.drawing.paint.Painter;

/**
 * A meeting in an office.
 */
@Internal
public final class MeetingSubject implements Layer {

	@Override
	public void draw(Frame frame) {
		Dice dice = frame.dice();
		Painter painter = frame.painter();
		double top = frame.ground(0.5);
		double size = Math.min(540, frame.width() * 0.46);
		int people = (int) Math.max(3, Math.round(frame.width() / 400));
		for (int i = 0; i < people; i++) {
			double x = frame.width() * (0.06 + 0.88 * (i + 0.5) / people);
			double side = ((i < people / 2.0) ? 1 : -1);
			boolean upright = dice.chance(30);
			Person.draw(frame, x, top + size * (upright ? 0.24 : 0.43), side * size, upright ? Pose.SING : Pose.STAND,
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

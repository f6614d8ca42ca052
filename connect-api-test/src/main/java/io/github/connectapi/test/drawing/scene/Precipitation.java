package io.github.connectapi.test.drawing.scene;

import java.awt.Color;

import io.github.connectapi.test.catalog.vocabulary.Dice;
import io.github.connectapi.test.drawing.paint.Colors;
import io.github.connectapi.test.drawing.paint.Frame;
import io.github.connectapi.test.drawing.paint.Layer;
import io.github.connectapi.test.drawing.paint.Painter;

/**
 * Rain, snow and fog in front of everything.
 */
final class Precipitation implements Layer {

	@Override
	public void draw(Frame frame) {
		if (frame.scenery().indoors()) {
			return;
		}
		switch (frame.scenery().weather()) {
			case RAIN -> rain(frame, 260, 11);
			case STORM -> rain(frame, 420, 34);
			case SNOW -> snow(frame);
			case FOG -> fog(frame);
			default -> {
			}
		}
	}

	private static void rain(Frame frame, int count, double slant) {
		Dice dice = frame.dice();
		Color drop = Colors.lighter(frame.palette().skyBottom(), 0.5);
		for (int i = 0; i < count * frame.width() * frame.height() / 1.5e6; i++) {
			double x = dice.between(-0.1, 1.1) * frame.width();
			double y = dice.between(-0.05, 1) * frame.height();
			double length = dice.between(18, 66);
			frame.painter()
				.line(x, y, x - length * slant / 50, y + length, dice.between(0.8, 2),
						Colors.alpha(drop, dice.between(0.18, 0.5)));
		}
	}

	private static void snow(Frame frame) {
		Dice dice = frame.dice();
		for (int i = 0; i < 420 * frame.width() * frame.height() / 1.5e6; i++) {
			double radius = Math.pow(dice.between(0, 1), 3) * 8 + 1.6;
			frame.painter()
				.oval(dice.between(0, frame.width()), dice.between(0, frame.height()), radius, radius,
						Colors.alpha(Color.WHITE, dice.between(0.45, 0.9)));
		}
	}

	private static void fog(Frame frame) {
		Dice dice = frame.dice();
		Color fog = Colors.lighter(frame.palette().skyBottom(), frame.palette().night() ? 0.05 : 0.25);
		for (int i = 0; i < 6; i++) {
			double y = frame.horizon() + dice.between(-0.26, 0.2) * frame.height();
			double half = dice.between(40, 110);
			frame.painter()
				.rect(0, y - half, frame.width(), half,
						Painter.vertical(y - half, Colors.alpha(fog, 0), y, Colors.alpha(fog, 0.34)));
			frame.painter()
				.rect(0, y, frame.width(), half,
						Painter.vertical(y, Colors.alpha(fog, 0.34), y + half, Colors.alpha(fog, 0)));
		}
	}

}

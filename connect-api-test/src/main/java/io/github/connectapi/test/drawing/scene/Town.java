package io.github.connectapi.test.drawing.scene;

import java.awt.Color;

import io.github.connectapi.test.catalog.Scenery.Weather;
import io.github.connectapi.test.catalog.vocabulary.Dice;
import io.github.connectapi.test.drawing.figure.Building;
import io.github.connectapi.test.drawing.paint.Colors;
import io.github.connectapi.test.drawing.paint.Frame;
import io.github.connectapi.test.drawing.paint.Layer;
import io.github.connectapi.test.drawing.paint.Painter;

/**
 * A row of houses with the street or square in front of them.
 *
 * @param square whether it is a wide square; if not, it is a street
 */
record Town(boolean square) implements Layer {

	@Override
	public void draw(Frame frame) {
		Dice dice = frame.dice();
		double ground = frame.horizon() + 40;
		if (this.square) {
			church(frame, frame.width() * dice.between(0.2, 0.8), ground);
		}
		double x = -dice.between(0, 120);
		while (x < frame.width()) {
			double width = dice.between(150, 250) * (this.square ? 0.62 : 1);
			double height = dice.between(0.42, 0.66) * frame.horizon() * (this.square ? 0.6 : 1.05);
			Building.drawTownHouse(frame, x, ground, width, Math.min(height, width * 3.2), dice,
					this.square ? 0.22 : 0.06);
			x += width;
		}
		street(frame, ground);
		lamps(frame, ground);
	}

	private static void church(Frame frame, double x, double ground) {
		Painter painter = frame.painter();
		double height = frame.horizon() * 0.62;
		Color wall = frame.lit(0xD8CDB8, 0.35);
		painter.rect(x - 42, ground - height, 84, height, wall);
		painter.polygon(frame.lit(0x4F6B62, 0.35), x - 52, ground - height, x, ground - height - 190, x + 52,
				ground - height);
		painter.oval(x, ground - height + 60, 24, 24, frame.lit(0xF6F0DF, 0.2));
		painter.line(x, ground - height + 60, x, ground - height + 42, 3, frame.lit(0x333333, 0.2));
		painter.line(x, ground - height + 60, x + 12, ground - height + 64, 3, frame.lit(0x333333, 0.2));
	}

	private void street(Frame frame, double ground) {
		Painter painter = frame.painter();
		boolean wet = frame.scenery().weather() == Weather.RAIN;
		Color pavement = frame.lit(frame.palette().snow() ? 0xE2E8F0 : 0xB5AC9E, 0.08);
		double curb = (this.square ? frame.height() : ground + (frame.height() - ground) * 0.3);
		painter.rect(0, ground, frame.width(), frame.height() - ground,
				Painter.vertical(ground, pavement, frame.height(), Colors.darker(pavement, 0.22)));
		if (this.square) {
			cobbles(frame, ground, pavement);
		}
		else {
			Color road = frame.lit(frame.palette().snow() ? 0xC4CCD6 : 0x6E6C6E, 0.03);
			painter.rect(0, curb, frame.width(), frame.height() - curb,
					Painter.vertical(curb, road, frame.height(), Colors.darker(road, 0.25)));
			painter.rect(0, curb - 5, frame.width(), 9, Colors.darker(pavement, 0.3));
		}
		if (wet || frame.palette().night()) {
			reflections(frame, ground);
		}
	}

	private static void cobbles(Frame frame, double ground, Color pavement) {
		double y = ground + 10;
		double row = 9;
		Color line = Colors.alpha(Colors.darker(pavement, 0.45), 0.28);
		for (int i = 0; y < frame.height(); i++) {
			frame.painter().line(0, y, frame.width(), y, 1.3, line);
			for (double x = (i % 2) * row * 1.4 - row; x < frame.width(); x += row * 2.8) {
				frame.painter().line(x, y, x, y + row, 1.2, line);
			}
			y += row;
			row *= 1.17;
		}
	}

	private static void reflections(Frame frame, double ground) {
		Dice dice = frame.dice();
		for (int i = 0; i < frame.width() / 38; i++) {
			double x = dice.between(0, frame.width());
			double length = dice.between(60, 300);
			Color color = (dice.chance(60) ? new Color(0xFFD18A) : frame.palette().skyBottom());
			frame.painter()
				.rect(x, ground + 4, dice.between(5, 26), length,
						Painter.vertical(ground, Colors.alpha(color, 0.34), ground + length, Colors.alpha(color, 0)));
		}
	}

	private static void lamps(Frame frame, double ground) {
		Painter painter = frame.painter();
		boolean on = frame.palette().night() || frame.palette().light().getBlue() < 200
				|| frame.scenery().weather() == Weather.RAIN;
		for (double x = 140 + frame.dice().between(0, 200); x < frame.width(); x += 520) {
			double y = ground + 26;
			painter.line(x, y, x, y - 290, 7, frame.lit(0x2D3138, 0));
			painter.polygon(on ? new Color(0xFFE7AE) : frame.lit(0xDDE3E8, 0), x - 13, y - 292, x + 13, y - 292, x + 20,
					y - 334, x - 20, y - 334);
			painter.polygon(frame.lit(0x2D3138, 0), x - 24, y - 334, x + 24, y - 334, x, y - 356);
			if (on) {
				painter.glow(x, y - 312, 170, new Color(0xFFDC96), 0.55);
			}
		}
	}

}

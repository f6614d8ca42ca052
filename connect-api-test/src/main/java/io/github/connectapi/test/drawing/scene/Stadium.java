package io.github.connectapi.test.drawing.scene;

import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.util.List;

import io.github.connectapi.test.catalog.vocabulary.Dice;
import io.github.connectapi.test.drawing.figure.Flower;
import io.github.connectapi.test.drawing.paint.Colors;
import io.github.connectapi.test.drawing.paint.Frame;
import io.github.connectapi.test.drawing.paint.Layer;
import io.github.connectapi.test.drawing.paint.Painter;

/**
 * The stands and the pitch of a stadium.
 */
final class Stadium implements Layer {

	@Override
	public void draw(Frame frame) {
		Painter painter = frame.painter();
		Dice dice = frame.dice();
		double width = frame.width();
		double top = frame.horizon() * 0.42;
		double bottom = frame.horizon() + 6;
		painter.polygon(frame.lit(0xC9D2DA, 0.3), -20, top - 70, width + 20, top - 70, width + 20, top - 42, -20,
				top - 42);
		painter.rect(0, top - 44, width, bottom - top + 44,
				Painter.vertical(top, frame.lit(0x2C3542, 0.2), bottom, frame.lit(0x46525F, 0.1)));
		List<Color> team = List.of(Flower.petals(dice), new Color(0xF2EDE2), new Color(0x8A8F98));
		for (double y = top; y < bottom - 30; y += 15) {
			for (double x = 4 + dice.between(0, 8); x < width; x += 12) {
				if (dice.chance(86)) {
					Color coat = frame.lit(dice.chance(60) ? team.get(0) : dice.pick(team), 0.15);
					painter.rect(x - 4, y + 5, 8, 9, Colors.darker(coat, dice.between(0, 0.3)));
					painter.oval(x, y + 2, 3.6, 3.8, frame.lit(dice.chance(70) ? 0xE0AC80 : 0x7B5038, 0.15));
				}
			}
		}
		painter.rect(0, bottom - 30, width, 32, frame.lit(0xE9EDF0, 0.05));
		for (double x = 0; x < width; x += 210) {
			painter.rect(x + 6, bottom - 27, 198, 24, frame.lit(Flower.petals(dice), 0.05));
		}
		pitch(frame, bottom);
		floodlights(frame, top);
	}

	private static void pitch(Frame frame, double top) {
		Painter painter = frame.painter();
		double width = frame.width();
		double center = width * frame.dice().between(0.3, 0.7);
		Color grass = (frame.palette().snow() ? new Color(0x7FA77A) : new Color(0x5FA046));
		painter.rect(0, top, width, frame.height() - top, frame.lit(grass, 0.02));
		for (int i = -12; i < 12; i += 2) {
			painter.polygon(frame.lit(Colors.lighter(grass, 0.1), 0.02), center + i * 90, top, center + (i + 1) * 90,
					top, center + (i + 1) * 240, frame.height(), center + i * 240, frame.height());
		}
		Color line = frame.lit(0xF4F6F0, 0.05);
		painter.rect(0, top + 18, width, 5, line);
		painter.polygon(line, center - 3, top + 20, center + 3, top + 20, center + 8, frame.height(), center - 6,
				frame.height());
		painter.stroke(new Ellipse2D.Double(center - 300, frame.ground(0.3), 600, 190), 6, line);
	}

	private static void floodlights(Frame frame, double top) {
		boolean on = frame.palette().night() || frame.palette().light().getBlue() < 200;
		for (double x = frame.width() * 0.12; x < frame.width(); x += frame.width() * 0.38) {
			double y = top - 190;
			frame.painter().line(x, top - 60, x, y, 10, frame.lit(0x4A525C, 0.3));
			frame.painter().rect(x - 62, y - 52, 124, 58, frame.lit(0x39414B, 0.2));
			for (int i = 0; i < 8; i++) {
				double lampX = x - 46 + (i % 4) * 31;
				double lampY = y - 37 + (i / 4) * 28;
				frame.painter().oval(lampX, lampY, 11, 11, on ? new Color(0xFFFBE8) : frame.lit(0xD6DCE2, 0.2));
			}
			if (on) {
				frame.painter().glow(x, y - 22, 330, new Color(0xFFF6DA), 0.6);
			}
		}
	}

}

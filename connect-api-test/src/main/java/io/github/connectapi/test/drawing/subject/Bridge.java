package io.github.connectapi.test.drawing.subject;

import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

import io.github.connectapi.test.Internal;
import io.github.connectapi.test.catalog.Subject;
import io.github.connectapi.test.drawing.paint.Colors;
import io.github.connectapi.test.drawing.paint.Frame;
import io.github.connectapi.test.drawing.paint.Layer;
import io.github.connectapi.test.drawing.paint.Painter;

/**
 * A bridge over the water: with arches, with cables, or with beams.
 */
@Internal
public final class Bridge implements Layer {

	@Override
	public void draw(Frame frame) {
		boolean people = frame.scenery().subject() == Subject.RUNNERS;
		double deck = (people ? frame.ground(0.5) : frame.ground(-0.16));
		double water = frame.ground(people ? 0.95 : 0.24);
		int kind = (frame.says("stone") ? 0 : frame.says("suspension") ? 1 : frame.dice().next(3));
		if (people) {
			deck(frame, deck);
		}
		else if (kind == 0) {
			arches(frame, deck, water);
		}
		else {
			cables(frame, deck, water, kind == 1);
		}
	}

	private static void arches(Frame frame, double deck, double water) {
		Color stone = frame.lit(0xA8967C, 0.1);
		double arch = frame.width() / Math.max(2, Math.round(frame.width() / 430));
		Path2D shape = new Path2D.Double(Path2D.WIND_EVEN_ODD);
		shape.append(new Rectangle2D.Double(-10, deck, frame.width() + 20, water - deck), false);
		for (double x = -arch * 0.5; x < frame.width() + arch; x += arch) {
			shape.append(new Ellipse2D.Double(x + arch * 0.1, deck + 40, arch * 0.8, (water - deck - 40) * 2), false);
		}
		Painter painter = frame.painter();
		painter.within(new Rectangle2D.Double(0, deck - 1, frame.width(), water - deck + 1),
				() -> painter.fill(shape, Painter.vertical(deck, stone, water, Colors.darker(stone, 0.3))));
		painter.rect(0, deck - 26, frame.width(), 30, Colors.lighter(stone, 0.12));
		for (double x = 10; x < frame.width(); x += 46) {
			painter.line(x, deck - 22, x, deck, 2, Colors.darker(stone, 0.25));
		}
		for (double x = arch * 0.5; x < frame.width(); x += arch) {
			painter.line(x, deck - 26, x, deck - 96, 5, frame.lit(0x2D3138, 0.1));
			painter.oval(x, deck - 102, 11, 11, new Color(0xFFE7AE));
			if (frame.palette().night()) {
				painter.glow(x, deck - 102, 110, new Color(0xFFDC96), 0.6);
			}
		}
	}

	private static void cables(Frame frame, double deck, double water, boolean red) {
		Painter painter = frame.painter();
		Color steel = frame.lit(red ? 0xB5402F : 0x5A6B7A, 0.1);
		double span = Math.min(frame.width() * 0.6, 900);
		double left = (frame.width() - span) / 2;
		double top = deck - Math.min(frame.horizon() * 0.52, span * 0.5);
		for (double tower : new double[] { left, left + span }) {
			painter.rect(tower - 26, top, 14, water - top, steel);
			painter.rect(tower + 12, top, 14, water - top, steel);
			for (double y = top + 20; y < deck; y += 110) {
				painter.rect(tower - 26, y, 52, 12, steel);
			}
			painter.rect(tower - 40, water - 20, 80, 26, frame.lit(0x8D867A, 0.1));
		}
		for (double side : new double[] { -1, 0, 1 }) {
			double from = left + side * span;
			for (double part = 0; part <= 1.0001; part += 0.05) {
				double depth = ((side == 0) ? 4 * part * (1 - part)
						: (side < 0) ? 1 - part * part : 1 - (1 - part) * (1 - part));
				double x = from + part * span;
				double next = part + 0.05;
				double nextDepth = ((side == 0) ? 4 * next * (1 - next)
						: (side < 0) ? 1 - next * next : 1 - (1 - next) * (1 - next));
				double y = top + depth * (deck - top - 14);
				painter.line(x, y, x, deck, 2, steel);
				if (part < 0.99) {
					painter.line(x, y, x + span * 0.05, top + nextDepth * (deck - top - 14), 5, steel);
				}
			}
		}
		painter.rect(-10, deck - 4, frame.width() + 20, 24, steel);
		painter.rect(-10, deck + 14, frame.width() + 20, 8, Colors.darker(steel, 0.3));
	}

	private static void deck(Frame frame, double deck) {
		Painter painter = frame.painter();
		Color road = frame.lit(0x8A8680, 0.03);
		painter.rect(0, deck, frame.width(), frame.height() - deck,
				Painter.vertical(deck, road, frame.height(), Colors.darker(road, 0.2)));
		Color steel = frame.lit(0x4F7A74, 0.05);
		painter.rect(0, deck - 74, frame.width(), 10, steel);
		painter.rect(0, deck - 8, frame.width(), 14, steel);
		for (double x = 8; x < frame.width(); x += 26) {
			painter.rect(x, deck - 68, 4, 64, steel);
		}
		for (double x = 120; x < frame.width(); x += 420) {
			painter.line(x, deck, x, deck - 300, 8, steel);
			painter.line(x, deck - 296, x + 52, deck - 306, 6, steel);
			painter.oval(x + 54, deck - 300, 13, 8, new Color(0xFFF0C8));
		}
	}

}

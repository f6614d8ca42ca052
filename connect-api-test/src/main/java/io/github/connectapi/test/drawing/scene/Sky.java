package io.github.connectapi.test.drawing.scene;

import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

import io.github.connectapi.test.catalog.Scenery.Weather;
import io.github.connectapi.test.catalog.vocabulary.Dice;
import io.github.connectapi.test.drawing.paint.Colors;
import io.github.connectapi.test.drawing.paint.Frame;
import io.github.connectapi.test.drawing.paint.Layer;
import io.github.connectapi.test.drawing.paint.Painter;

/**
 * The sky with sun, moon, stars and clouds.
 */
final class Sky implements Layer {

	@Override
	public void draw(Frame frame) {
		Painter painter = frame.painter();
		painter.rect(0, -10, frame.width(), frame.horizon() + 20,
				Painter.vertical(0, frame.palette().skyTop(), frame.horizon(), frame.palette().skyBottom()));
		Dice dice = frame.dice();
		Weather weather = frame.scenery().weather();
		boolean clear = weather == Weather.CLEAR;
		double x = frame.width() * (dice.chance(50) ? dice.between(0.12, 0.36) : dice.between(0.64, 0.88));
		switch (frame.scenery().time()) {
			case MORNING ->
				sun(frame, x, frame.horizon() * dice.between(0.55, 0.86), 46, new Color(0xFFF2D0), clear ? 0.95 : 0.4);
			case DAY ->
				sun(frame, x, frame.horizon() * dice.between(0.14, 0.34), 42, new Color(0xFFFBEA), clear ? 0.8 : 0);
			case SUNSET ->
				sun(frame, x, frame.horizon() * dice.between(0.72, 1.0), 62, new Color(0xFFE0A0), clear ? 1 : 0.35);
			case NIGHT -> night(frame, x, clear || weather == Weather.SNOW);
		}
		int clouds = switch (weather) {
			case CLEAR -> dice.next(5);
			case FOG -> 0;
			case STORM -> 13;
			default -> 9;
		};
		clouds = (int) Math.ceil(clouds * frame.width() / 1500);
		for (int i = 0; i < clouds; i++) {
			cloud(frame, dice.between(-0.05, 1.05) * frame.width(), frame.horizon() * dice.between(0.06, 0.66),
					dice.between(60, 170) * ((weather == Weather.STORM) ? 1.7 : 1));
		}
	}

	private static void sun(Frame frame, double x, double y, double radius, Color color, double strength) {
		if (strength == 0) {
			return;
		}
		frame.painter().within(new Rectangle2D.Double(0, 0, frame.width(), frame.horizon() + 12), () -> {
			frame.painter().glow(x, y, radius * 9, color, 0.5 * strength);
			frame.painter().glow(x, y, radius * 3, color, 0.6 * strength);
			frame.painter().oval(x, y, radius, radius, Colors.alpha(Colors.lighter(color, 0.35), strength));
		});
	}

	private static void night(Frame frame, double x, boolean clear) {
		if (!clear) {
			return;
		}
		Painter painter = frame.painter();
		Dice dice = frame.dice();
		for (int i = 0; i < 150 * frame.width() / 1500; i++) {
			double radius = dice.between(0.8, 2.4);
			double height = Math.pow(dice.between(0, 1), 1.4);
			painter.oval(dice.between(0, frame.width()), frame.horizon() * height, radius, radius,
					Colors.alpha(Color.WHITE, dice.between(0.35, 0.95) * (1 - height * 0.6)));
		}
		double y = frame.horizon() * dice.between(0.16, 0.4);
		Color moon = new Color(0xFFF6DC);
		painter.glow(x, y, 260, moon, 0.38);
		painter.oval(x, y, 44, 44, moon);
		painter.oval(x - 14, y - 10, 9, 8, Colors.alpha(new Color(0xC9BFA0), 0.45));
		painter.oval(x + 14, y + 12, 12, 11, Colors.alpha(new Color(0xC9BFA0), 0.4));
		painter.oval(x + 8, y - 18, 6, 6, Colors.alpha(new Color(0xC9BFA0), 0.4));
	}

	private static void cloud(Frame frame, double x, double y, double size) {
		Dice dice = frame.dice();
		Color base = Colors.mix(frame.palette().skyBottom(), switch (frame.scenery().time()) {
			case SUNSET -> new Color(0xFFB9A0);
			case NIGHT -> new Color(0x5A6790);
			default -> Color.WHITE;
		}, 0.6);
		if (frame.scenery().weather() == Weather.STORM || frame.scenery().weather() == Weather.RAIN) {
			base = Colors.mix(base, new Color(0x39424C), (frame.scenery().weather() == Weather.STORM) ? 0.62 : 0.3);
		}
		double opacity = dice.between(0.55, 0.9);
		Path2D shape = new Path2D.Double(Path2D.WIND_NON_ZERO);
		int puffs = 5 + dice.next(4);
		for (int i = 0; i < puffs; i++) {
			double part = (i + 0.5) / puffs * 2 - 1;
			double radius = size * (0.24 + 0.3 * (1 - part * part)) * dice.between(0.75, 1.15);
			shape.append(
					new Ellipse2D.Double(x + part * size * 1.35 - radius, y - radius * 1.1, radius * 2, radius * 1.7),
					false);
		}
		Color upper = Colors.alpha(base, opacity);
		Color lower = Colors.alpha(Colors.mix(base, frame.palette().skyTop(), 0.35), opacity * 0.25);
		Color from = upper;
		frame.painter()
			.within(new Rectangle2D.Double(x - size * 3, y - size * 3, size * 6, size * 3.28),
					() -> frame.painter().fill(shape, Painter.vertical(y - size * 0.5, from, y + size * 0.35, lower)));
	}

}

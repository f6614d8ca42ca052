package io.github.connectapi.test.drawing.scene;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.List;

import io.github.connectapi.test.catalog.Scenery.TimeOfDay;
import io.github.connectapi.test.catalog.Setting;
import io.github.connectapi.test.catalog.vocabulary.Dice;
import io.github.connectapi.test.drawing.figure.Flower;
import io.github.connectapi.test.drawing.paint.Colors;
import io.github.connectapi.test.drawing.paint.Frame;
import io.github.connectapi.test.drawing.paint.Layer;
import io.github.connectapi.test.drawing.paint.Painter;

/**
 * A room: at home, in an office, or an empty one with a white wall.
 */
final class Room implements Layer {

	@Override
	public void draw(Frame frame) {
		if (frame.scenery().setting() == Setting.STUDIO) {
			frame.painter().rect(0, 0, frame.width(), frame.height(), Color.WHITE);
			return;
		}
		Dice dice = frame.dice();
		Painter painter = frame.painter();
		double width = frame.width();
		double floor = frame.ground(0.42);
		boolean office = frame.scenery().setting() == Setting.OFFICE;
		Color wall = (office ? new Color(0xDDE2E6) : dice.pick(List.of(new Color(0xF1E3C8), new Color(0xD9E4DD),
				new Color(0xEBD3C3), new Color(0xC9D6E3), new Color(0xE8DDEA))));
		Color light = Colors.mix(Color.WHITE, frame.palette().light(), frame.palette().night() ? 0.25 : 0.5);
		wall = Colors.multiply(wall, light);
		painter.rect(0, 0, width, frame.height(), Painter.vertical(0, wall, floor, Colors.darker(wall, 0.1)));
		Color wood = Colors.multiply(office ? new Color(0x8E98A0) : new Color(0xB58A5C), light);
		painter.rect(0, floor, width, frame.height() - floor,
				Painter.vertical(floor, wood, frame.height(), Colors.darker(wood, 0.25)));
		painter.rect(0, floor - 16, width, 16, Colors.lighter(wall, 0.4));
		double windowWidth = (office ? width * 0.9 : Math.min(width * 0.5, 560));
		double left = (office ? width * 0.05 : width * dice.between(0.08, 0.42));
		double top = frame.height() * 0.08;
		window(frame, left, top, windowWidth, (office ? floor - 110 : Math.min(floor * 0.66, 560)) - top, office);
		if (!office) {
			furniture(frame, left, windowWidth, floor);
		}
		for (double x = width * 0.28; x < width; x += width * 0.44) {
			lamp(frame, x, office);
		}
	}

	private static void window(Frame frame, double left, double top, double width, double height, boolean office) {
		Painter painter = frame.painter();
		Rectangle2D glass = new Rectangle2D.Double(left, top, width, height);
		painter.rect(left - 14, top - 14, width + 28, height + 28, new Color(0xF7F4EE));
		painter.within(glass, () -> {
			Frame view = new Frame(painter, frame.palette(), frame.dice(), frame.scenery(), frame.titleWords(),
					frame.width(), top + height, top + height * 0.86);
			new Sky().draw(view);
			if (office) {
				new Skyline(0.3).draw(view);
			}
			else {
				new Hills(3, 170, true).draw(view);
			}
			painter.rect(left, top + height * 0.86 + 5, width, height,
					frame.lit(office ? new Color(0x6E7C88) : frame.palette().grass(), 0.3));
			painter.polygon(Colors.alpha(Color.WHITE, 0.12), left, top, left + width * 0.34, top, left + width * 0.12,
					top + height, left, top + height);
		});
		int panes = (office ? 4 : 2);
		for (int i = 1; i < panes; i++) {
			painter.rect(left + width * i / panes - 6, top, 12, height, new Color(0xF7F4EE));
		}
		if (!office) {
			painter.rect(left, top + height * 0.36, width, 9, new Color(0xF7F4EE));
			painter.rect(left - 34, top + height + 8, width + 68, 20, new Color(0xEDE7DB));
		}
	}

	private static void furniture(Frame frame, double left, double windowWidth, double floor) {
		Dice dice = frame.dice();
		Painter painter = frame.painter();
		double right = left + windowWidth;
		Color curtain = Colors.alpha(Flower.petals(dice), 0.5);
		for (double x : new double[] { left - 70, right - 20 }) {
			painter.blob(curtain, x, frame.height() * 0.05, x + 90, frame.height() * 0.05, x + 76, floor * 0.5, x + 100,
					floor * 0.88, x - 8, floor * 0.88, x + 14, floor * 0.5);
		}
		double x = ((right + 260 < frame.width()) ? right + 180 : left - 200);
		painter.rect(x - 92, floor * 0.2, 184, 146, new Color(0x6B4E36));
		painter.rect(x - 80, floor * 0.2 + 12, 160, 122,
				Painter.vertical(floor * 0.2, new Color(0xBFD9E2), floor * 0.2 + 122, new Color(0xF1D9A8)));
		painter.blob(new Color(0x5F8A6B), x - 80, floor * 0.2 + 134, x - 60, floor * 0.2 + 84, x, floor * 0.2 + 104,
				x + 60, floor * 0.2 + 76, x + 80, floor * 0.2 + 134);
		painter.blob(new Color(0xC2714F), x - 42, floor + 22, x - 52, floor - 54, x + 52, floor - 54, x + 42,
				floor + 22);
		for (int i = 0; i < 13; i++) {
			double angle = Math.PI * (0.12 + 0.76 * i / 12);
			double length = dice.between(90, 180);
			painter.curve(9, Colors.mix(new Color(0x3F7D3A), new Color(0x7DB64E), dice.between(0, 1)), x, floor - 56,
					x + Math.cos(angle) * length * 0.6, floor - 60 - Math.sin(angle) * length * 0.8,
					x + Math.cos(angle) * length, floor - 56 - Math.sin(angle) * length);
		}
	}

	private static void lamp(Frame frame, double x, boolean office) {
		Painter painter = frame.painter();
		double y = frame.height() * 0.16;
		painter.line(x, -10, x, y, 3, new Color(0x3A3A40));
		painter.blob(office ? new Color(0x3F4B57) : new Color(0xC8553D), x - 62, y + 52, x - 34, y + 6, x, y - 8,
				x + 34, y + 6, x + 62, y + 52, x, y + 46);
		painter.oval(x, y + 50, 19, 12, new Color(0xFFF1C9));
		painter.glow(x, y + 56, 190, new Color(0xFFEBB5), (frame.scenery().time() == TimeOfDay.DAY) ? 0.25 : 0.6);
	}

}

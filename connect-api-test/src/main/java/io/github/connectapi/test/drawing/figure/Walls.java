package io.github.connectapi.test.drawing.figure;

import java.awt.Color;
import java.util.List;

import io.github.connectapi.test.catalog.vocabulary.Dice;
import io.github.connectapi.test.drawing.paint.Colors;
import io.github.connectapi.test.drawing.paint.Frame;

/**
 * The colors of buildings.
 */
final class Walls {

	static final Color LAMP = new Color(0xFFD98A);

	static final List<Color> WALLS = List.of(new Color(0xD9A066), new Color(0xC96F53), new Color(0xE6D3AF),
			new Color(0x8FA9B8), new Color(0xB8C4A0), new Color(0xE3B7A0), new Color(0x9C7B8B), new Color(0xEDE6D8));

	static final List<Color> ROOFS = List.of(new Color(0x8C4A3A), new Color(0x6B4B45), new Color(0x4E5560),
			new Color(0xA25B40));

	private Walls() {
	}

	static Color window(Frame frame, Dice dice, double distance) {
		boolean dark = frame.palette().night() || frame.palette().light().getBlue() < 200;
		if (dice.chance(dark ? 62 : 6)) {
			return Colors.mix(LAMP, frame.palette().skyBottom(), distance * 0.4);
		}
		return Colors.mix(frame.lit(0x3C4B5C, distance), frame.palette().skyTop(), dark ? 0.1 : 0.35);
	}

}

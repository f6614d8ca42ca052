package io.github.connectapi.test.drawing.paint;

import java.awt.Color;
import java.util.List;
import java.util.stream.IntStream;

import io.github.connectapi.test.catalog.Scenery.Season;
import io.github.connectapi.test.catalog.Scenery.TimeOfDay;
import io.github.connectapi.test.catalog.vocabulary.Dice;

/**
 * The basic colors of times of day and seasons.
 */
final class Tones {

	private Tones() {
	}

	/**
	 * Return pairs of the upper and lower color of a sky.
	 */
	static List<List<Color>> skies(TimeOfDay time) {
		return switch (time) {
			case MORNING -> List.of(colors(0x7FA8D6, 0xFFD9B0), colors(0x96B4DC, 0xFFE6CC), colors(0xA9B9DC, 0xFBCFC2),
					colors(0x8CC0D8, 0xFDEBC0));
			case DAY -> List.of(colors(0x3A86CD, 0xCBE6F5), colors(0x4F97D8, 0xE3F0F7), colors(0x2F74BE, 0xA9D5F0),
					colors(0x58A6D2, 0xEAF4EC));
			case SUNSET -> List.of(colors(0x46407E, 0xFF9A5C), colors(0x74386E, 0xFFB463), colors(0x2F4478, 0xF77F66),
					colors(0x5B4A8A, 0xFFC58A), colors(0x803F5C, 0xFFCF6E));
			case NIGHT -> List.of(colors(0x0A1030, 0x33477E), colors(0x0D0C2C, 0x483F7A), colors(0x071A33, 0x2C5C80));
		};
	}

	static Color light(TimeOfDay time) {
		return switch (time) {
			case MORNING -> new Color(0xFFF3E0);
			case DAY -> Color.WHITE;
			case SUNSET -> new Color(0xDCA090);
			case NIGHT -> new Color(0x56649A);
		};
	}

	static List<Color> grasses(Season season) {
		return switch (season) {
			case SPRING -> colors(0x8FBF55, 0x7DB64E, 0xA0C460);
			case SUMMER -> colors(0x6FA544, 0x7BA848, 0x5F9A4A);
			case AUTUMN -> colors(0xA8A04C, 0x97984C, 0xB09A50);
			case WINTER -> colors(0xEDF2F8);
		};
	}

	static List<Color> leaves(Season season, Dice dice) {
		return switch (season) {
			case SPRING -> dice.pick(List.of(colors(0x8CC152, 0x9ED160, 0x79B046), colors(0xF4C6D6, 0xF9DCE6, 0xEBAFC6),
					colors(0xA5CE62, 0xB9DB78, 0x8DBB50)));
			case SUMMER -> dice.pick(List.of(colors(0x3F7D3A, 0x4F9146, 0x346C35), colors(0x5A8F3C, 0x6BA046, 0x4A7D35),
					colors(0x2F7048, 0x418557, 0x27603F)));
			case AUTUMN -> dice.pick(List.of(colors(0xD9822B, 0xE8A33D, 0xC2612A), colors(0xC9452F, 0xDE6B3A, 0xA93A2C),
					colors(0xE2B23A, 0xEFC95A, 0xC9952E)));
			case WINTER -> List.of();
		};
	}

	private static List<Color> colors(int... values) {
		return IntStream.of(values).mapToObj(Color::new).toList();
	}

}

package io.github.connectapi.test.drawing.figure;

import java.awt.Color;
import java.util.List;
import java.util.stream.IntStream;

import io.github.connectapi.test.Internal;
import io.github.connectapi.test.catalog.vocabulary.Dice;

/**
 * What a person looks like.
 *
 * @param skin the color of the skin
 * @param hair the color of the hair
 * @param top the color of the upper clothes
 * @param bottom the color of the lower clothes
 * @param longHair whether the hair is long
 * @param skirt whether the person wears a skirt
 */
@Internal
public record Outfit(Color skin, Color hair, Color top, Color bottom, boolean longHair, boolean skirt) {

	private static final List<Color> SKIN = colors(0xF1C9A5, 0xE0AC80, 0xC68A5E, 0x9C6644, 0x70482F);

	private static final List<Color> HAIR = colors(0x2B2220, 0x4A3226, 0x7A4E2D, 0xB98A4A, 0xD9C6A0, 0x9A9A9A,
			0x913D24);

	private static final List<Color> BRIGHT = colors(0xD9483B, 0xE8A33D, 0x2F7FB8, 0x3C9A6B, 0xF2EDE2, 0x8D5AA5,
			0xE27D8F, 0x26547C, 0xF4C64F, 0x5BB5B0);

	private static final List<Color> DARK = colors(0x2E3A50, 0x4A4A52, 0x5B4636, 0x1F2A3C, 0x6B7280, 0x3E5C76);

	private static final List<Color> SUITS = colors(0x27303F, 0x3A3F4C, 0x44505E, 0x1D2733, 0x5A4A48);

	private static List<Color> colors(int... values) {
		return IntStream.of(values).mapToObj(Color::new).toList();
	}

	/**
	 * Return this outfit with long or short hair.
	 * @param value whether the hair is long
	 * @return the outfit
	 */
	public Outfit withLongHair(boolean value) {
		return new Outfit(this.skin, this.hair, this.top, this.bottom, value, this.skirt && value);
	}

	/**
	 * Return this outfit with gray hair.
	 * @return the outfit
	 */
	public Outfit withGrayHair() {
		return new Outfit(this.skin, new Color(0xD5D5D2), this.top, this.bottom, this.longHair, this.skirt);
	}

	/**
	 * Return an outfit for leisure.
	 * @param dice the dice
	 * @return the outfit
	 */
	public static Outfit casual(Dice dice) {
		boolean longHair = dice.chance(50);
		return new Outfit(dice.pick(SKIN), dice.pick(HAIR), dice.pick(BRIGHT), dice.pick(DARK), longHair,
				longHair && dice.chance(40));
	}

	/**
	 * Return an outfit for the office.
	 * @param dice the dice
	 * @return the outfit
	 */
	public static Outfit business(Dice dice) {
		Color suit = dice.pick(SUITS);
		boolean longHair = dice.chance(45);
		return new Outfit(dice.pick(SKIN), dice.pick(HAIR), suit, suit, longHair, longHair && dice.chance(50));
	}

	/**
	 * Return the outfit of a team.
	 * @param dice the dice
	 * @param shirt the color of the shirts
	 * @param shorts the color of the shorts
	 * @return the outfit
	 */
	public static Outfit team(Dice dice, Color shirt, Color shorts) {
		return new Outfit(dice.pick(SKIN), dice.pick(HAIR), shirt, shorts, dice.chance(25), false);
	}

}

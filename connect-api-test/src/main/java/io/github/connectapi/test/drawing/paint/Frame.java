package io.github.connectapi.test.drawing.paint;

import java.awt.Color;
import java.util.Set;

import io.github.connectapi.test.Internal;
import io.github.connectapi.test.catalog.Scenery;
import io.github.connectapi.test.catalog.vocabulary.Dice;

/**
 * What each layer of a picture needs.
 *
 * @param painter the painter
 * @param palette the palette
 * @param dice the dice
 * @param scenery the scenery
 * @param titleWords the words of the title
 * @param width the width in units
 * @param height the height in units
 * @param horizon the height of the horizon, counted from the top
 */
@Internal
public record Frame(Painter painter, Palette palette, Dice dice, Scenery scenery, Set<String> titleWords, double width,
		double height, double horizon) {

	/**
	 * Return a frame with other dice.
	 * @param other the dice
	 * @return the frame
	 */
	public Frame with(Dice other) {
		return new Frame(this.painter, this.palette, other, this.scenery, this.titleWords, this.width, this.height,
				this.horizon);
	}

	/**
	 * Return whether the title has a word.
	 * @param word the word in lower case
	 * @return {@code true} if it has
	 */
	public boolean says(String word) {
		return this.titleWords.contains(word);
	}

	/**
	 * Return a color in the light of the picture.
	 * @param rgb the color as {@code 0xRRGGBB}
	 * @param distance the distance, from 0 to 1
	 * @return the color
	 */
	public Color lit(int rgb, double distance) {
		return this.palette.lit(new Color(rgb), distance);
	}

	/**
	 * Return a color in the light of the picture.
	 * @param color the color
	 * @param distance the distance, from 0 to 1
	 * @return the color
	 */
	public Color lit(Color color, double distance) {
		return this.palette.lit(color, distance);
	}

	/**
	 * Return the height of the ground in front of the horizon.
	 * @param nearness 0 at the horizon, 1 at the lower edge
	 * @return the height, counted from the top
	 */
	public double ground(double nearness) {
		return this.horizon + (this.height - this.horizon) * nearness;
	}

}

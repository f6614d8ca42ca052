package io.github.connectapi.test.catalog;

import io.github.connectapi.test.Internal;

/**
 * How an image looks.
 *
 * @param color whether it has colors; if not, it is black and white
 * @param illustration whether it is an illustration; if not, it is a photograph
 * @param orientation the orientation
 * @param whiteBackground whether the background is white
 * @param scenery what it shows
 */
@Internal
public record Appearance(boolean color, boolean illustration, Orientation orientation, boolean whiteBackground,
		Scenery scenery) {

	/**
	 * Return the documented name of the color type.
	 * @return {@code Color} or {@code BlackAndWhite}
	 */
	public String colorType() {
		return (this.color ? "Color" : "BlackAndWhite");
	}

	/**
	 * Return the documented name of the graphic style in a search.
	 * @return {@code Photography} or {@code Illustration}
	 */
	public String graphicStyle() {
		return (this.illustration ? "Illustration" : "Photography");
	}

}

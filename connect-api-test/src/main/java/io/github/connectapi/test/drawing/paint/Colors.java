package io.github.connectapi.test.drawing.paint;

import java.awt.Color;

import io.github.connectapi.test.Internal;

/**
 * Creates and mixes colors.
 */
@Internal
public final class Colors {

	private Colors() {
	}

	/**
	 * Return a color.
	 * @param rgb the red, green and blue parts as {@code 0xRRGGBB}
	 * @return the color
	 */
	public static Color of(int rgb) {
		return new Color(rgb);
	}

	/**
	 * Return a mixture of two colors.
	 * @param first the first color
	 * @param second the second color
	 * @param share the share of the second color, from 0 to 1
	 * @return the mixture
	 */
	public static Color mix(Color first, Color second, double share) {
		double rest = 1 - share;
		return new Color(clamp(first.getRed() * rest + second.getRed() * share),
				clamp(first.getGreen() * rest + second.getGreen() * share),
				clamp(first.getBlue() * rest + second.getBlue() * share), first.getAlpha());
	}

	/**
	 * Return a color in a light of a color.
	 * @param color the color
	 * @param light the color of the light; white changes nothing
	 * @return the color in that light
	 */
	public static Color multiply(Color color, Color light) {
		return new Color(color.getRed() * light.getRed() / 255, color.getGreen() * light.getGreen() / 255,
				color.getBlue() * light.getBlue() / 255, color.getAlpha());
	}

	/**
	 * Return a color that lets others shine through.
	 * @param color the color
	 * @param opacity the opacity, from 0 to 1
	 * @return the color with that opacity
	 */
	public static Color alpha(Color color, double opacity) {
		return new Color(color.getRed(), color.getGreen(), color.getBlue(), clamp(255 * opacity));
	}

	/**
	 * Return a lighter color.
	 * @param color the color
	 * @param share how much lighter, from 0 to 1
	 * @return the lighter color
	 */
	public static Color lighter(Color color, double share) {
		return mix(color, Color.WHITE, share);
	}

	/**
	 * Return a darker color.
	 * @param color the color
	 * @param share how much darker, from 0 to 1
	 * @return the darker color
	 */
	public static Color darker(Color color, double share) {
		return mix(color, Color.BLACK, share);
	}

	private static int clamp(double value) {
		return (int) Math.max(0, Math.min(255, Math.round(value)));
	}

}

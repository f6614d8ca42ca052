package io.github.connectapi.test.drawing;

import java.nio.charset.StandardCharsets;

import io.github.connectapi.test.Internal;
import io.github.connectapi.test.catalog.Image;

/**
 * Describes a simple landscape as SVG. It is for a JVM without {@code java.desktop}.
 */
@Internal
public final class SvgPicture {

	private static final String SVG = """
			<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 300" preserveAspectRatio="none" width="%1$s" height="%2$s">
			<title>%3$s</title>
			<rect width="400" height="300" fill="hsl(%4$s,55%%,80%%)"/>
			<circle cx="%5$s" cy="85" r="38" fill="hsl(%4$s,85%%,94%%)"/>
			<path d="M0 205 Q90 115 190 190 T400 165 V300 H0Z" fill="hsl(%4$s,40%%,58%%)"/>
			<path d="M0 250 Q130 175 260 240 T400 230 V300 H0Z" fill="hsl(%4$s,45%%,36%%)"/>
			</svg>
			""";

	private SvgPicture() {
	}

	/**
	 * Return the picture of an image.
	 * @param image the image
	 * @param longestSide the longer side in pixels
	 * @return an SVG file
	 */
	public static byte[] svg(Image image, int longestSide) {
		int number = Math.floorMod(image.id().hashCode(), 1000);
		// The golden angle: neighbors differ clearly in color.
		int hue = number * 137 % 360;
		int sun = 60 + number * 97 % 280;
		return SVG
			.formatted(image.appearance().orientation().width(longestSide),
					image.appearance().orientation().height(longestSide), escape(image.title()), hue, sun)
			.getBytes(StandardCharsets.UTF_8);
	}

	private static String escape(String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;");
	}

}

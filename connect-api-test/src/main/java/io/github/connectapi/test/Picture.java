package io.github.connectapi.test;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One picture of the catalogue, drawn by the server itself.
 *
 * @param id the image id
 * @param title the title
 * @param artist who made it
 * @param family {@code creative} or {@code editorial}
 * @param created the day it was made
 */
record Picture(String id, String title, String artist, String family, String created) {

	private static final Pattern PATH = Pattern.compile("/images/([0-9]+)-(thumb|preview|full)\\.svg");

	private static final String SVG = """
			<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 300" width="%1$d" height="%2$d">
			<rect width="400" height="300" fill="hsl(%3$d,45%%,60%%)"/>
			<text x="200" y="155" font-family="sans-serif" font-size="20" text-anchor="middle">%4$s</text>
			</svg>
			""";

	String path(String size) {
		return "/images/" + this.id + "-" + size + ".svg";
	}

	static Optional<Answer> at(String path) {
		Matcher matcher = PATH.matcher(path);
		if (!matcher.matches()) {
			return Optional.empty();
		}
		return Catalogue.find(matcher.group(1)).map((picture) -> picture.drawn(matcher.group(2)));
	}

	private Answer drawn(String size) {
		int width = switch (size) {
			case "thumb" -> 170;
			case "preview" -> 400;
			default -> 1600;
		};
		String svg = SVG.formatted(width, width * 3 / 4, Math.floorMod(this.id.hashCode(), 360), this.title);
		return Answer.empty(200).body("image/svg+xml", svg.getBytes(StandardCharsets.UTF_8));
	}

}

package io.github.connectapi.test.search;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.connectapi.test.Internal;
import io.github.connectapi.test.server.FakeResponse;

/**
 * A picture of the catalog. The server generates its image.
 *
 * @param id the image id
 * @param title the title
 * @param artist the name of the artist
 * @param family {@code creative} or {@code editorial}
 * @param created the date of creation
 */
@Internal
public record Picture(String id, String title, String artist, String family, String created) {

	private static final Pattern PATH = Pattern.compile("/images/([0-9]+)-(thumb|preview|full)\\.svg");

	/** A landscape, so that a page that shows it looks real. */
	private static final String SVG = """
			<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 300" width="%1$s" height="%2$s">
			<title>%3$s</title>
			<rect width="400" height="300" fill="hsl(%4$s,55%%,80%%)"/>
			<circle cx="%5$s" cy="85" r="38" fill="hsl(%4$s,85%%,94%%)"/>
			<path d="M0 205 Q90 115 190 190 T400 165 V300 H0Z" fill="hsl(%4$s,40%%,58%%)"/>
			<path d="M0 250 Q130 175 260 240 T400 230 V300 H0Z" fill="hsl(%4$s,45%%,36%%)"/>
			</svg>
			""";

	public String path(String size) {
		return "/images/" + this.id + "-" + size + ".svg";
	}

	public static Optional<FakeResponse> responseFor(String path) {
		Matcher matcher = PATH.matcher(path);
		if (!matcher.matches()) {
			return Optional.empty();
		}
		return PictureCatalog.find(matcher.group(1)).map((picture) -> picture.response(matcher.group(2)));
	}

	private FakeResponse response(String size) {
		int width = switch (size) {
			case "thumb" -> 170;
			case "preview" -> 400;
			default -> 1600;
		};
		int number = Math.floorMod(this.id.hashCode(), 1000);
		// The golden angle: neighbors differ clearly in color.
		int hue = number * 137 % 360;
		int sun = 60 + number * 97 % 280;
		String svg = SVG.formatted(width, width * 3 / 4, this.title, hue, sun);
		return FakeResponse.empty(200).body("image/svg+xml", svg.getBytes(StandardCharsets.UTF_8));
	}

}

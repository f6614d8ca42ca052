package io.github.connectapi.test.search;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.connectapi.test.Internal;
import io.github.connectapi.test.catalog.Catalog;
import io.github.connectapi.test.catalog.Image;
import io.github.connectapi.test.catalog.Orientation;
import io.github.connectapi.test.file.FileRequest;
import io.github.connectapi.test.file.FileSource;
import io.github.connectapi.test.file.Rendition;
import io.github.connectapi.test.operation.Json;
import io.github.connectapi.test.server.FakeResponse;
import tools.jackson.databind.node.ObjectNode;

/**
 * Serves the oEmbed data of embeddable images, whose address a search returns.
 */
@Internal
public final class EmbedFiles implements FileSource {

	private static final Pattern PATH = Pattern.compile("/oembed/([0-9]{1,20})");

	/**
	 * Return the address of the oEmbed data of an image.
	 * @param baseUrl the base URL of the server
	 * @param imageId the id of the image
	 * @return the URL
	 */
	public static String url(String baseUrl, String imageId) {
		return "%s/oembed/%s".formatted(baseUrl, imageId);
	}

	@Override
	public Optional<FakeResponse> find(FileRequest request) {
		Matcher matcher = PATH.matcher(request.path());
		if (!matcher.matches()) {
			return Optional.empty();
		}
		return Catalog.get()
			.image(matcher.group(1))
			.filter((image) -> image.rights().embeddable())
			.map((image) -> FakeResponse.empty(200)
				.body("application/json; charset=utf-8",
						Json.MAPPER.writeValueAsBytes(json(request.baseUrl(), image))));
	}

	private static ObjectNode json(String baseUrl, Image image) {
		Orientation orientation = image.appearance().orientation();
		int thumb = Rendition.THUMB.longestSide();
		int preview = Rendition.PREVIEW.longestSide();
		String source = Rendition.PREVIEW.url(baseUrl, image.id());
		return Json.object()
			.put("type", "rich")
			.put("version", "1.0")
			.put("title", image.title())
			.put("caption", image.caption())
			.put("photographer", image.artist())
			.put("collection", image.collection().name())
			.put("html", "<img src=\"%s\" alt=\"\">".formatted(source))
			.put("width", orientation.width(preview))
			.put("height", orientation.height(preview))
			.put("thumbnail_url", Rendition.THUMB.url(baseUrl, image.id()))
			.put("thumbnail_height", orientation.height(thumb))
			.put("thumbnail_width", orientation.width(thumb))
			.put("terms_of_use_url", baseUrl + "/terms");
	}

}

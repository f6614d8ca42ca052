package io.github.connectapi.test.search;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.connectapi.test.Internal;
import io.github.connectapi.test.operation.Access;
import io.github.connectapi.test.operation.Json;
import io.github.connectapi.test.operation.Operation;
import io.github.connectapi.test.operation.OperationErrorException;
import io.github.connectapi.test.operation.OperationRequest;
import io.github.connectapi.test.operation.OperationResult;
import io.github.connectapi.test.operation.RequestArguments;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Versions 1 and 2 of SearchForImages. Both search the {@link PictureCatalog}.
 */
@Internal
public final class SearchOperations {

	private static final int MAX_PAGE_SIZE = 75;

	private SearchOperations() {
	}

	public static List<Operation> all() {
		String name = "SearchForImages";
		// The request key of version 1 does not follow the naming convention.
		return List.of(
				Operation.of("search", name, Access.STANDARD, SearchOperations::search)
					.withRequestKey("SearchForImages2RequestBody"),
				Operation.of("search", name, Access.ANY, SearchOperations::search).withPath("/v2/search/" + name));
	}

	private static OperationResult search(OperationRequest request) throws OperationErrorException {
		RequestArguments arguments = request.arguments();
		String phrase = arguments.object("Query").text("SearchPhrase").orElse("");
		Set<String> families = arguments.object("Filter")
			.texts("ImageFamilies")
			.stream()
			.map((family) -> family.toLowerCase(Locale.ROOT))
			.collect(Collectors.toSet());
		int count = positive(arguments.object("ResultOptions"), "ItemCount", 25);
		int start = positive(arguments.object("ResultOptions"), "ItemStartNumber", 1);
		List<Picture> matches = PictureCatalog.search(phrase, families);
		List<Picture> page = matches.stream().skip(start - 1L).limit(Math.min(count, MAX_PAGE_SIZE)).toList();
		ObjectNode result = Json.object();
		result.put("ItemCount", page.size()).put("ItemStartNumber", start).put("ItemTotalCount", matches.size());
		ArrayNode images = result.putArray("Images");
		page.forEach((picture) -> write(picture, request.baseUrl(), images.addObject()));
		return OperationResult.of(result);
	}

	private static int positive(RequestArguments options, String name, int defaultValue)
			throws OperationErrorException {
		int value = options.integer(name).orElse(defaultValue);
		if (value < 1) {
			throw OperationErrorException.invalidRequest("%s must be at least 1.".formatted(name));
		}
		return value;
	}

	private static void write(Picture picture, String baseUrl, ObjectNode image) {
		image.put("ImageId", picture.id())
			.put("Title", picture.title())
			.put("Artist", picture.artist())
			.put("Caption", picture.title() + ". A picture of the fake Connect API.")
			.put("CollectionName", "Fake Collection")
			.put("DateCreated", picture.created() + "T12:00:00")
			.put("ImageFamily", picture.family())
			.put("LicensingModel", picture.family().equals("creative") ? "RoyaltyFree" : "RightsManaged")
			.put("UrlPreview", baseUrl + picture.path("preview"))
			.put("UrlThumb", baseUrl + picture.path("thumb"));
	}

}

package io.github.connectapi.test.operation;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Versions 1 and 2 of SearchForImages. Both search the {@link PictureCatalog}.
 */
final class SearchOperations {

	private static final int MAX_PAGE_SIZE = 75;

	private final TokenStore tokens;

	SearchOperations(TokenStore tokens) {
		this.tokens = tokens;
	}

	List<Operation> all() {
		String name = "SearchForImages";
		// The request key of version 1 does not follow the naming convention.
		return List.of(
				new Operation(name, "/v1/search/" + name, "SearchForImages2RequestBody", false, this::searchVersion1),
				new Operation(name, "/v2/search/" + name, name + "RequestBody", false, this::searchVersion2));
	}

	private ObjectNode searchVersion1(OperationRequest request) throws OperationErrorException {
		this.tokens.require(request.token(), TokenType.STANDARD);
		return search(request);
	}

	private ObjectNode searchVersion2(OperationRequest request) throws OperationErrorException {
		this.tokens.require(request.token(), TokenType.STANDARD, TokenType.APPLICATION);
		return search(request);
	}

	private static ObjectNode search(OperationRequest request) throws OperationErrorException {
		JsonNode arguments = request.arguments();
		String phrase = arguments.path("Query").path("SearchPhrase").asString("");
		Set<String> families = arguments.path("Filter")
			.path("ImageFamilies")
			.valueStream()
			.map((family) -> family.asString("").toLowerCase(Locale.ROOT))
			.collect(Collectors.toSet());
		int count = positive(arguments.path("ResultOptions"), "ItemCount", 25);
		int start = positive(arguments.path("ResultOptions"), "ItemStartNumber", 1);
		List<Picture> matches = PictureCatalog.search(phrase, families);
		List<Picture> page = matches.stream().skip(start - 1L).limit(Math.min(count, MAX_PAGE_SIZE)).toList();
		ObjectNode result = Json.object();
		result.put("ItemCount", page.size()).put("ItemStartNumber", start).put("ItemTotalCount", matches.size());
		ArrayNode images = result.putArray("Images");
		page.forEach((picture) -> write(picture, request.baseUrl(), images.addObject()));
		return result;
	}

	private static int positive(JsonNode options, String name, int defaultValue) throws OperationErrorException {
		int value = options.path(name).asInt(defaultValue);
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

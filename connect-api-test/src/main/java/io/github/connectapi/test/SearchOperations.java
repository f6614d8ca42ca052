package io.github.connectapi.test;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * SearchForImages, version 1 and 2, over the built-in catalogue.
 */
final class SearchOperations {

	private static final int LARGEST_PAGE = 75;

	private final Tokens tokens;

	SearchOperations(Tokens tokens) {
		this.tokens = tokens;
	}

	List<Operation> all() {
		String name = "SearchForImages";
		// Version 1 is the one operation whose request key does not follow the rule.
		return List.of(
				new Operation(name, "/v1/search/" + name, "SearchForImages2RequestBody", false, this::searchVersion1),
				new Operation(name, "/v2/search/" + name, name + "RequestBody", false, this::searchVersion2));
	}

	private ObjectNode searchVersion1(Call call) throws OperationErrorException {
		this.tokens.require(call.token(), TokenKind.STANDARD);
		return search(call);
	}

	private ObjectNode searchVersion2(Call call) throws OperationErrorException {
		this.tokens.require(call.token(), TokenKind.STANDARD, TokenKind.APPLICATION);
		return search(call);
	}

	private static ObjectNode search(Call call) throws OperationErrorException {
		JsonNode arguments = call.arguments();
		String phrase = arguments.path("Query").path("SearchPhrase").asString("");
		Set<String> families = arguments.path("Filter")
			.path("ImageFamilies")
			.valueStream()
			.map((family) -> family.asString("").toLowerCase(Locale.ROOT))
			.collect(Collectors.toSet());
		int count = positive(arguments.path("ResultOptions"), "ItemCount", 25);
		int start = positive(arguments.path("ResultOptions"), "ItemStartNumber", 1);
		List<Picture> found = Catalogue.search(phrase, families);
		List<Picture> page = found.stream().skip(start - 1L).limit(Math.min(count, LARGEST_PAGE)).toList();
		ObjectNode result = Json.object();
		result.put("ItemCount", page.size()).put("ItemStartNumber", start).put("ItemTotalCount", found.size());
		ArrayNode images = result.putArray("Images");
		page.forEach((picture) -> describe(picture, call.baseUrl(), images.addObject()));
		return result;
	}

	private static int positive(JsonNode options, String name, int absent) throws OperationErrorException {
		int value = options.path(name).asInt(absent);
		if (value < 1) {
			throw OperationErrorException.invalidRequest(name + " must be at least 1.");
		}
		return value;
	}

	private static void describe(Picture picture, String baseUrl, ObjectNode image) {
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

package io.github.connectapi.test.rest;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import io.github.connectapi.test.catalog.Catalog;
import io.github.connectapi.test.catalog.Image;
import io.github.connectapi.test.catalog.ImageFamily;
import io.github.connectapi.test.download.Purchases;
import io.github.connectapi.test.operation.Json;
import io.github.connectapi.test.search.SearchPhrase;
import io.github.connectapi.test.server.FakeResponse;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The searches for creative and for editorial images. With the token of a user, they find
 * only images that a product offering of the account authorizes.
 *
 * @param purchases knows what is authorized
 */
record ImageSearch(Purchases purchases) {

	private static final Comparator<Image> BEST_MATCH = Comparator.comparing(Image::id);

	private static final Comparator<Image> NEWEST = Comparator.comparing(Image::created).reversed();

	private static final Map<String, Comparator<Image>> ORDERS = Map.of("best_match", BEST_MATCH, "random", BEST_MATCH,
			"most_popular", Comparator.comparing((image) -> image.editorial().qualityRank()), "newest", NEWEST,
			"most_recent", NEWEST, "oldest", Comparator.comparing(Image::created));

	List<RestOperation> all() {
		return List.of(operation("SearchImagesCreative", "creative", ImageFamily.CREATIVE),
				operation("SearchImagesEditorial", "editorial", ImageFamily.EDITORIAL));
	}

	private RestOperation operation(String name, String path, ImageFamily family) {
		return RestOperation.of(name, "GET", "/v3/search/images/" + path, RestAccess.KEY,
				(request, userName) -> search(request, userName, family));
	}

	private FakeResponse search(RestRequest request, String userName, ImageFamily family) throws RestErrorException {
		PageRequest page = PageRequest.of(request);
		ImageFields fields = ImageFields.ofSearch(request);
		Comparator<Image> order = order(request);
		Predicate<Image> condition = phrase(request).and((image) -> isAuthorized(userName, image));
		List<Image> matches = Catalog.get()
			.images()
			.stream()
			.filter((image) -> image.family() == family && this.purchases.image(image.id()).isPresent())
			.filter(condition)
			.sorted(order.thenComparing(BEST_MATCH))
			.toList();
		ObjectNode result = Json.object().put("result_count", matches.size());
		ArrayNode images = result.putArray("images");
		RestImageWriter writer = new RestImageWriter(this.purchases, request.http().baseUrl(), userName, fields);
		page.of(matches).forEach((image) -> images.add(writer.write(image)));
		return RestResponses.json(200, result);
	}

	private boolean isAuthorized(String userName, Image image) {
		return userName.isEmpty() || !this.purchases.authorizing(userName, image).isEmpty();
	}

	private static Predicate<Image> phrase(RestRequest request) {
		return request.parameter("phrase")
			.map(SearchPhrase::of)
			.<Predicate<Image>>map((phrase) -> (image) -> phrase.matches(image.words()))
			.orElse((image) -> true);
	}

	private static Comparator<Image> order(RestRequest request) throws RestErrorException {
		Comparator<Image> order = ORDERS.get(request.parameter("sort_order").orElse("best_match"));
		if (order == null) {
			throw RestErrorException.invalidParameter("The sort_order is not supported.");
		}
		return order;
	}

}

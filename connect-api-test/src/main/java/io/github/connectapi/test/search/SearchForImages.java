package io.github.connectapi.test.search;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

import io.github.connectapi.test.catalog.Image;
import io.github.connectapi.test.catalog.Offering;
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
 * Versions 1 and 2 of SearchForImages.
 *
 * @param assets the images and videos
 * @param offerings returns the offerings of an account, given its user name
 * @param emptyPages what to return if a page is empty
 */
record SearchForImages(AvailableAssets assets, Function<String, Set<Offering>> offerings,
		Paging.EmptyPages emptyPages) {

	private static final int MAX_COUNT = 75;

	List<Operation> all() {
		String name = "SearchForImages";
		// The request key of version 1 does not follow the naming convention.
		return List.of(
				Operation.of("search", name, Access.STANDARD, (request) -> search(request, Version.V1))
					.withRequestKey("SearchForImages2RequestBody"),
				Operation.of("search", name, Access.ANY, (request) -> search(request, Version.V2))
					.withPath("/v2/search/" + name));
	}

	private OperationResult search(OperationRequest request, Version version) throws OperationErrorException {
		RequestArguments arguments = request.arguments();
		RequestArguments options = arguments.object("ResultOptions");
		RequestArguments filter = arguments.object("Filter");
		Set<Offering> accountOfferings = this.offerings.apply(request.session().userName());
		Set<String> families = ImageFilter.families(filter);
		Language language = Language.of(arguments);
		Paging paging = Paging.of(options, MAX_COUNT);
		ImageSorting sorting = ImageSorting.of(options, version, families);
		int refinements = Refinements.countForCategory(options, version);
		ImageWriter writer = new ImageWriter(version, request.baseUrl(), accountOfferings,
				options.flag("IncludeKeywords"));
		Predicate<Image> condition = ImageQuery.of(arguments.object("Query"), version, families)
			.and(ImageFilter.of(filter, version, accountOfferings));
		List<Image> matches = this.assets.images().filter(condition).sorted(sorting.comparator()).toList();
		ObjectNode result = Json.object();
		List<Image> page = write(matches, paging, writer, result);
		Refinements.write(matches, refinements, result.putArray("RefinementOptions"));
		result.put("ItemCount", page.size()).put("EditorialSortOrder", sorting.editorial());
		if (version.isSecond()) {
			result.put("CreativeSortOrder", sorting.creative());
		}
		return language.addTo(this.emptyPages.check(OperationResult.of(result), paging, matches.size(), "NoImages"));
	}

	private static List<Image> write(List<Image> matches, Paging paging, ImageWriter writer, ObjectNode result) {
		List<Image> page = paging.page(matches);
		ArrayNode images = result.putArray("Images");
		page.forEach((image) -> writer.write(image, images.addObject()));
		result.put("ItemStartNumber", paging.start()).put("ItemTotalCount", matches.size());
		return page;
	}

}

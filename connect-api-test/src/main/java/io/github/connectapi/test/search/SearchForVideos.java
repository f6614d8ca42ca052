package io.github.connectapi.test.search;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import io.github.connectapi.test.catalog.Offering;
import io.github.connectapi.test.catalog.Video;
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
 * SearchForVideos.
 *
 * @param assets the images and videos
 * @param offerings returns the offerings of an account, given its user name
 * @param tokens issues the download tokens
 * @param emptyPages what to return if a page is empty
 */
record SearchForVideos(AvailableAssets assets, Function<String, Set<Offering>> offerings, VideoDownloadTokens tokens,
		Paging.EmptyPages emptyPages) {

	private static final int MAX_COUNT = 90;

	List<Operation> all() {
		return List.of(Operation.of("search", "SearchForVideos", Access.STANDARD, this::search));
	}

	private OperationResult search(OperationRequest request) throws OperationErrorException {
		RequestArguments arguments = request.arguments();
		RequestArguments options = arguments.object("ResultOptions");
		Language language = Language.of(arguments);
		Paging paging = Paging.of(options, MAX_COUNT);
		VideoQuery query = VideoQuery.of(arguments.object("Query"));
		List<Video> matches = matches(query, arguments.object("Filter"), options);
		List<Video> page = paging.page(matches);
		String userName = request.session().userName();
		VideoWriter writer = new VideoWriter(request.baseUrl(), userName, this.offerings.apply(userName), this.tokens);
		ObjectNode json = Json.object();
		json.put("ItemCount", page.size()).put("ItemStartNumber", paging.start()).put("ItemTotalCount", matches.size());
		ArrayNode videos = json.putArray("Videos");
		page.forEach((video) -> writer.write(video, videos.addObject()));
		OperationResult result = this.emptyPages.check(OperationResult.of(json), paging, matches.size(), "NoVideos");
		return language.addTo(withWarnings(result, query));
	}

	/** Return the videos of the ids, which override all else, or those that match. */
	private List<Video> matches(VideoQuery query, RequestArguments filter, RequestArguments options)
			throws OperationErrorException {
		if (!query.assetIds().isEmpty()) {
			return query.assetIds().stream().map(this.assets::video).flatMap(Optional::stream).toList();
		}
		VideoFilter videoFilter = VideoFilter.of(filter);
		return this.assets.videos()
			.filter(query.condition().and(videoFilter))
			.sorted(videoFilter.sorting(options))
			.toList();
	}

	private OperationResult withWarnings(OperationResult result, VideoQuery query) {
		OperationResult checked = result;
		if (query.ignored()) {
			checked = checked.withWarning("InvalidSearchForVideoByAssetId",
					"AssetIds cannot be combined with other query parameters. They are ignored.");
		}
		return (query.hasUnknownId(this.assets) ? checked.withWarning("InvalidAssets", "AssetIds has ids of no video.")
				: checked);
	}

}

package io.github.connectapi.samples.quickstart.readme;

import java.util.List;

import org.slf4j.Logger;
import tools.jackson.databind.JsonNode;

import io.github.connectapi.call.ConnectApi;
import io.github.connectapi.download.CreateDownloadRequest;
import io.github.connectapi.download.CreateDownloadRequestResult;
import io.github.connectapi.operation.ConnectRequest;
import io.github.connectapi.operation.ConnectResponse;
import io.github.connectapi.search.Image;
import io.github.connectapi.search.ImageSearch;
import io.github.connectapi.search.SearchForImages;

import static io.github.connectapi.operation.ConnectOperations.CREATE_DOWNLOAD_REQUEST;
import static io.github.connectapi.operation.ConnectOperations.GET_COLLECTIONS;

/**
 * The first example of {@code docs/calling-operations.md}.
 */
final class CallingOperations {

	private CallingOperations() {
	}

	static List<Image> call(ConnectApi connect, String downloadToken, Logger log) {
		var trees = new SearchForImages("tree").withImageFamilies("creative").withPage(1, 25);
		// One request a page.
		List<Image> images = new ImageSearch(connect).images(trees).limit(100).toList();

		var download = CreateDownloadRequest.of(downloadToken);
		var result = connect.call(CREATE_DOWNLOAD_REQUEST, download, CreateDownloadRequestResult.class);

		var collections = ConnectRequest.of(GET_COLLECTIONS, null).withCoordinationId("report-42");
		ConnectResponse<JsonNode> response = connect.exchange(collections, JsonNode.class);
		response.statuses().forEach((status) -> log.info(status.code()));

		log.info("{} images, {} downloads", images.size(), result.downloadUrls().size());
		return images;
	}

}

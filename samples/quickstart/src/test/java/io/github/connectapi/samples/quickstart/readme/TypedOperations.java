package io.github.connectapi.samples.quickstart.readme;

import java.time.LocalDate;
import java.util.List;

import org.slf4j.Logger;

import io.github.connectapi.account.ProductOfferings;
import io.github.connectapi.call.ConnectApi;
import io.github.connectapi.download.GetImageDownloadAuthorizations;
import io.github.connectapi.download.GetImageDownloadAuthorizationsResult;
import io.github.connectapi.image.ImageDetails;
import io.github.connectapi.image.ImageDetailsLookup;
import io.github.connectapi.image.ImageSize;
import io.github.connectapi.search.SearchForVideos;
import io.github.connectapi.search.Video;
import io.github.connectapi.search.VideoSearch;
import io.github.connectapi.usage.ReportUsage;
import io.github.connectapi.usage.UsageReporter;

import static io.github.connectapi.operation.ConnectOperations.GET_IMAGE_DOWNLOAD_AUTHORIZATIONS;

/**
 * The example of typed operations in {@code docs/calling-operations.md}.
 */
final class TypedOperations {

	private TypedOperations() {
	}

	static List<Video> call(ConnectApi connect, String imageId, Logger log) {
		ImageDetails details = new ImageDetailsLookup(connect).details(imageId);
		ImageSize size = details.sizesDownloadableImages().get(0);
		var request = GetImageDownloadAuthorizations.of(imageId, size.sizeKey());
		var authorized = connect.call(GET_IMAGE_DOWNLOAD_AUTHORIZATIONS, request,
				GetImageDownloadAuthorizationsResult.class);

		new ProductOfferings(connect).royaltyFree()
			.forEach((offering) -> log.info("{}: {}", offering.name(), offering.downloadsRemaining()));

		var birds = new SearchForVideos("bird").withAssetFamilies("Creative").withSortOrder("BestMatch");
		List<Video> videos = new VideoSearch(connect).videos(birds).limit(10).toList();

		var usage = ReportUsage.of(new ReportUsage.AssetUsage(imageId, 1, LocalDate.of(2026, 1, 31)));
		// Repeated with the same transaction id until the outcome is known.
		new UsageReporter(connect).report(usage);

		log.info("{} images authorized", authorized.images().size());
		return videos;
	}

}

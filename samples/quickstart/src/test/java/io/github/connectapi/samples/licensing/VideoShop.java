package io.github.connectapi.samples.licensing;

import java.nio.file.Path;
import java.util.function.Consumer;

import io.github.connectapi.call.ConnectApi;
import io.github.connectapi.license.License;
import io.github.connectapi.purchase.ImageLicensing;
import io.github.connectapi.purchase.LicenseRequest;
import io.github.connectapi.search.SearchForVideos;
import io.github.connectapi.search.Video;
import io.github.connectapi.search.VideoSearch;

/**
 * The example of a video in {@code docs/licensing.md}.
 */
final class VideoShop {

	private VideoShop() {
	}

	static Path buy(ConnectApi connect, ImageLicensing licensing, Path target, Consumer<License> store) {
		Video video = new VideoSearch(connect).videos(new SearchForVideos("oak tree")).findFirst().orElseThrow();
		Video.DownloadSize size = video.downloadSizes().get(0);
		LicenseRequest request = LicenseRequest.video(video.assetId(), size.name()).withProductOffering("EasyAccess");
		return licensing.download(request, target, store);
	}

}

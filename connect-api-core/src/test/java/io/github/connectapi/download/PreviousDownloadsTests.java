package io.github.connectapi.download;

import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.call.ConnectApi;
import io.github.connectapi.call.PreviousItemsContract;
import io.github.connectapi.download.GetPreviousDownloadsResult.PreviousDownload;

/**
 * Paging of downloads that the fake server remembers.
 */
class PreviousDownloadsTests extends PreviousItemsContract<GetPreviousDownloadsResult, PreviousDownload> {

	PreviousDownloadsTests() {
		super("Downloads");
	}

	@Override
	protected Stream<GetPreviousDownloadsResult> pages(ConnectApi connect, int start, int size) {
		return new PreviousDownloads(connect).pages(GetPreviousDownloads.ofPage(start, size));
	}

	@Override
	protected Stream<PreviousDownload> items(ConnectApi connect, int start, int size) {
		return new PreviousDownloads(connect).downloads(GetPreviousDownloads.ofPage(start, size));
	}

	@Override
	protected @Nullable String assetId(PreviousDownload item) {
		return item.assetId();
	}

}

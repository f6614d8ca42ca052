package io.github.connectapi.samples.licensing;

import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;

import io.github.connectapi.license.DownloadOptions;
import io.github.connectapi.license.FileDownloads;
import io.github.connectapi.license.License;

/**
 * The example of progress in {@code docs/licensing.md}.
 */
final class Progress {

	private Progress() {
	}

	static Path download(FileDownloads downloads, License license, Path target, LongConsumer bar,
			BooleanSupplier canceled) {
		DownloadOptions options = DownloadOptions.defaults().withListener((progress) -> {
			bar.accept(progress.bytes()); // of progress.total(), if that is known
			if (canceled.getAsBoolean()) {
				progress.cancel();
			}
		});
		return downloads.download(license, target, options);
	}

}

package io.github.connectapi.samples.picturesearch.purchase;

import java.util.Locale;

/**
 * Formats the sizes of files.
 */
final class FileSize {

	private FileSize() {
	}

	/** Return a text such as {@code 412 KB} or {@code 3.4 MB}. */
	static String text(long bytes) {
		return (bytes < 1_000_000) ? "%d KB".formatted((bytes + 999) / 1000)
				: String.format(Locale.ROOT, "%.1f MB", bytes / 1_000_000.0);
	}

}

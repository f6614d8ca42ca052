package io.github.connectapi.license;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.license.ConnectDownloadException.Reason;

/**
 * Actions on the files of a download, or of a check before a purchase. Their exceptions
 * become those of the download.
 *
 * @param target the file to write
 * @param license the license; null for a check
 */
record DiskActions(Path target, @Nullable License license) {

	<T> T execute(Action<T> action) {
		try {
			return action.execute();
		}
		catch (IOException | UnsupportedOperationException | IllegalArgumentException | SecurityException ex) {
			// The file system of the target may be one of a library.
			throw translate(ex);
		}
	}

	/** Open a file, which is created if it does not exist. */
	FileChannel open(Path file) {
		// A link there would choose the file to overwrite.
		return execute(() -> FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ,
				StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS));
	}

	ConnectDownloadException failure(Reason reason, String detail) {
		return failure(reason, detail, null);
	}

	private ConnectDownloadException failure(Reason reason, String detail, @Nullable Throwable cause) {
		return (this.license != null) ? ConnectDownloadException.of(this.license, reason, detail, cause)
				: ConnectDownloadException.ofCheck(reason, detail, cause);
	}

	private ConnectDownloadException translate(Exception ex) {
		if (Thread.currentThread().isInterrupted()) {
			return failure(Reason.INTERRUPTED, "its thread was interrupted", ex);
		}
		Path directory = this.target.getParent();
		if (directory != null && !Files.isDirectory(directory)) {
			return failure(Reason.DISK, "the directory %s does not exist".formatted(directory), ex);
		}
		return failure(Reason.DISK, "%s cannot be written (%s)".formatted(this.target, ex), ex);
	}

	@FunctionalInterface
	interface Action<T> {

		T execute() throws IOException;

	}

}

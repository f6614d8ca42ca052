package io.github.connectapi.purchase;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.OptionalLong;

import org.springframework.core.io.Resource;

import io.github.connectapi.license.DownloadOptions;
import io.github.connectapi.license.FileDownloads;
import io.github.connectapi.license.License;

/**
 * Downloads of an application that fail in a way of their own.
 */
final class BrokenDownloads implements FileDownloads {

	@Override
	public Path download(License license, Path target, DownloadOptions options) {
		throw new IllegalStateException("broken");
	}

	@Override
	public long download(License license, OutputStream target, DownloadOptions options) {
		throw new IllegalStateException("broken");
	}

	@Override
	public Resource resource(License license) {
		throw new IllegalStateException("broken");
	}

	@Override
	public void check(Path target, OptionalLong fileSize, DownloadOptions options) {
		// Everything is possible.
	}

	@Override
	public void close() {
		// Nothing is open.
	}

}

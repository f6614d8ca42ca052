package io.github.connectapi.license;

import java.io.IOException;
import java.util.OptionalLong;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.license.ConnectDownloadException.Reason;
import io.github.connectapi.transport.TransportResponse;

/**
 * Length of a file: what the license and the server announce, and the maximum.
 *
 * @param license the license
 * @param maxFileSize the maximum size in bytes
 */
record FileLength(License license, long maxFileSize) {

	/** Return the size of the server, or else that of the license, or -1. */
	long expected(@Nullable FileVersion version) {
		return (version != null && version.total() >= 0) ? version.total() : this.license.fileSize().orElse(-1);
	}

	/** Check what a response announces. */
	void requireAnnounced(FileVersion found, TransportResponse.Streamed response) throws IOException {
		OptionalLong announced = this.license.fileSize();
		if (found.total() >= 0 && announced.isPresent() && found.total() != announced.getAsLong()) {
			throw wrong("it has %d bytes on the server, but %d bytes were announced".formatted(found.total(),
					announced.getAsLong()));
		}
		if (found.total() < 0 && announced.isEmpty() && !response.isEndCertain()) {
			throw wrong("its length is not known, so it cannot be checked");
		}
		requirePermitted(found.total());
	}

	void requirePermitted(long bytes) {
		if (bytes > this.maxFileSize) {
			throw failure(Reason.TOO_LARGE, "it has more than the maximum of %d bytes".formatted(this.maxFileSize));
		}
	}

	/** Check the number of bytes before the end. */
	void requirePossible(long position, @Nullable FileVersion version) {
		requirePermitted(position);
		long expected = expected(version);
		if (expected >= 0 && position > expected) {
			throw wrong("it has more than the announced %d bytes".formatted(expected));
		}
	}

	/** Check the number of bytes at the end of a response. */
	void requireComplete(long position, @Nullable FileVersion version, TransportResponse.Streamed response) {
		long expected = expected(version);
		if (expected >= 0 && position != expected) {
			boolean whole = response.status() == 200 && FileVersion.of(response).total() < 0 && isEndCertain(response);
			throw failure(whole ? Reason.WRONG_LENGTH : Reason.CONNECTION,
					"it ended after %d of %d bytes".formatted(position, expected));
		}
		if (position == 0) {
			throw wrong("it has no bytes on the server");
		}
	}

	private static boolean isEndCertain(TransportResponse.Streamed response) {
		try {
			return response.isEndCertain();
		}
		catch (IOException ex) {
			return false;
		}
	}

	private ConnectDownloadException wrong(String detail) {
		return failure(Reason.WRONG_LENGTH, detail);
	}

	private ConnectDownloadException failure(Reason reason, String detail) {
		return ConnectDownloadException.of(this.license, reason, detail, null);
	}

}

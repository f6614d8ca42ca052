package io.github.connectapi.test.file;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;

import io.github.connectapi.test.Internal;
import io.github.connectapi.test.server.FakeResponse;
import org.jspecify.annotations.Nullable;

/**
 * Serves the files of its sources by GET and HEAD. Supports conditional requests and one
 * range of bytes. Thread-safe.
 */
@Internal
public final class FileServer {

	private final List<FileSource> sources;

	/**
	 * Create a server.
	 * @param sources the sources, in the order in which they are used
	 */
	public FileServer(List<FileSource> sources) {
		this.sources = List.copyOf(sources);
	}

	/**
	 * Handle a request for a file.
	 * @param method the HTTP method
	 * @param request the request
	 * @return the response, or empty if no source has a file at the path
	 */
	public Optional<FakeResponse> handle(String method, FileRequest request) {
		return this.sources.stream()
			.flatMap((source) -> source.find(request).stream())
			.findFirst()
			.map((file) -> respond(method, request, file));
	}

	private static FakeResponse respond(String method, FileRequest request, FakeResponse found) {
		if (!method.equals("GET") && !method.equals("HEAD")) {
			return FakeResponse.html(405, "405 Method Not Allowed").header("Allow", "GET, HEAD");
		}
		if (found.status() != 200) {
			return found;
		}
		FakeResponse file = withEntityTag(found).header("Accept-Ranges", "bytes");
		Conditions conditions = new Conditions(request, file);
		if (conditions.isNotModified()) {
			return file.status(304).withoutBody();
		}
		String range = request.header("Range");
		return (range != null && method.equals("GET") && conditions.allowRange()) ? part(file, range) : file;
	}

	private static FakeResponse part(FakeResponse file, String header) {
		int length = file.length();
		@Nullable ByteRange range = ByteRange.parse(header, length).orElse(null);
		if (range == null) {
			return file;
		}
		if (range.isOutside()) {
			return file.status(416).withoutBody().header("Content-Range", "bytes */" + length);
		}
		return file.status(206)
			.body(Arrays.copyOfRange(file.body(), range.first(), range.last() + 1))
			.header("Content-Range", "bytes %s-%s/%s".formatted(range.first(), range.last(), length));
	}

	private static FakeResponse withEntityTag(FakeResponse file) {
		if (file.header("ETag") != null) {
			return file;
		}
		CRC32 checksum = new CRC32();
		checksum.update(file.body());
		return file.header("ETag", "\"%08x\"".formatted(checksum.getValue()));
	}

}

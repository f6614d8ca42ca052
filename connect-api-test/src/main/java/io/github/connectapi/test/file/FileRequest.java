package io.github.connectapi.test.file;

import java.util.List;
import java.util.Map;

import io.github.connectapi.test.Internal;
import org.jspecify.annotations.Nullable;

/**
 * A GET or HEAD request for a path that belongs to no operation.
 *
 * @param baseUrl the base URL of the port that received the request
 * @param path the path, without the query
 * @param headers the headers; names are case-insensitive
 */
@Internal
public record FileRequest(String baseUrl, String path, Map<String, List<String>> headers) {

	/**
	 * Return the first value of a header.
	 * @param name the name of the header
	 * @return the value, or {@code null} if there is no such header
	 */
	public @Nullable String header(String name) {
		List<String> values = this.headers.get(name);
		return (values == null || values.isEmpty()) ? null : values.get(0);
	}

}

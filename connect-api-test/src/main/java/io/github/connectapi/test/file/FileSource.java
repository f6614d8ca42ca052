package io.github.connectapi.test.file;

import java.util.Optional;

import io.github.connectapi.test.Internal;
import io.github.connectapi.test.server.FakeResponse;

/**
 * Strategy interface to serve files. Called by several threads at the same time.
 */
@Internal
@FunctionalInterface
public interface FileSource {

	/**
	 * Return the response to a request for a file.
	 * @param request the request
	 * @return the complete file, or empty if the source has no file at the path
	 */
	Optional<FakeResponse> find(FileRequest request);

}

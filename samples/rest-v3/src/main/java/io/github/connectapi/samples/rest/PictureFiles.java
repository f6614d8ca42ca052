package io.github.connectapi.samples.rest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.RestClient;

/**
 * Loads licensed files, each to a path that is complete or not there.
 */
public class PictureFiles {

	private final RestClient client;

	PictureFiles(RestClient client) {
		this.client = client;
	}

	/**
	 * Load a file.
	 * @param link the address of the file
	 * @param target the path, which is replaced if it exists
	 * @return the path
	 */
	public Path load(DownloadLink link, Path target) {
		return this.client.get().uri(link.uri()).exchange((request, response) -> save(response, target));
	}

	private static Path save(ClientHttpResponse response, Path target) throws IOException {
		if (response.getStatusCode().value() != 200) {
			throw new IOException("The file is not available, status " + response.getStatusCode().value());
		}
		// Unique, because another thread may load the same picture.
		Path part = target.resolveSibling("%s.part".formatted(UUID.randomUUID()));
		try (InputStream body = response.getBody()) {
			long length = Files.copy(body, part, StandardCopyOption.REPLACE_EXISTING);
			long expected = response.getHeaders().getContentLength();
			if (expected >= 0 && length != expected) {
				throw new IOException("The file has %d bytes instead of %d".formatted(length, expected));
			}
			return Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
		}
		finally {
			Files.deleteIfExists(part);
		}
	}

}

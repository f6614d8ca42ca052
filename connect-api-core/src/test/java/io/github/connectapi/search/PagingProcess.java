package io.github.connectapi.search;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.stream.Stream;

import io.github.connectapi.call.CallFixture;
import io.github.connectapi.call.ConnectApi;
import io.github.connectapi.client.BaseUrl;
import io.github.connectapi.client.ConnectClient;
import io.github.connectapi.session.ConnectSessionManager;

/**
 * Main class of a process of its own, with a small heap, that reads many pages and prints
 * the number of its images.
 */
final class PagingProcess {

	private PagingProcess() {
	}

	public static void main(String[] args) {
		try (ConnectClient client = ConnectClient.builder(BaseUrl.of(args[0])).build();
				ConnectSessionManager sessions = ConnectSessionManager.builder(client, () -> CallFixture.USER)
					.build()) {
			ImageSearch search = new ImageSearch(ConnectApi.builder(client, sessions).build());
			System.out.println(Reader.valueOf(args[1]).count(search));
		}
	}

	static Process start(String baseUrl, Reader reader) throws IOException {
		return new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-Xmx16m", "-XX:+UseSerialGC",
				"-XX:TieredStopAtLevel=1", "-cp", ManagementFactory.getRuntimeMXBean().getClassPath(),
				PagingProcess.class.getName(), baseUrl, reader.name())
			.redirectError(ProcessBuilder.Redirect.INHERIT)
			.start();
	}

	/** How the images are read. */
	enum Reader {

		ALL, ALL_IN_PARALLEL, THREE_PAGES, THREE_PAGES_IN_PARALLEL;

		private long count(ImageSearch search) {
			Stream<Image> images = search.images(PagingProcessTests.SEARCH);
			return switch (this) {
				case ALL -> count(images);
				case ALL_IN_PARALLEL -> count(images.parallel());
				case THREE_PAGES -> count(images.limit(75));
				case THREE_PAGES_IN_PARALLEL -> count(images.parallel().limit(75));
			};
		}

		/** Read a value of each image, because a stream may count without elements. */
		private static long count(Stream<Image> images) {
			return images.mapToInt((image) -> (image.caption() != null) ? 1 : 0).sum();
		}

	}

}

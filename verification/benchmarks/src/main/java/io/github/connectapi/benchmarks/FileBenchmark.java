package io.github.connectapi.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;

import io.github.connectapi.Secret;
import io.github.connectapi.client.BaseUrl;
import io.github.connectapi.client.ConnectClient;
import io.github.connectapi.license.FileDownloads;
import io.github.connectapi.license.License;

/**
 * Compares downloads of a file of 50 MB to a path. The clients alternate in a process
 * with a heap of 16 MiB, and the server runs in another one.
 */
final class FileBenchmark {

	static final String PATH = "/file.jpg";

	private static final int SIZE = 50_000_000;

	private static final byte[] CHUNK = new byte[64 * 1024];

	static {
		new Random(1).nextBytes(CHUNK);
	}

	private FileBenchmark() {
	}

	static void run() throws IOException, InterruptedException {
		try (ServerProcess server = ServerProcess.start(Duration.ZERO)) {
			List<String> command = ServerProcess.command(Clients.class, server.baseUrl() + PATH);
			// The last limit of the heap counts.
			command.add(command.indexOf("-cp"), "-Xmx16m");
			int status = new ProcessBuilder(command).inheritIO().start().waitFor();
			if (status != 0) {
				throw new IllegalStateException("The clients failed with status %d".formatted(status));
			}
		}
	}

	/** Write the response of the server. */
	static void serve(OutputStream out) throws IOException {
		out.write("""
				HTTP/1.1 200 OK\r
				Content-Type: application/x-download\r
				ETag: "1"\r
				Content-Length: %d\r
				\r
				""".formatted(SIZE).getBytes(StandardCharsets.US_ASCII));
		for (int left = SIZE; left > 0; left -= CHUNK.length) {
			out.write(CHUNK, 0, Math.min(left, CHUNK.length));
		}
	}

	/** Runs in a new JVM and prints the tables. */
	static final class Clients {

		private static final int WARMUP = 10;

		private static final int PAIRS = 3;

		private static final int STEP = 10;

		private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

		private final FileDownloads downloads = FileDownloads
			.builder(ConnectClient.builder(BaseUrl.of(BaseUrl.DEFAULT)).build())
			.build();

		private final URI address;

		private final License license;

		private final Path target;

		private Clients(String address, Path directory) {
			this.address = URI.create(address);
			this.license = License.builder("1", "1", Instant.EPOCH, Secret.of(address)).fileSize((long) SIZE).build();
			this.target = directory.resolve("file.jpg");
		}

		public static void main(String[] args) throws IOException, InterruptedException {
			Path directory = Files.createTempDirectory("benchmark");
			Clients clients = new Clients(args[0], directory);
			try {
				clients.compare();
				clients.repeat();
			}
			finally {
				clients.delete();
				Files.delete(directory);
			}
			System.exit(0);
		}

		private void compare() {
			MarkdownTable table = Rounds.table("file: 50 MB to a path, client with a heap of 16 MiB, µs");
			compare(table, "hand-written java.net.http, BodyHandlers.ofFile", this::toFile);
			compare(table, "hand-written java.net.http, copy of 64 KiB", this::copy);
			compare(table, "hand-written HttpURLConnection, copy of 64 KiB", () -> copyConnection(false));
			compare(table, "the same, forced to the disk as by this library", () -> copyConnection(true));
			table.print();
		}

		private void compare(MarkdownTable table, String title, Runnable peer) {
			for (int pair = 0; pair < WARMUP; pair++) {
				delete();
				peer.run();
				delete();
				library();
			}
			Rounds.pairs(table, title, peer, this::library, this::delete, PAIRS, "≤ 1.05");
		}

		/** Download repeatedly and measure the heap. */
		private void repeat() throws InterruptedException {
			MarkdownTable table = new MarkdownTable("file: repeated downloads by this library", "downloads",
					"heap after GC, KiB");
			HeapGrowth heap = new HeapGrowth();
			for (int done = 0; done <= 10 * STEP; done += STEP) {
				table.row(done, heap.measure(done) / 1024);
				for (int i = 0; i < STEP; i++) {
					delete();
					library();
				}
			}
			table.print();
			System.out.printf("%nheap slope: %.2f bytes per download%n", heap.slope());
		}

		private void library() {
			this.downloads.download(this.license, this.target);
			requireSize();
		}

		private void toFile() {
			send(HttpResponse.BodyHandlers.ofFile(this.target));
			requireSize();
		}

		private void copy() {
			try (InputStream in = send(HttpResponse.BodyHandlers.ofInputStream())) {
				copy(in, false);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
			requireSize();
		}

		private void copyConnection(boolean forced) {
			try (InputStream in = this.address.toURL().openStream()) {
				copy(in, forced);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
			requireSize();
		}

		private void copy(InputStream in, boolean forced) throws IOException {
			try (FileChannel file = FileChannel.open(this.target, StandardOpenOption.CREATE,
					StandardOpenOption.WRITE)) {
				OutputStream out = Channels.newOutputStream(file);
				byte[] buffer = new byte[64 * 1024];
				for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
					out.write(buffer, 0, count);
				}
				if (forced) {
					file.force(false);
				}
			}
		}

		private <T> T send(HttpResponse.BodyHandler<T> handler) {
			try {
				HttpResponse<T> response = this.client.send(HttpRequest.newBuilder(this.address).build(), handler);
				if (response.statusCode() != 200) {
					throw new IllegalStateException("Unexpected status %d".formatted(response.statusCode()));
				}
				return response.body();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				throw new IllegalStateException(ex);
			}
		}

		private void requireSize() {
			try {
				if (Files.size(this.target) != SIZE) {
					throw new IllegalStateException("The file is incomplete");
				}
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

		private void delete() {
			try {
				Files.deleteIfExists(this.target);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

	}

}

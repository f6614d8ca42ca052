package io.github.connectapi.purchase;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import io.github.connectapi.license.License;
import io.github.connectapi.test.catalog.Image;

/**
 * Main class of a process of its own that buys images and downloads their files, or
 * continues what an earlier process has left.
 */
final class PurchaseProcess {

	static final int IMAGES = 20;

	private PurchaseProcess() {
	}

	public static void main(String[] args) throws InterruptedException {
		Path directory = Path.of(args[1]);
		try (PurchaseFixture fixture = PurchaseFixture.of(args[0])) {
			ExecutorService threads = Executors.newFixedThreadPool(IMAGES);
			PurchaseFixture.images()
				.subList(0, IMAGES)
				.forEach((image) -> threads.execute(() -> process(fixture, image, directory)));
			threads.shutdown();
			threads.awaitTermination(2, TimeUnit.MINUTES);
		}
	}

	private static void process(PurchaseFixture fixture, Image image, Path directory) {
		Path target = directory.resolve(image.id() + ".jpg");
		Path stored = directory.resolve(image.id() + ".license");
		try {
			if (Files.exists(target)) {
				return;
			}
			if (Files.exists(stored)) {
				fixture.downloads.download(License.fromText(Files.readString(stored)), target);
				return;
			}
			fixture.licensing.download(PurchaseFixture.request(image), target, (license) -> store(license, stored));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void store(License license, Path stored) {
		try {
			Path written = Files.writeString(stored.resolveSibling(stored.getFileName() + ".new"), license.toText());
			Files.move(written, stored, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static Process start(String baseUrl, Path directory) throws IOException {
		return new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-Xmx128m",
				"-XX:TieredStopAtLevel=1", "-cp", ManagementFactory.getRuntimeMXBean().getClassPath(),
				PurchaseProcess.class.getName(), baseUrl, directory.toString())
			.redirectOutput(ProcessBuilder.Redirect.DISCARD)
			.redirectError(ProcessBuilder.Redirect.INHERIT)
			.start();
	}

}

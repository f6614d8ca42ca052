package io.github.connectapi.samples.rest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.util.Assert;
import org.springframework.web.client.HttpClientErrorException;

import io.github.connectapi.samples.rest.Image.ProductDownload;
import io.github.connectapi.test.FakeConnectServer;

/**
 * Demonstrates a search, a picture and the download of its file, and a token that is
 * revoked meanwhile. Throws an exception if the application does not behave as expected.
 */
final class RestDemo {

	private static final String OUTSIDE_AGREEMENT = "90000005";

	private final FakeConnectServer server;

	private final Instant start = Instant.now();

	RestDemo(FakeConnectServer server) {
		this.server = server;
	}

	void run() throws IOException {
		print("A fake Connect API listens on %s, with a token endpoint and four operations of REST API v3.",
				this.server.baseUrl());
		Path directory = Files.createTempDirectory("rest-v3");
		try (RunningApplication application = RunningApplication.start(this.server)) {
			Pictures pictures = application.pictures();
			print("The application has started. It has requested no token yet.");
			Image image = search(pictures);
			buy(pictures, image, directory.resolve("picture.jpg"));
			revoke(pictures, image, directory.resolve("again.jpg"));
			reject(pictures, directory.resolve("rejected.jpg"));
		}
		finally {
			Files.deleteIfExists(directory.resolve("picture.jpg"));
			Files.deleteIfExists(directory.resolve("again.jpg"));
			Files.delete(directory);
		}
		print("The end.");
	}

	private Image search(Pictures pictures) {
		ImagePage page = pictures.search("tree");
		Assert.state(page.resultCount() > 0, "Nothing was found");
		assertCount(FakeConnectServer.TOKEN_REQUEST, 1);
		print("The search for \"tree\" found %d pictures, with one token request.", page.resultCount());
		Image image = pictures.find(page.images().get(0).id()).orElseThrow();
		print("Picture %s: %s (%s). The account can download it with %s.", image.id(), image.title(),
				image.collectionName(), image.largestDownloads().stream().map(ProductDownload::productType).toList());
		return image;
	}

	private void buy(Pictures pictures, Image image, Path target) throws IOException {
		Path file = pictures.buy(image.id(), productType(image), target);
		assertUsed(1);
		print("It was licensed, and its file of %,d bytes was loaded. The quota was used once.", Files.size(file));
	}

	private void revoke(Pictures pictures, Image image, Path target) throws IOException {
		this.server.revokeAll();
		print("The server has revoked the token. The application does not know this yet.");
		Path file = pictures.buy(image.id(), productType(image), target);
		assertCount(FakeConnectServer.TOKEN_REQUEST, 2);
		assertCount("DownloadImage", 3);
		assertUsed(2);
		print("The next download succeeded: the server rejected the token, the application requested a new one and "
				+ "sent the request once more. The file has %,d bytes, and the quota was used once for it.",
				Files.size(file));
	}

	private void reject(Pictures pictures, Path target) {
		try {
			pictures.buy(OUTSIDE_AGREEMENT, "easyaccess", target);
			throw new IllegalStateException("A picture outside the agreement was sold");
		}
		catch (HttpClientErrorException ex) {
			Assert.state(ex.getStatusCode() == HttpStatus.UNAUTHORIZED, "Not the expected status");
		}
		assertCount(FakeConnectServer.TOKEN_REQUEST, 2);
		assertUsed(2);
		Assert.state(!Files.exists(target), "There must be no file");
		print("Picture %s is outside the agreement: the status is 401, too, but the token is good. The application "
				+ "has not requested another one.", OUTSIDE_AGREEMENT);
	}

	private static String productType(Image image) {
		return image.largestDownloads().get(0).productType();
	}

	private void assertUsed(int expected) {
		int used = this.server.downloadsUsed();
		Assert.state(used == expected, () -> "Expected %d purchases and not %d".formatted(expected, used));
	}

	private void assertCount(String operation, int expected) {
		int count = this.server.count(operation);
		Assert.state(count == expected,
				() -> "Expected %d requests of %s and not %d".formatted(expected, operation, count));
	}

	private void print(String format, @Nullable Object... args) {
		double seconds = Duration.between(this.start, Instant.now()).toMillis() / 1000.0;
		System.out.printf(Locale.ROOT, "%5.1f s  %s%n", seconds, String.format(Locale.ROOT, format, args));
	}

}

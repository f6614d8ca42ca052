package io.github.connectapi.samples.quickstart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.springframework.util.Assert;
import org.springframework.util.FileSystemUtils;

import io.github.connectapi.image.ImageDetails;
import io.github.connectapi.image.ImageSize;
import io.github.connectapi.license.License;
import io.github.connectapi.purchase.LicenseOption;
import io.github.connectapi.purchase.LicenseRequest;
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.Fault;

/**
 * Demonstrates how a picture is licensed: once, a second time, and when the response to
 * the purchase is dropped. Throws an exception if anything is bought twice.
 */
final class LicensingDemo {

	private final FakeConnectServer server;

	private final PictureShop shop;

	private final Consumer<String> output;

	private final List<License> licenses = new ArrayList<>();

	LicensingDemo(FakeConnectServer server, PictureShop shop, Consumer<String> output) {
		this.server = server;
		this.shop = shop;
		this.output = output;
	}

	void run() {
		Path folder = createFolder();
		try {
			LicenseRequest oak = choose("oak tree");
			print("It was licensed: %s. %s.", buy(oak, folder), quota(oak));
			assertBought(1);
			print("It was licensed once more: %s. %s, so it was not bought twice.", buy(oak, folder), quota(oak));
			assertBought(1);
			LicenseRequest dog = choose("dog");
			this.server.enqueue("CreateDownloadRequest", Fault.dropResponse());
			print("The response to its purchase was dropped. The download was free then, so it had been bought: %s. %s.",
					buy(dog, folder), quota(dog));
			assertBought(2);
		}
		finally {
			delete(folder);
		}
	}

	/** Choose the smallest size and the first product offering. */
	private LicenseRequest choose(String phrase) {
		ImageDetails picture = this.shop.find(phrase).orElseThrow();
		List<ImageSize> sizes = picture.sizesDownloadableImages();
		ImageSize size = sizes.get(0);
		LicenseRequest request = LicenseRequest
			.of(Objects.requireNonNull(picture.imageId()), Objects.requireNonNull(size.sizeKey()))
			.withExpectedFileSize(Objects.requireNonNull(size.fileSizeInBytes()));
		List<LicenseOption> options = this.shop.options(request);
		print("Picture %s, \"%s\", has %d sizes. The smallest has %d x %d pixels and %,d bytes.", picture.imageId(),
				picture.title(), sizes.size(), size.pixelWidth(), size.pixelHeight(), size.fileSizeInBytes());
		print("It can be paid with %s.", options.stream()
			.map((each) -> "%s (%d downloads left)".formatted(each.productOfferingType(), each.downloadsRemaining()))
			.collect(Collectors.joining(" or ")));
		return request.withProductOffering(Objects.requireNonNull(options.get(0).productOfferingType()));
	}

	/** Buy a picture and return what was bought. */
	private String buy(LicenseRequest request, Path folder) {
		Path file = this.shop.buy(request, folder.resolve(request.assetId() + ".jpg"), this.licenses::add);
		long bytes = size(file);
		Assert.state(bytes == request.expectedFileSize().orElseThrow(), "The file must have the announced size");
		License license = this.licenses.get(this.licenses.size() - 1);
		return "%s paid, and %s has %,d bytes".formatted(license.productOfferingType().orElseThrow(),
				file.getFileName(), bytes);
	}

	private String quota(LicenseRequest request) {
		LicenseOption option = this.shop.options(request)
			.stream()
			.filter((each) -> Objects.equals(each.productOfferingType(), request.productOffering().orElseThrow()))
			.findFirst()
			.orElseThrow();
		Assert.state(option.isFree(), "Another download of a picture must be free");
		return "%d downloads are left".formatted(option.downloadsRemaining());
	}

	private void assertBought(int expected) {
		int bought = this.server.downloadsUsed();
		Assert.state(bought == expected, () -> "Expected %d purchases but there were %d".formatted(expected, bought));
	}

	private void print(String format, Object... args) {
		this.output.accept(String.format(Locale.ROOT, format, args));
	}

	private static Path createFolder() {
		try {
			return Files.createTempDirectory("quickstart");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static long size(Path file) {
		try {
			return Files.size(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void delete(Path folder) {
		try {
			FileSystemUtils.deleteRecursively(folder);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}

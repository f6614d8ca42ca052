package io.github.connectapi.integration.operations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

import org.springframework.util.FileSystemUtils;

import io.github.connectapi.call.AsyncConnectApi;
import io.github.connectapi.call.ConnectApi;
import io.github.connectapi.client.ConnectClient;
import io.github.connectapi.image.ImageDetailsLookup;
import io.github.connectapi.license.DownloadOptions;
import io.github.connectapi.license.DownloadProgress;
import io.github.connectapi.license.FileDownloads;
import io.github.connectapi.license.License;
import io.github.connectapi.operation.ConnectOperations;
import io.github.connectapi.operation.ConnectRequest;
import io.github.connectapi.purchase.ImageLicensing;
import io.github.connectapi.purchase.LicenseRequest;
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.Fault;
import io.github.connectapi.test.catalog.Catalog;
import io.github.connectapi.test.catalog.Image;

import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Purchases and downloads with each outcome, and other calls that fail without being
 * sent.
 */
final class PurchaseScenario implements AutoCloseable {

	private static final String BUYING = "CreateDownloadRequest";

	private final List<String> seen = new ArrayList<>();

	private final List<Image> images = Catalog.get()
		.images()
		.stream()
		.filter((image) -> image.rights().authorizationConstraints().isEmpty() && !image.rights().free())
		.filter((image) -> image.rights().offerings().size() == 1)
		.toList();

	private final FakeConnectServer server;

	private final ConnectApi connect;

	private final FileDownloads downloads;

	private final ImageLicensing licensing;

	private final Path directory;

	private int next;

	PurchaseScenario(FakeConnectServer server, ConnectApi connect, FileDownloads downloads, ImageLicensing licensing) {
		this.server = server;
		this.connect = connect;
		this.downloads = downloads;
		this.licensing = licensing;
		try {
			this.directory = Files.createTempDirectory("purchases");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Buy with each outcome, and download. */
	static void buy(MonitoredApplication app) {
		try (PurchaseScenario scenario = new PurchaseScenario(app.server, app.getBean(ConnectApi.class),
				app.getBean(FileDownloads.class), app.getBean(ImageLicensing.class))) {
			scenario.buy();
		}
	}

	/** Return the exceptions of failed purchases, downloads and other calls. */
	static List<String> run() {
		try (MonitoredApplication app = MonitoredApplication.start();
				PurchaseScenario scenario = new PurchaseScenario(app.server, app.getBean(ConnectApi.class),
						app.getBean(FileDownloads.class), app.getBean(ImageLicensing.class))) {
			scenario.buy();
			scenario.fail();
			scenario.failAsynchronously();
			return scenario.seen;
		}
	}

	/** Buy and download with listeners that throw, and end downloads in each way. */
	static void failingListeners(FakeConnectServer server, ConnectClient client, ConnectApi connect) {
		try (FileDownloads downloads = FileDownloads.builder(client).listener((event) -> {
			throw new IllegalStateException("a listener of an application");
		}).build()) {
			ImageLicensing licensing = ImageLicensing.builder(connect, downloads).listener((event) -> {
				throw new IllegalStateException("a listener of an application");
			}).build();
			try (PurchaseScenario scenario = new PurchaseScenario(server, connect, downloads, licensing)) {
				scenario.buy();
				scenario.endDownloads();
				scenario.waitForData(client);
			}
		}
	}

	private void buy() {
		Consumer<License> stored = (license) -> {
		};
		this.licensing.download(request(), target(), DownloadOptions.defaults().withListener((progress) -> {
			throw new IllegalStateException("a listener of an application");
		}), stored);
		this.server.enqueue(BUYING, Fault.drop());
		see(() -> this.licensing.license(request()));
		this.server.enqueue(BUYING, Fault.error("NoAgreement", "no"));
		see(() -> this.licensing.license(request()));
	}

	private void endDownloads() {
		License license = this.licensing.license(request());
		this.server.enqueue(FakeConnectServer.FILE_DOWNLOAD, Fault.status(403));
		see(() -> this.downloads.download(license, target()));
		see(() -> this.downloads.download(license, target(),
				DownloadOptions.defaults().withListener(DownloadProgress::cancel)));
	}

	/** Download from a server that sends nothing once, and then the file. */
	private void waitForData(ConnectClient client) {
		License license = this.licensing.license(request());
		this.server.enqueue(FakeConnectServer.FILE_DOWNLOAD, Fault.hang());
		try (FileDownloads impatient = FileDownloads.builder(client).progressTimeout(Duration.ofSeconds(1)).build()) {
			impatient.download(license, target());
		}
	}

	/** License within the guard of a purchase of the same asset. */
	private void buyWithinAPurchase() {
		AtomicReference<ImageLicensing> same = new AtomicReference<>();
		ImageLicensing guarded = ImageLicensing.builder(this.connect, this.downloads)
			.guard((purchase) -> same.get().license(purchase.request()))
			.build();
		same.set(guarded);
		see(() -> guarded.license(request()));
	}

	private void fail() {
		Consumer<License> stored = (license) -> {
		};
		this.server.enqueue(FakeConnectServer.FILE_DOWNLOAD, Fault.status(403));
		see(() -> this.licensing.download(request(), target(), stored));
		this.server.always(FakeConnectServer.FILE_DOWNLOAD, Fault.status(400));
		see(() -> this.licensing.download(request(), target(), stored));
		this.server.clearFaults();
		see(() -> this.licensing.download(request(), target(),
				DownloadOptions.defaults().withListener(DownloadProgress::cancel), stored));
		see(() -> this.licensing.download(request(), this.directory, stored));
		buyWithinAPurchase();
		String text = this.licensing.license(request()).toText();
		see(() -> License.fromText("something else"));
		see(() -> License.fromText(text.substring(0, text.length() / 2)));
		see(() -> License.fromText(text.replaceFirst("1", "9")));
		this.server.enqueue("GetImageDetails", Fault.result("{\"Images\":[]}"));
		see(() -> new ImageDetailsLookup(this.connect).details("1"));
	}

	private void failAsynchronously() {
		ConnectRequest countries = ConnectRequest.of(ConnectOperations.GET_COUNTRIES, Map.of());
		AsyncConnectApi full = AsyncConnectApi.builder(this.connect).maxConcurrentCalls(1).build();
		this.server.enqueue("GetCountries", Fault.block());
		CompletableFuture<?> first = full.exchange(countries, Object.class).toCompletableFuture();
		see(() -> full.exchange(countries, Object.class).toCompletableFuture().join());
		this.server.unblock();
		first.join();
		full.close();
		see(() -> full.exchange(countries, Object.class).toCompletableFuture().join());
		try (AsyncConnectApi rejected = AsyncConnectApi.builder(this.connect).executor((task) -> {
			throw new RejectedExecutionException();
		}).build()) {
			see(() -> rejected.exchange(countries, Object.class).toCompletableFuture().join());
		}
	}

	private void see(ThrowingCallable call) {
		for (Throwable failure = catchThrowable(call); failure != null; failure = failure.getCause()) {
			this.seen.add(failure.toString());
		}
	}

	private LicenseRequest request() {
		Image image = this.images.get(this.next++);
		return LicenseRequest.of(image.id(), image.sizes().get(0).key());
	}

	private Path target() {
		return this.directory.resolve("image-" + this.next);
	}

	@Override
	public void close() {
		try {
			FileSystemUtils.deleteRecursively(this.directory);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}

package io.github.connectapi.observation;

import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.Secret;
import io.github.connectapi.call.ConnectApi;
import io.github.connectapi.call.ConnectApiFactory;
import io.github.connectapi.client.BaseUrl;
import io.github.connectapi.client.ConnectClient;
import io.github.connectapi.license.ConnectDownloadException;
import io.github.connectapi.license.FileDownloads;
import io.github.connectapi.license.License;
import io.github.connectapi.operation.ConnectOperations;
import io.github.connectapi.operation.ConnectRequest;
import io.github.connectapi.purchase.ConnectPurchaseException;
import io.github.connectapi.purchase.ImageLicensing;
import io.github.connectapi.purchase.LicenseRequest;
import io.github.connectapi.session.ConnectSessionManager;
import io.github.connectapi.session.SessionManagerFactory;
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.FakeConnectServerBuilder;
import io.github.connectapi.test.Fault;
import io.github.connectapi.test.catalog.Catalog;
import io.github.connectapi.test.catalog.Image;
import io.github.connectapi.test.time.ManualTime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Observed client, manager and API on a fake server in manual time. Records the
 * observations in the order of their end.
 */
final class ObservationFixture implements AutoCloseable {

	/** License whose address is no URL, so that nothing is sent. */
	private static final String LICENSE = "getty-license-1.AAAABAAAAAVhc3NldAAAAAExAAAADGNvb3JkaW5hdGlvbgAAAAEyAAAACXB1cmNoYXNlZAAAABQyMDI2LTExLTMwVDEwOjAwOjAwWgAAAAdhZGRyZXNzAAAABG5vbmUAAAAAmuIR2w";

	final ObservationRegistry registry = ObservationRegistry.create();

	final List<ConnectObservationContext> observed = new CopyOnWriteArrayList<>();

	final ManualTime time;

	final FakeConnectServer server;

	final ConnectClient client;

	final ConnectSessionManager manager;

	final ConnectApi connect;

	private ObservationFixture(ManualTime time, @Nullable ConnectObservationConvention convention) {
		this.time = time;
		this.server = FakeConnectServer.builder().https(false).clock(time.clock()).start();
		this.registry.observationConfig().observationHandler(new RecordingHandler());
		this.client = ConnectClient.builder(BaseUrl.of(this.server.baseUrl()))
			.clock(time.clock())
			.maxConcurrentExchanges(1)
			.observationRegistry(this.registry)
			.observationConvention(convention)
			.build();
		this.manager = new SessionManagerFactory(() -> 0.5, time::advance).builder(this.client, FakeCredentials::get)
			.nanoClock(time.nanos())
			.clock(time.clock())
			.scheduler(time.newScheduler())
			.observationRegistry(this.registry)
			.observationConvention(convention)
			.build();
		this.connect = ConnectApiFactory.create(ConnectApi.builder(this.client, this.manager)
			.nanoClock(time.nanos())
			.observationRegistry(this.registry)
			.observationConvention(convention), () -> 0.5, time::advance);
	}

	static ObservationFixture create() {
		return new ObservationFixture(ManualTime.create(), null);
	}

	/** Acquisitions run on separate threads. */
	static ObservationFixture withThreads() {
		return withThreads(null);
	}

	static ObservationFixture withThreads(@Nullable ConnectObservationConvention convention) {
		return new ObservationFixture(ManualTime.withThreads(), convention);
	}

	static ObservationFixture with(ConnectObservationConvention convention) {
		return new ObservationFixture(ManualTime.create(), convention);
	}

	void callGetCountries() {
		this.connect.call(ConnectOperations.GET_COUNTRIES, Map.of(), Object.class);
	}

	/** Call while another call is in progress, until the timeout. */
	ConnectApiException failToWaitForExchange() {
		this.server.enqueue("GetCountries", Fault.block());
		int before = this.server.count("GetCountries");
		CompletableFuture<Void> first = CompletableFuture.runAsync(this::callGetCountries);
		try {
			this.server.awaitRequests("GetCountries", before + 1, Duration.ofSeconds(20));
			return catchThrowableOfType(ConnectApiException.class,
					() -> this.client.call(ConnectRequest.of(ConnectOperations.GET_COUNTRIES, Map.of()),
							Secret.of("token"), Void.class, Duration.ofMillis(50)));
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
		finally {
			this.server.unblock();
			first.join();
		}
	}

	/** Download a file whose address is not a URL. */
	ConnectDownloadException failToDownload(@Nullable ConnectObservationConvention convention) {
		try (FileDownloads downloads = FileDownloads.builder(this.client)
			.observationRegistry(this.registry)
			.observationConvention(convention)
			.build()) {
			return catchThrowableOfType(ConnectDownloadException.class,
					() -> downloads.download(License.fromText(LICENSE), OutputStream.nullOutputStream()));
		}
	}

	/** Buy an image, which the server refuses. */
	ConnectPurchaseException failToBuy(@Nullable ConnectObservationConvention convention) {
		Image image = Catalog.get()
			.images()
			.stream()
			.filter((each) -> each.rights().offerings().size() == 1
					&& each.rights().authorizationConstraints().isEmpty())
			.findFirst()
			.orElseThrow();
		this.server.enqueue("CreateDownloadRequest", Fault.error("InvalidRequest", "no"));
		try (FileDownloads downloads = FileDownloads.builder(this.client).build()) {
			ImageLicensing licensing = ImageLicensing.builder(this.connect, downloads)
				.observationRegistry(this.registry)
				.observationConvention(convention)
				.build();
			return catchThrowableOfType(ConnectPurchaseException.class,
					() -> licensing.license(LicenseRequest.of(image.id(), image.sizes().get(0).key())));
		}
	}

	/** Return the only observation of this kind. */
	ConnectObservationContext only(ConnectObservationDocumentation observation) {
		List<ConnectObservationContext> all = this.observed.stream()
			.filter((context) -> context.observation() == observation)
			.toList();
		assertThat(all).hasSize(1);
		return all.get(0);
	}

	@Override
	public void close() {
		this.manager.close();
		this.client.close();
		this.server.close();
	}

	private final class RecordingHandler implements ObservationHandler<ConnectObservationContext> {

		@Override
		public void onStop(ConnectObservationContext context) {
			ObservationFixture.this.observed.add(context);
		}

		@Override
		public boolean supportsContext(Observation.Context context) {
			return context instanceof ConnectObservationContext;
		}

	}

}

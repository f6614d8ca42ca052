package io.github.connectapi.purchase;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

import okhttp3.tls.Certificates;
import okhttp3.tls.HandshakeCertificates;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.call.ConnectApi;
import io.github.connectapi.client.BaseUrl;
import io.github.connectapi.client.ConnectClient;
import io.github.connectapi.client.ConnectClientBuilder;
import io.github.connectapi.license.FileDownloads;
import io.github.connectapi.purchase.ConnectPurchaseException.Reason;
import io.github.connectapi.session.ConnectSessionManager;
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.FakeConnectServerBuilder;
import io.github.connectapi.test.catalog.Catalog;
import io.github.connectapi.test.catalog.Image;
import io.github.connectapi.transport.ConnectTls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Licensing with a fake server, in real time.
 */
final class PurchaseFixture implements AutoCloseable {

	static final String BUYING = "CreateDownloadRequest";

	final FakeConnectServer server;

	final List<PurchaseEvent> events = new CopyOnWriteArrayList<>();

	final ConnectClient client;

	final ConnectSessionManager manager;

	final ConnectApi connect;

	final FileDownloads downloads;

	final ImageLicensing licensing;

	PurchaseFixture() {
		this((builder) -> builder);
	}

	PurchaseFixture(UnaryOperator<ImageLicensingBuilder> settings) {
		this(FakeConnectServer.builder().https(false).start(), settings);
	}

	private PurchaseFixture(FakeConnectServer server, UnaryOperator<ImageLicensingBuilder> settings) {
		this(server, server.baseUrl(), settings);
	}

	private PurchaseFixture(FakeConnectServer server, String baseUrl, UnaryOperator<ImageLicensingBuilder> settings) {
		this(server, ConnectClient.builder(BaseUrl.of(baseUrl)), settings);
	}

	private PurchaseFixture(FakeConnectServer server, ConnectClientBuilder client,
			UnaryOperator<ImageLicensingBuilder> settings) {
		this.server = server;
		this.client = client.responseTimeout(Duration.ofSeconds(5)).build();
		this.manager = ConnectSessionManager
			.builder(this.client,
					() -> ConnectCredentials.of(FakeConnectServerBuilder.SYSTEM_ID,
							FakeConnectServerBuilder.SYSTEM_PASSWORD, FakeConnectServerBuilder.USER_NAME,
							FakeConnectServerBuilder.USER_PASSWORD))
			.build();
		this.connect = ConnectApi.builder(this.client, this.manager).build();
		this.downloads = FileDownloads.builder(this.client).build();
		this.licensing = settings.apply(ImageLicensing.builder(this.connect, this.downloads).listener(this.events::add))
			.build();
	}

	/** Create a fixture for the server of another process. Its own one is not used. */
	static PurchaseFixture of(String baseUrl) {
		return new PurchaseFixture(FakeConnectServer.builder().https(false).start(), baseUrl, (builder) -> builder);
	}

	/** Create a fixture that uses https. */
	static PurchaseFixture secure() {
		FakeConnectServer server = FakeConnectServer.builder().https(true).start();
		ConnectTls tls = ConnectTls.of(new HandshakeCertificates.Builder()
			.addTrustedCertificate(Certificates.decodeCertificatePem(server.certificateAuthority()))
			.build()
			.sslContext());
		return new PurchaseFixture(server, ConnectClient.builder(BaseUrl.of(server.secureBaseUrl())).tls(() -> tls),
				(builder) -> builder);
	}

	/** Return images that one product offering can license, and that are not free. */
	static List<Image> images() {
		return images((image) -> image.rights().offerings().size() == 1 && !image.rights().free());
	}

	static Image image() {
		return images().get(0);
	}

	static Image imageOfSeveralOfferings() {
		return images((image) -> image.rights().offerings().size() > 1 && !image.rights().free()).get(0);
	}

	static Image freeImage() {
		return images((image) -> image.rights().offerings().size() > 1 && image.rights().free()).get(0);
	}

	static Image imageWithoutOffering() {
		return Catalog.get().images().stream().filter((image) -> image.rights().offerings().isEmpty()).toList().get(0);
	}

	private static List<Image> images(Predicate<Image> filter) {
		return Catalog.get()
			.images()
			.stream()
			.filter((image) -> image.rights().authorizationConstraints().isEmpty())
			.filter(filter)
			.toList();
	}

	static LicenseRequest request(Image image) {
		return LicenseRequest.of(image.id(), sizeKey(image));
	}

	static String sizeKey(Image image) {
		return image.sizes().get(0).key();
	}

	int purchases() {
		return this.server.count(BUYING);
	}

	static ConnectPurchaseException failure(PurchaseOutcome outcome, Reason reason, ThrowingCallable call) {
		ConnectPurchaseException failure = catchThrowableOfType(ConnectPurchaseException.class, call);
		assertThat(failure).as("failure").isNotNull();
		assertThat(failure.outcome()).as(failure.getMessage()).isEqualTo(outcome);
		assertThat(failure.reason()).as(failure.getMessage()).isEqualTo(reason);
		return failure;
	}

	@Override
	public void close() {
		this.downloads.close();
		this.manager.close();
		this.client.close();
		this.server.close();
	}

}

package io.github.connectapi.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.Test;

import org.springframework.context.PayloadApplicationEvent;

import io.github.connectapi.call.ConnectApi;
import io.github.connectapi.client.BaseUrl;
import io.github.connectapi.client.ConnectClient;
import io.github.connectapi.license.FileDownloads;
import io.github.connectapi.purchase.ConnectPurchaseException;
import io.github.connectapi.purchase.ConnectPurchaseException.Reason;
import io.github.connectapi.purchase.ImageLicensing;
import io.github.connectapi.purchase.LicenseRequest;
import io.github.connectapi.purchase.PurchaseEvent;
import io.github.connectapi.purchase.PurchaseGuard;
import io.github.connectapi.purchase.PurchaseListener;
import io.github.connectapi.purchase.PurchaseOutcome;
import io.github.connectapi.session.ConnectSessionManager;
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.Fault;
import io.github.connectapi.test.catalog.Catalog;
import io.github.connectapi.test.catalog.Image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.Mockito.mock;

class ImageLicensingBeanTests {

	@Test
	void whenAnImageIsLicensedThenAnEventIsPublished() {
		List<PurchaseEvent> published = new CopyOnWriteArrayList<>();
		List<PurchaseEvent> received = new CopyOnWriteArrayList<>();
		try (FakeConnectServer server = FakeConnectServer.start()) {
			FakeApplication.of(server)
				.withBean(PurchaseListener.class, () -> received::add)
				.withInitializer((context) -> context.addApplicationListener((event) -> {
					if (event instanceof PayloadApplicationEvent<?> payload
							&& payload.getPayload() instanceof PurchaseEvent purchase) {
						published.add(purchase);
					}
				}))
				.run((context) -> context.getBean(ImageLicensing.class).license(request()));
		}
		assertThat(published).hasSize(1).isEqualTo(received);
	}

	@Test
	void whenThereIsAGuardThenItDecides() {
		try (FakeConnectServer server = FakeConnectServer.start()) {
			FakeApplication.of(server).withBean(PurchaseGuard.class, () -> (purchase) -> {
				throw new IllegalStateException("duplicate");
			}).run((context) -> {
				ConnectPurchaseException failure = catchThrowableOfType(ConnectPurchaseException.class,
						() -> context.getBean(ImageLicensing.class).license(request()));
				assertThat(failure.reason()).isEqualTo(Reason.REFUSED_BY_GUARD);
			});
		}
	}

	@Test
	void whenNothingIsSetThenTheDefaultsAreThoseOfTheCore() {
		ImageLicensing core = ImageLicensing.builder(mock(ConnectApi.class), mock(FileDownloads.class)).build();
		FakeApplication.configured().run((context) -> {
			ImageLicensing licensing = context.getBean(ImageLicensing.class);
			assertThat(licensing).extracting("settings.unclearTimeout", "settings.resolvesUnclear")
				.containsExactly(Duration.ofSeconds(20), true);
			assertThat(core).extracting("settings.unclearTimeout", "settings.resolvesUnclear")
				.containsExactly(Duration.ofSeconds(20), true);
		});
	}

	@Test
	void whenPropertiesAreSetThenTheyAreUsed() {
		FakeApplication.configured()
			.withPropertyValues("getty.connect.purchase.unclear-timeout=5s",
					"getty.connect.purchase.resolve-unclear=false")
			.run((context) -> assertThat(context.getBean(ImageLicensing.class))
				.extracting("settings.unclearTimeout", "settings.resolvesUnclear")
				.containsExactly(Duration.ofSeconds(5), false));
	}

	@Test
	void whenUnclearPurchasesAreNotResolvedThenThereIsNoEvidence() {
		try (FakeConnectServer server = FakeConnectServer.start()) {
			server.enqueue("CreateDownloadRequest", Fault.drop());
			FakeApplication.of(server)
				.withPropertyValues("getty.connect.purchase.resolve-unclear=false")
				.run((context) -> {
					ConnectPurchaseException failure = catchThrowableOfType(ConnectPurchaseException.class,
							() -> context.getBean(ImageLicensing.class).license(request()));
					assertThat(failure.outcome()).isEqualTo(PurchaseOutcome.UNCLEAR);
					assertThat(failure.evidence()).isEmpty();
				});
			assertThat(server.count("GetPreviousDownloads")).isZero();
		}
	}

	@Test
	void whenThereIsALicensingThenTheConfiguredOneBacksOff() {
		ImageLicensing own = ImageLicensing.builder(mock(ConnectApi.class), mock(FileDownloads.class)).build();
		FakeApplication.configured()
			.withBean("own", ImageLicensing.class, () -> own)
			.run((context) -> assertThat(context).getBean(ImageLicensing.class).isSameAs(own));
	}

	@Test
	void whenThereAreTwoClientsThenNoLicensingIsConfigured() {
		FakeApplication.configured()
			.withBean(ConnectSessionManager.class, () -> mock(ConnectSessionManager.class))
			.withBean("one", ConnectClient.class, ImageLicensingBeanTests::client)
			.withBean("two", ConnectClient.class, ImageLicensingBeanTests::client)
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(ImageLicensing.class));
	}

	private static LicenseRequest request() {
		Image image = Catalog.get()
			.images()
			.stream()
			.filter((each) -> each.rights().authorizationConstraints().isEmpty())
			.filter((each) -> each.rights().offerings().size() == 1)
			.findFirst()
			.orElseThrow();
		return LicenseRequest.of(image.id(), image.sizes().get(0).key());
	}

	private static ConnectClient client() {
		return ConnectClient.builder(BaseUrl.of(BaseUrl.DEFAULT)).build();
	}

}

package io.github.connectapi.purchase;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import io.github.connectapi.license.License;
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.Fault;
import io.github.connectapi.test.catalog.Catalog;
import io.github.connectapi.test.catalog.Image;
import io.github.connectapi.test.catalog.Offering;

import static io.github.connectapi.purchase.PurchaseFixture.BUYING;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Many purchases at once. All tokens are revoked, and 5 % of the responses are lost, half
 * of them after the purchase.
 */
@Timeout(180)
class PurchaseLoadTests {

	private static final int PURCHASES = 200;

	private static final List<Image> IMAGES = Catalog.get()
		.images()
		.stream()
		.filter((image) -> image.rights().authorizationConstraints().isEmpty() && !image.rights().free())
		.filter((image) -> !image.rights().offerings().isEmpty())
		.toList();

	private final Map<String, License> licenses = new ConcurrentHashMap<>();

	private final Map<String, PurchaseOutcome> failures = new ConcurrentHashMap<>();

	@TempDir
	private Path directory;

	@Test
	void whenResponsesAreLostThenNothingIsBoughtTwice() throws Exception {
		List<LicenseRequest> requests = requests();
		try (PurchaseFixture fixture = new PurchaseFixture()) {
			for (Offering offering : Offering.values()) {
				fixture.server.accounts().setOffering("fake-user", offering.wireName(), 1000);
			}
			for (int i = 0; i < PURCHASES; i++) {
				fixture.server.enqueue(BUYING, fault(i));
				fixture.server.enqueue(FakeConnectServer.FILE_DOWNLOAD,
						(i % 40 == 20) ? Fault.status(403) : Fault.normal());
			}
			buyAll(fixture, requests);
			long bought = this.licenses.size();
			long unclear = this.failures.values().stream().filter(PurchaseOutcome.UNCLEAR::equals).count();
			assertThat(
					bought + this.failures.values().stream().filter((each) -> each != PurchaseOutcome.BOUGHT).count())
				.isEqualTo(PURCHASES);
			assertThat(bought).isGreaterThan(PURCHASES / 2);
			assertThat((long) fixture.server.downloadsUsed()).isBetween(bought, bought + unclear);
			assertThat(unclear).isPositive();
			assertThat(fixture.events.stream().filter((event) -> event.outcome() == PurchaseOutcome.UNCLEAR))
				.hasSize((int) unclear);
			this.failures.forEach((name, outcome) -> {
				if (outcome == PurchaseOutcome.BOUGHT) {
					fixture.downloads.download(this.licenses.get(name), this.directory.resolve(name));
				}
			});
			assertThat(this.directory.toFile().list()).containsExactlyInAnyOrderElementsOf(this.licenses.keySet());
		}
	}

	private void buyAll(PurchaseFixture fixture, List<LicenseRequest> requests) throws Exception {
		CountDownLatch half = new CountDownLatch(PURCHASES / 2);
		ExecutorService threads = Executors.newFixedThreadPool(PURCHASES);
		try {
			List<Future<?>> results = new ArrayList<>();
			for (LicenseRequest request : requests) {
				results.add(threads.submit(() -> buy(fixture, request, half)));
			}
			half.await();
			fixture.server.revokeAll();
			for (Future<?> result : results) {
				result.get(120, TimeUnit.SECONDS);
			}
		}
		finally {
			threads.shutdownNow();
		}
	}

	private void buy(PurchaseFixture fixture, LicenseRequest request, CountDownLatch half) {
		String name = request.assetId() + "-" + request.size().orElseThrow();
		try {
			fixture.licensing.download(request, this.directory.resolve(name),
					(license) -> this.licenses.put(name, license));
		}
		catch (ConnectPurchaseException ex) {
			this.failures.put(name, ex.outcome());
		}
		finally {
			half.countDown();
		}
	}

	private static Fault fault(int call) {
		return switch (call % 40) {
			case 10 -> Fault.dropResponse();
			case 30 -> Fault.drop();
			default -> Fault.normal();
		};
	}

	/** Return different sizes, so that no purchase is free. */
	private static List<LicenseRequest> requests() {
		return IMAGES.stream()
			.flatMap((image) -> image.sizes()
				.stream()
				.limit(2)
				.map((size) -> LicenseRequest.of(image.id(), size.key())
					.withProductOffering(image.rights().offerings().get(0).wireName())))
			.limit(PURCHASES)
			.toList();
	}

}

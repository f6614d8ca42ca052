package io.github.connectapi.purchase;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.connectapi.ConnectUnavailableException;
import io.github.connectapi.license.License;
import io.github.connectapi.purchase.ConnectPurchaseException.Reason;
import io.github.connectapi.test.Fault;
import io.github.connectapi.test.catalog.Image;

import static io.github.connectapi.purchase.PurchaseFixture.BUYING;
import static io.github.connectapi.purchase.PurchaseFixture.failure;
import static io.github.connectapi.purchase.PurchaseFixture.request;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is done after an unclear outcome.
 */
@Timeout(60)
class UnclearPurchaseTests {

	private static final Image IMAGE = PurchaseFixture.image();

	private final PurchaseFixture fixture = new PurchaseFixture();

	private final ImageLicensing licensing = this.fixture.licensing;

	@AfterEach
	void close() {
		this.fixture.close();
	}

	@Test
	void whenTheResponseIsLostThenTheFreePurchaseIsRepeated() {
		this.fixture.server.enqueue(BUYING, Fault.dropResponse());
		License license = this.licensing.license(request(IMAGE));
		assertThat(this.fixture.purchases()).isEqualTo(2);
		assertThat(this.fixture.server.downloadsUsed()).isOne();
		assertThat(this.fixture.server.requests(BUYING)).extracting((request) -> request.coordinationId())
			.containsOnly(license.coordinationId());
		assertThat(this.fixture.events).singleElement()
			.extracting(PurchaseEvent::outcome)
			.isEqualTo(PurchaseOutcome.BOUGHT);
	}

	@Test
	void whenTheBodyIsIncompleteThenTheFreePurchaseIsRepeated() {
		this.fixture.server.enqueue(BUYING, Fault.dropMidBody());
		assertThat(this.licensing.license(request(IMAGE))).isNotNull();
		assertThat(this.fixture.server.downloadsUsed()).isOne();
	}

	@Test
	void whenTheCoordinationIdIsAnotherThenTheFreePurchaseIsRepeated() {
		this.fixture.server.enqueue(BUYING, Fault.normal().set("/ResponseHeader/CoordinationId", "other"));
		assertThat(this.licensing.license(request(IMAGE))).isNotNull();
		assertThat(this.fixture.server.downloadsUsed()).isOne();
	}

	@Test
	void whenSomethingOnTheWayRepeatsTheRequestThenOneIsDebited() {
		this.fixture.server.enqueue(BUYING, Fault.twice());
		assertThat(this.licensing.license(request(IMAGE))).isNotNull();
		assertThat(this.fixture.server.downloadsUsed()).isOne();
	}

	@Test
	void whenNothingWasExecutedThenThereIsEvidence() {
		this.fixture.server.enqueue(BUYING, Fault.drop());
		ConnectPurchaseException failure = failure(PurchaseOutcome.UNCLEAR, Reason.NO_RESPONSE,
				() -> this.licensing.license(request(IMAGE)));
		assertThat(failure).hasCauseInstanceOf(ConnectUnavailableException.class);
		assertThat(this.fixture.purchases()).isOne();
		PurchaseEvidence evidence = failure.evidence().orElseThrow();
		assertThat(evidence.after()).isEqualTo(evidence.before());
		assertThat(evidence.previousDownloads()).isEmpty();
		assertThat(this.fixture.events).singleElement().satisfies((event) -> {
			assertThat(event.outcome()).isEqualTo(PurchaseOutcome.UNCLEAR);
			assertThat(event.coordinationId()).isEqualTo(failure.coordinationId().orElseThrow());
		});
	}

	@Test
	void whenThereAreManyPreviousDownloadsThenAllPagesAreRead() {
		List<Image> images = PurchaseFixture.images().subList(0, 60);
		images.stream().skip(1).forEach((image) -> this.licensing.license(request(image)));
		this.fixture.server.enqueue(BUYING, Fault.dropResponse(), Fault.drop());
		ConnectPurchaseException failure = failure(PurchaseOutcome.UNCLEAR, Reason.NO_RESPONSE,
				() -> this.licensing.license(request(images.get(0))));
		assertThat(failure.evidence().orElseThrow().previousDownloads()).hasSize(1);
		assertThat(this.fixture.server.count("GetPreviousDownloads")).isEqualTo(2);
	}

	@Test
	void whenTheRepetitionFailsThenTheEvidenceShowsThePurchase() {
		this.fixture.server.enqueue(BUYING, Fault.dropResponse(), Fault.drop());
		ConnectPurchaseException failure = failure(PurchaseOutcome.UNCLEAR, Reason.NO_RESPONSE,
				() -> this.licensing.license(request(IMAGE)));
		PurchaseEvidence evidence = failure.evidence().orElseThrow();
		assertThat(evidence.after().isFree()).isTrue();
		assertThat(evidence.after().downloadsRemaining()).isEqualTo(evidence.before().downloadsRemaining() - 1);
		assertThat(evidence.previousDownloads()).singleElement()
			.satisfies((download) -> assertThat(download.assetId()).isEqualTo(IMAGE.id()));
		assertThat(failure.getSuppressed()).hasSize(1);
	}

	@Test
	void whenTheEvidenceCannotBeReadThenTheFirstFailureIsThrown() {
		this.fixture.server.enqueue(BUYING, Fault.drop());
		this.fixture.server.enqueue("GetImageDownloadAuthorizations", Fault.normal(),
				Fault.error("InvalidRequest", "no"));
		this.fixture.server.always("GetPreviousDownloads", Fault.error("InvalidRequest", "no"));
		ConnectPurchaseException failure = failure(PurchaseOutcome.UNCLEAR, Reason.NO_RESPONSE,
				() -> this.licensing.license(request(IMAGE)));
		assertThat(failure.evidence().orElseThrow().after()).isNull();
		assertThat(failure.evidence().orElseThrow().previousDownloads()).isNull();
		assertThat(failure.getSuppressed()).hasSize(2);
	}

	@Test
	void whenTheEvidenceTakesTooLongThenItEnds() {
		ImageLicensing impatient = ImageLicensing.builder(this.fixture.connect, this.fixture.downloads)
			.unclearTimeout(Duration.ofMillis(300))
			.build();
		this.fixture.server.enqueue(BUYING, Fault.drop());
		this.fixture.server.enqueue("GetImageDownloadAuthorizations", Fault.normal(), Fault.hang());
		long start = System.nanoTime();
		failure(PurchaseOutcome.UNCLEAR, Reason.NO_RESPONSE, () -> impatient.license(request(IMAGE)));
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
	}

	@Test
	void whenItIsNotResolvedThenNothingMoreIsSent() {
		ImageLicensing plain = ImageLicensing.builder(this.fixture.connect, this.fixture.downloads)
			.resolveUnclear(false)
			.build();
		this.fixture.server.enqueue(BUYING, Fault.dropResponse());
		ConnectPurchaseException failure = failure(PurchaseOutcome.UNCLEAR, Reason.NO_RESPONSE,
				() -> plain.license(request(IMAGE)));
		assertThat(failure.evidence()).isEmpty();
		assertThat(this.fixture.server.count("GetImageDownloadAuthorizations")).isOne();
		assertThat(this.fixture.server.count("GetPreviousDownloads")).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"DownloadUrls\":[]}", "{\"DownloadUrls\":[{\"Status\":\"Success\"}]}",
			"{\"DownloadUrls\":[{\"Status\":\"FailedToGetDownloadUrl\"}]}", "null" })
	void whenTheResultHasNoAddressThenItIsUnclear(String result) {
		this.fixture.server.enqueue(BUYING, Fault.result(result));
		failure(PurchaseOutcome.UNCLEAR, Reason.UNUSABLE_RESPONSE, () -> this.licensing.license(request(IMAGE)));
	}

	@Test
	void whenTheResponseIsNotReadableThenItIsUnclear() {
		this.fixture.server.enqueue(BUYING, Fault.garbage());
		failure(PurchaseOutcome.UNCLEAR, Reason.UNUSABLE_RESPONSE, () -> this.licensing.license(request(IMAGE)));
	}

	@ParameterizedTest
	@ValueSource(ints = { 500, 502, 503, 504 })
	void whenTheStatusIsThatOfAnOutageThenItIsUnclear(int status) {
		this.fixture.server.enqueue(BUYING, Fault.status(status));
		failure(PurchaseOutcome.UNCLEAR, Reason.NO_RESPONSE, () -> this.licensing.license(request(IMAGE)));
		assertThat(this.fixture.purchases()).isOne();
	}

	@Test
	void whenThereAreTooManyRequestsThenNothingWasBought() {
		this.fixture.server.enqueue(BUYING, Fault.status(429));
		failure(PurchaseOutcome.NOT_BOUGHT, Reason.REFUSED, () -> this.licensing.license(request(IMAGE)));
	}

	@Test
	void whenTheThreadIsInterruptedAfterSendingThenItIsUnclear() throws Exception {
		this.fixture.server.enqueue(BUYING, Fault.block());
		Task task = new Task(() -> failure(PurchaseOutcome.UNCLEAR, Reason.INTERRUPTED,
				() -> this.licensing.license(request(IMAGE))));
		this.fixture.server.awaitRequests(BUYING, 1, Duration.ofSeconds(10));
		task.interrupt();
		task.join();
		assertThat(this.fixture.server.count("GetImageDownloadAuthorizations")).isOne();
	}

	@Test
	void whenTheClientIsClosedAfterSendingThenItIsUnclear() throws Exception {
		this.fixture.server.enqueue(BUYING, Fault.block());
		Task task = new Task(() -> failure(PurchaseOutcome.UNCLEAR, Reason.NO_RESPONSE,
				() -> this.licensing.license(request(IMAGE))));
		this.fixture.server.awaitRequests(BUYING, 1, Duration.ofSeconds(10));
		this.fixture.client.close();
		task.join();
	}

}

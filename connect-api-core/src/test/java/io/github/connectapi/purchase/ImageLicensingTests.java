package io.github.connectapi.purchase;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import io.github.connectapi.ConnectOperationException;
import io.github.connectapi.license.License;
import io.github.connectapi.purchase.ConnectPurchaseException.Reason;
import io.github.connectapi.test.Fault;
import io.github.connectapi.test.catalog.Catalog;
import io.github.connectapi.test.catalog.Image;
import io.github.connectapi.test.catalog.Offering;
import io.github.connectapi.test.catalog.Video;

import static io.github.connectapi.purchase.PurchaseFixture.BUYING;
import static io.github.connectapi.purchase.PurchaseFixture.failure;
import static io.github.connectapi.purchase.PurchaseFixture.request;
import static org.assertj.core.api.Assertions.assertThat;

@Timeout(60)
class ImageLicensingTests {

	private static final Image IMAGE = PurchaseFixture.image();

	private final AtomicReference<PlannedPurchase> planned = new AtomicReference<>();

	private final PurchaseFixture fixture = new PurchaseFixture((builder) -> builder.guard(this.planned::set));

	private final ImageLicensing licensing = this.fixture.licensing;

	@AfterEach
	void close() {
		this.fixture.close();
	}

	@Test
	void whenLicensedThenTheLicenseNamesWhatWasBought() {
		License license = this.licensing.license(request(IMAGE));
		assertThat(license.assetId()).isEqualTo(IMAGE.id());
		assertThat(license.sizeKey()).hasValue(PurchaseFixture.sizeKey(IMAGE));
		assertThat(license.productOfferingType()).hasValue(IMAGE.rights().offerings().get(0).wireName());
		assertThat(license.fileAddress().reveal()).startsWith(this.fixture.server.baseUrl());
		assertThat(this.fixture.purchases()).isOne();
		assertThat(this.fixture.server.downloadsUsed()).isOne();
	}

	@Test
	void whenLicensedThenAnEventIsPublished() {
		License license = this.licensing.license(request(IMAGE));
		assertThat(this.fixture.events).singleElement().satisfies((event) -> {
			assertThat(event.assetId()).isEqualTo(IMAGE.id());
			assertThat(event.coordinationId()).isEqualTo(license.coordinationId());
			assertThat(event.outcome()).isEqualTo(PurchaseOutcome.BOUGHT);
			assertThat(event.reason()).isNull();
		});
	}

	@Test
	void whenAuthorizedThenNothingIsBought() {
		List<LicenseOption> options = this.licensing.authorizations(request(PurchaseFixture.imageOfSeveralOfferings()));
		assertThat(options).hasSizeGreaterThan(1)
			.allSatisfy((option) -> assertThat(option.downloadsRemaining()).isPositive());
		assertThat(this.fixture.purchases()).isZero();
	}

	@Test
	void whenSeveralOfferingsArePossibleThenNothingIsBought() {
		ConnectPurchaseException failure = failure(PurchaseOutcome.NOT_BOUGHT, Reason.SEVERAL_OFFERINGS,
				() -> this.licensing.license(request(PurchaseFixture.imageOfSeveralOfferings())));
		assertThat(failure.options()).hasSizeGreaterThan(1);
		assertThat(this.fixture.purchases()).isZero();
	}

	@Test
	void whenAnOfferingIsRequestedThenItPays() {
		Image image = PurchaseFixture.imageOfSeveralOfferings();
		String last = image.rights().offerings().get(image.rights().offerings().size() - 1).wireName();
		assertThat(this.licensing.license(request(image).withProductOffering(last)).productOfferingType())
			.hasValue(last);
	}

	@Test
	void whenADownloadIsFreeThenSeveralOfferingsAreNoProblem() {
		this.licensing.license(request(PurchaseFixture.freeImage()));
		assertThat(this.fixture.server.downloadsUsed()).isZero();
	}

	@Test
	void whenTheLargestSizeIsLicensedThenTheLicenseNamesIt() {
		assertThat(this.licensing.license(LicenseRequest.largest(IMAGE.id())).sizeKey()).isPresent();
	}

	@Test
	void whenAVideoIsLicensedThenItsTokenIsThatOfTheSearch() {
		Video video = Catalog.get()
			.videos()
			.stream()
			.filter((each) -> each.rights().offerings().contains(Offering.EASY_ACCESS))
			.findFirst()
			.orElseThrow();
		String size = video.format().sizes().get(0).name();
		License license = this.licensing
			.license(LicenseRequest.video(video.id(), size).withProductOffering("EasyAccess"));
		assertThat(license.assetId()).isEqualTo(video.id());
		assertThat(license.sizeKey()).hasValue(size);
	}

	@Test
	void whenTheImageDoesNotExistThenNothingIsBought() {
		failure(PurchaseOutcome.NOT_BOUGHT, Reason.ASSET_NOT_FOUND,
				() -> this.licensing.license(LicenseRequest.of("1", "10")));
		assertThat(this.fixture.events).isEmpty();
	}

	@Test
	void whenTheAssetIdHasALineBreakThenTheMessageHasNone() {
		assertThat(failure(PurchaseOutcome.NOT_BOUGHT, Reason.ASSET_NOT_FOUND,
				() -> this.licensing.license(LicenseRequest.of("1\n2", "10"))))
			.hasMessageStartingWith("Asset 1\\u000a2 was not bought");
	}

	@Test
	void whenTheDownloadsAreClosedThenNothingIsBought(@TempDir Path directory) {
		this.fixture.downloads.close();
		Path target = directory.resolve("file");
		failure(PurchaseOutcome.NOT_BOUGHT, Reason.FILE_NOT_POSSIBLE,
				() -> this.licensing.download(request(IMAGE), target, (license) -> {
				}));
		assertThat(this.fixture.purchases()).isZero();
	}

	@Test
	void whenTheVideoDoesNotExistThenNothingIsBought() {
		failure(PurchaseOutcome.NOT_BOUGHT, Reason.ASSET_NOT_FOUND,
				() -> this.licensing.license(LicenseRequest.video("1", "10")));
	}

	@Test
	void whenTheSizeDoesNotExistThenNothingIsBought() {
		failure(PurchaseOutcome.NOT_BOUGHT, Reason.SIZE_NOT_FOUND,
				() -> this.licensing.license(LicenseRequest.of(IMAGE.id(), "999")));
	}

	@Test
	void whenNoOfferingIncludesTheImageThenNothingIsBought() {
		failure(PurchaseOutcome.NOT_BOUGHT, Reason.NO_AUTHORIZATION,
				() -> this.licensing.license(request(PurchaseFixture.imageWithoutOffering())));
	}

	@Test
	void whenTheQuotaIsUsedUpThenNothingIsSent() {
		this.fixture.server.accounts().setOffering("fake-user", IMAGE.rights().offerings().get(0).wireName(), 0);
		failure(PurchaseOutcome.NOT_BOUGHT, Reason.QUOTA_USED_UP, () -> this.licensing.license(request(IMAGE)));
		assertThat(this.fixture.purchases()).isZero();
	}

	@Test
	void whenTheAuthorizationFailsThenNothingIsBought() {
		this.fixture.server.always("GetImageDownloadAuthorizations", Fault.error("InvalidRequest", "no"));
		assertThat(failure(PurchaseOutcome.NOT_BOUGHT, Reason.PREPARATION_FAILED,
				() -> this.licensing.license(request(IMAGE))))
			.hasCauseInstanceOf(ConnectOperationException.class);
	}

	@Test
	void whenAnImageIsWithdrawnBetweenThenTheServerRefuses() {
		try (PurchaseFixture other = new PurchaseFixture()) {
			ImageLicensing withdrawn = ImageLicensing.builder(other.connect, other.downloads)
				.guard((purchase) -> other.server.withdraw(IMAGE.id()))
				.listener(other.events::add)
				.build();
			failure(PurchaseOutcome.NOT_BOUGHT, Reason.REFUSED, () -> withdrawn.license(request(IMAGE)));
			assertThat(other.events).extracting(PurchaseEvent::outcome).containsExactly(PurchaseOutcome.NOT_BOUGHT);
		}
	}

	@Test
	void whenDownloadTokensExpireBetweenThenTheServerRefuses() {
		try (PurchaseFixture other = new PurchaseFixture()) {
			ImageLicensing expired = ImageLicensing.builder(other.connect, other.downloads)
				.guard((purchase) -> other.server.expireDownloadTokens())
				.build();
			failure(PurchaseOutcome.NOT_BOUGHT, Reason.REFUSED, () -> expired.license(request(IMAGE)));
		}
	}

	@Test
	void whenAPurchaseIsPlannedThenTheGuardReceivesIt() {
		License license = this.licensing.license(request(IMAGE));
		assertThat(this.planned.get().request()).isEqualTo(request(IMAGE));
		assertThat(this.planned.get().option().productOfferingType())
			.isEqualTo(license.productOfferingType().orElseThrow());
		assertThat(this.planned.get().coordinationId()).isEqualTo(license.coordinationId());
	}

	@Test
	void whenTheGuardRefusesThenNothingIsBought() {
		IllegalStateException duplicate = new IllegalStateException("duplicate key");
		ImageLicensing guarded = ImageLicensing.builder(this.fixture.connect, this.fixture.downloads)
			.guard((purchase) -> {
				throw duplicate;
			})
			.build();
		assertThat(failure(PurchaseOutcome.NOT_BOUGHT, Reason.REFUSED_BY_GUARD, () -> guarded.license(request(IMAGE))))
			.hasCause(duplicate);
		assertThat(this.fixture.purchases()).isZero();
	}

	@Test
	void whenTheTokenIsRejectedThenTheCallIsSentAgain() {
		this.fixture.server.enqueue(BUYING, Fault.error("AUTH-012", "expired"));
		this.licensing.license(request(IMAGE));
		assertThat(this.fixture.purchases()).isEqualTo(2);
		assertThat(this.fixture.server.downloadsUsed()).isOne();
	}

	@Test
	void whenAnUnknownAuthCodeIsReturnedThenTheCallIsNotSentAgain() {
		ImageLicensing plain = ImageLicensing.builder(this.fixture.connect, this.fixture.downloads)
			.resolveUnclear(false)
			.build();
		this.fixture.server.enqueue(BUYING, Fault.error("AUTH-999", "?"));
		failure(PurchaseOutcome.UNCLEAR, Reason.UNUSABLE_RESPONSE, () -> plain.license(request(IMAGE)));
		assertThat(this.fixture.purchases()).isOne();
	}

	@Test
	void whenTheThreadWasInterruptedBeforeThenNothingIsBought() {
		Thread.currentThread().interrupt();
		try {
			failure(PurchaseOutcome.NOT_BOUGHT, Reason.INTERRUPTED, () -> this.licensing.license(request(IMAGE)));
		}
		finally {
			assertThat(Thread.interrupted()).isTrue();
		}
		assertThat(this.fixture.purchases()).isZero();
	}

	@Test
	void whenTheListenerFailsThenTheLicenseIsReturned() {
		ImageLicensing failing = ImageLicensing.builder(this.fixture.connect, this.fixture.downloads)
			.listener((event) -> {
				throw new IllegalStateException();
			})
			.build();
		assertThat(failing.license(request(IMAGE))).isNotNull();
	}

}

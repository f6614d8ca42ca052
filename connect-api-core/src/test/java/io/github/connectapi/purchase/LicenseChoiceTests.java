package io.github.connectapi.purchase;

import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import io.github.connectapi.Secret;
import io.github.connectapi.purchase.ConnectPurchaseException.Reason;

import static org.assertj.core.api.Assertions.assertThat;

class LicenseChoiceTests {

	private static final LicenseRequest REQUEST = LicenseRequest.of("1", "10");

	private static final LicenseOption PAID = option("EasyAccess", null, false, 5);

	private static final LicenseOption OTHER = option("ImagePack", "7", false, 5);

	private static final LicenseOption FREE = option("PremiumAccess", null, true, 0);

	@Test
	void whenOneIsFreeThenItIsChosen() {
		assertThat(choose(REQUEST, PAID, OTHER, FREE)).isEqualTo(FREE);
	}

	@Test
	void whenThereIsOneThenItIsChosen() {
		assertThat(choose(REQUEST, PAID)).isEqualTo(PAID);
	}

	@Test
	void whenThereAreSeveralThenTheyAreListed() {
		ConnectPurchaseException failure = failure(Reason.SEVERAL_OFFERINGS, REQUEST, PAID, OTHER);
		assertThat(failure.options()).containsExactly(PAID, OTHER);
		assertThat(failure).hasMessage(
				"Asset 1 was not bought: 2 product offerings can license it (EasyAccess, ImagePack). Choose one with withProductOffering");
	}

	@Test
	void whenATypeIsRequestedThenItIsChosen() {
		assertThat(choose(REQUEST.withProductOffering("imagepack"), PAID, OTHER)).isEqualTo(OTHER);
	}

	@Test
	void whenAnInstanceIsRequestedThenItIsChosen() {
		assertThat(choose(REQUEST.withProductOffering("7"), PAID, OTHER)).isEqualTo(OTHER);
	}

	@Test
	void whenAnotherOfferingIsFreeThenTheRequestedOneIsChosen() {
		assertThat(choose(REQUEST.withProductOffering("EasyAccess"), PAID, FREE)).isEqualTo(PAID);
	}

	@Test
	void whenARequestedTypeHasSeveralInstancesThenTheyAreListed() {
		LicenseOption second = option("ImagePack", "8", false, 5);
		assertThat(failure(Reason.SEVERAL_OFFERINGS, REQUEST.withProductOffering("ImagePack"), OTHER, second).options())
			.containsExactly(OTHER, second);
	}

	@Test
	void whenTheRequestedOfferingIsMissingThenNothingIsChosen() {
		failure(Reason.NO_AUTHORIZATION, REQUEST.withProductOffering("ImagePack"), PAID);
	}

	@Test
	void whenTheOnlyOneIsUsedUpThenNothingIsChosen() {
		failure(Reason.QUOTA_USED_UP, REQUEST, option("EasyAccess", null, false, 0));
	}

	@Test
	void whenThereIsNoLimitThenItIsChosen() {
		LicenseOption unlimited = option("EasyAccess", null, false, null);
		assertThat(choose(REQUEST, unlimited)).isEqualTo(unlimited);
	}

	private static LicenseOption choose(LicenseRequest request, LicenseOption... options) {
		List<AuthorizedOption> authorized = Stream.of(options)
			.map((option) -> new AuthorizedOption(option, Secret.of("canary")))
			.toList();
		return LicenseChoice.choose(request, authorized).option();
	}

	private static ConnectPurchaseException failure(Reason reason, LicenseRequest request, LicenseOption... options) {
		return PurchaseFixture.failure(PurchaseOutcome.NOT_BOUGHT, reason, () -> choose(request, options));
	}

	private static LicenseOption option(String type, @Nullable String instanceId, boolean isFree,
			@Nullable Integer remaining) {
		return new LicenseOption("10", type, instanceId, isFree, remaining);
	}

}

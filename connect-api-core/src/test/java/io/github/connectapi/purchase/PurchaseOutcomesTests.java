package io.github.connectapi.purchase;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.connectapi.ConnectBackoffException;
import io.github.connectapi.ConnectCallRejectedException;
import io.github.connectapi.ConnectClosedException;
import io.github.connectapi.ConnectExceptionCopier;
import io.github.connectapi.ConnectFailure;
import io.github.connectapi.ConnectInterruptedException;
import io.github.connectapi.ConnectOperationException;
import io.github.connectapi.ConnectProtocolException;
import io.github.connectapi.ConnectTokenRejectedException;
import io.github.connectapi.ConnectUnavailableException;
import io.github.connectapi.ConnectWaitTimeoutException;
import io.github.connectapi.download.CreateDownloadRequestResult.DownloadUrl;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each row of the table of outcomes.
 */
class PurchaseOutcomesTests {

	@Test
	void whenNothingWasSentThenNothingWasBought() {
		ConnectFailure notSent = failure(null).withNotSent(true);
		assertThat(PurchaseOutcomes.of(new ConnectUnavailableException("x", notSent)))
			.isEqualTo(PurchaseOutcomes.NOT_SENT);
		assertThat(PurchaseOutcomes.of(new ConnectInterruptedException("x", notSent, null)))
			.isEqualTo(PurchaseOutcomes.NOT_SENT);
		assertThat(PurchaseOutcomes.of(new ConnectClosedException("x", notSent, null)))
			.isEqualTo(PurchaseOutcomes.NOT_SENT);
		assertThat(PurchaseOutcomes.of(new ConnectCallRejectedException("x"))).isEqualTo(PurchaseOutcomes.NOT_SENT);
		assertThat(PurchaseOutcomes.NOT_SENT.outcome()).isEqualTo(PurchaseOutcome.NOT_BOUGHT);
	}

	@Test
	void whenNoSessionFollowsARejectedTokenThenNothingWasBought() {
		assertThat(PurchaseOutcomes
			.of(new ConnectOperationException("x", ConnectFailure.permanentFailure("CreateSession", "Locked"))))
			.isEqualTo(PurchaseOutcomes.SESSION);
		ConnectBackoffException backoff = new ConnectBackoffException(Instant.EPOCH, Duration.ofSeconds(1),
				new ConnectUnavailableException("x", failure(null)));
		assertThat(PurchaseOutcomes.of(ConnectExceptionCopier.completeForCall(backoff, "x", "x", false)))
			.isEqualTo(PurchaseOutcomes.SESSION);
		assertThat(PurchaseOutcomes.SESSION.outcome()).isEqualTo(PurchaseOutcome.NOT_BOUGHT);
	}

	@ParameterizedTest
	@ValueSource(strings = { "AUTH-002", "AUTH-012", "AUTH-014", "AUTH-021", "AUTH-023", "auth-021", "InvalidRequest",
			"NoAgreement", "OperationRequiresSecureToken", "OperationRequiresHttps", "SecureTokenPassedOverHttp",
			"ExpiredDownloadToken", "InvalidDownloadToken", "UnauthorizedProductOffering", "NoAuthorizations",
			"AssetNotAvailable", "ImageNotFound", "InvalidSizeKey", "InvalidSizeCode", "InvalidAssets",
			"InvalidProductOffering" })
	void whenADocumentedCodeRejectsTheRequestThenNothingWasBought(String code) {
		assertThat(PurchaseOutcome.of(new ConnectOperationException("x", failure(code))))
			.isEqualTo(PurchaseOutcome.NOT_BOUGHT);
		assertThat(PurchaseOutcome.of(new ConnectTokenRejectedException("x", failure(code))))
			.isEqualTo(PurchaseOutcome.NOT_BOUGHT);
	}

	@ParameterizedTest
	@ValueSource(strings = { "AUTH-999", "InternalError", "SystemError", "DependentServiceDown",
			"FailedToGetDownloadUrl", "Unheard" })
	void whenAnotherCodeIsReturnedThenItIsUnclear(String code) {
		assertThat(PurchaseOutcomes.of(new ConnectOperationException("x", failure(code))))
			.isEqualTo(PurchaseOutcomes.OTHER_CODE);
		assertThat(PurchaseOutcomes.OTHER_CODE.outcome()).isEqualTo(PurchaseOutcome.UNCLEAR);
	}

	@Test
	void whenTheErrorHasNoCodeThenItIsUnclear() {
		assertThat(PurchaseOutcome.of(new ConnectOperationException("x", failure(null))))
			.isEqualTo(PurchaseOutcome.UNCLEAR);
	}

	@Test
	void whenTheGatewayRefusesMoreRequestsThenNothingWasBought() {
		assertThat(PurchaseOutcomes.of(new ConnectUnavailableException("x", failure("OVER").withOverRate(true))))
			.isEqualTo(PurchaseOutcomes.OVER_RATE);
		assertThat(PurchaseOutcomes.OVER_RATE.outcome()).isEqualTo(PurchaseOutcome.NOT_BOUGHT);
	}

	@Test
	void whenTheRequestMayHaveBeenSentThenItIsUnclear() {
		assertThat(PurchaseOutcomes.of(new ConnectUnavailableException("x", failure(null))))
			.isEqualTo(PurchaseOutcomes.NO_RESPONSE);
		assertThat(PurchaseOutcomes.of(new ConnectProtocolException("x", failure(null))))
			.isEqualTo(PurchaseOutcomes.UNUSABLE_RESPONSE);
		assertThat(PurchaseOutcomes.of(new ConnectWaitTimeoutException("x", failure(null), null)))
			.isEqualTo(PurchaseOutcomes.TIME_EXPIRED);
		assertThat(PurchaseOutcomes.of(new ConnectInterruptedException("x", failure(null), null)))
			.isEqualTo(PurchaseOutcomes.INTERRUPTED);
		assertThat(PurchaseOutcomes.of(new ConnectClosedException("x", failure(null), null)))
			.isEqualTo(PurchaseOutcomes.CLOSED);
		assertThat(
				List.of(PurchaseOutcomes.NO_RESPONSE, PurchaseOutcomes.UNUSABLE_RESPONSE, PurchaseOutcomes.TIME_EXPIRED,
						PurchaseOutcomes.INTERRUPTED, PurchaseOutcomes.CLOSED, PurchaseOutcomes.OTHER))
			.extracting(PurchaseOutcomes::outcome)
			.containsOnly(PurchaseOutcome.UNCLEAR);
	}

	@Test
	void whenAStageWasCanceledThenItIsUnclear() {
		assertThat(PurchaseOutcomes.of(new CancellationException())).isEqualTo(PurchaseOutcomes.OTHER);
	}

	@Test
	void whenAFailureIsUnknownThenItIsUnclear() {
		assertThat(PurchaseOutcome.of(new IllegalStateException())).isEqualTo(PurchaseOutcome.UNCLEAR);
		assertThat(PurchaseOutcome.of(new StackOverflowError())).isEqualTo(PurchaseOutcome.UNCLEAR);
	}

	@Test
	void whenAFailureIsWrappedByAStageThenItIsRecognized() {
		assertThat(PurchaseOutcome.of(new CompletionException(new ConnectCallRejectedException("x"))))
			.isEqualTo(PurchaseOutcome.NOT_BOUGHT);
	}

	@ParameterizedTest
	@CsvSource({ "Success,BOUGHT", "Available,BOUGHT", "NoAccess,NOT_BOUGHT", "Unavailable,NOT_BOUGHT",
			"ExpiredToken,NOT_BOUGHT", "InvalidToken,NOT_BOUGHT", "FailedToGetDownloadUrl,UNCLEAR", "Unheard,UNCLEAR",
			",UNCLEAR" })
	void whenAnItemHasAStatusThenItHasAnOutcome(@Nullable String status, PurchaseOutcome outcome) {
		assertThat(item("1", status, "https://host/file").outcome()).isEqualTo(outcome);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "file", "ftp://host/file", "https://", "http:///file" })
	void whenTheAddressIsNotUsableThenItIsUnclear(String address) {
		assertThat(item("1", "Success", address)).isEqualTo(PurchaseOutcomes.ITEM_UNUSABLE);
	}

	@Test
	void whenThereIsNoAddressThenItIsUnclear() {
		assertThat(item("1", "Success", null)).isEqualTo(PurchaseOutcomes.ITEM_UNUSABLE);
	}

	@Test
	void whenTheAssetIsAnotherThenItIsUnclear() {
		assertThat(item("2", "Success", "https://host/file")).isEqualTo(PurchaseOutcomes.ITEM_UNUSABLE);
	}

	@Test
	void whenTheAssetIsMissingThenItWasBought() {
		assertThat(item(null, "Success", "https://host/file")).isEqualTo(PurchaseOutcomes.ITEM_BOUGHT);
	}

	@Test
	void whenThereAreNoItemsOrSeveralThenItIsUnclear() {
		DownloadUrl item = new DownloadUrl("1", null, "Success", "https://host/file");
		assertThat(PurchaseOutcomes.of(List.of(), "1")).isEqualTo(PurchaseOutcomes.ITEM_UNUSABLE);
		assertThat(PurchaseOutcomes.of(List.of(item, item), "1")).isEqualTo(PurchaseOutcomes.ITEM_UNUSABLE);
	}

	private static PurchaseOutcomes item(@Nullable String imageId, @Nullable String status, @Nullable String address) {
		return PurchaseOutcomes.of(List.of(new DownloadUrl(imageId, null, status, address)), "1");
	}

	private static ConnectFailure failure(@Nullable String code) {
		return ConnectFailure.permanentFailure("CreateDownloadRequest", code);
	}

}

package io.github.connectapi.acquisition;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectClosedException;
import io.github.connectapi.ConnectCredentialsRejectedException;
import io.github.connectapi.ConnectFailure;
import io.github.connectapi.ConnectInterruptedException;
import io.github.connectapi.ConnectOperationException;
import io.github.connectapi.ConnectStatus;
import io.github.connectapi.ConnectUnavailableException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for whom a failure concerns.
 */
class FailureLevelTests {

	private static final ConnectFailure TRANSIENT = ConnectFailure.transientFailure("CreateSession", null);

	@ParameterizedTest
	@ValueSource(
			strings = { "InvalidSystemIdOrPassword", "invalidsystemidorpassword ", "AUTH-002", "OperationRequiresHttps",
					"AUTH-014", "SecureTokenPassedOverHttp", "ERR_403_DEVELOPER_INACTIVE", "ERR_403_NOT_AUTHORIZED" })
	void whenAnotherUserWouldBeRejectedTooThenItConcernsTheSystem(String code) {
		assertThat(FailureLevel.of(rejected(code))).isEqualTo(FailureLevel.SYSTEM);
	}

	@ParameterizedTest
	@ValueSource(strings = { "InvalidUsernameOrPassword", "AUTH-012", "AUTH-023", "InvalidRequest", "AccountLocked" })
	void whenTheUserIsRejectedThenItConcernsHim(String code) {
		assertThat(FailureLevel.of(rejected(code))).isEqualTo(FailureLevel.USER);
	}

	@Test
	void whenAnEnvelopeSaysInactiveThenItConcernsTheUser() {
		ConnectFailure failure = ConnectFailure.permanentFailure("CreateSession", "AccountInactive")
			.withStatuses(List.of(new ConnectStatus("Error", "AccountInactive", "message")));

		assertThat(FailureLevel.of(new ConnectCredentialsRejectedException("rejected", failure)))
			.isEqualTo(FailureLevel.USER);
	}

	@Test
	void whenThereAreTooManyRequestsThenItConcernsTheSystem() {
		assertThat(FailureLevel.of(unavailable(TRANSIENT.withOverRate(true), null))).isEqualTo(FailureLevel.SYSTEM);
	}

	@Test
	void whenNoConnectionIsOpenedThenItConcernsAll() {
		ConnectFailure notSent = TRANSIENT.withNotSent(true);

		assertThat(FailureLevel.of(unavailable(notSent, new IOException("failed", new UnknownHostException()))))
			.isEqualTo(FailureLevel.CONNECTION);
		assertThat(FailureLevel.of(unavailable(notSent, new IOException("late", new SocketTimeoutException()))))
			.isEqualTo(FailureLevel.CONNECTION);
	}

	@Test
	void whenNothingWasSentForAnotherReasonThenSeveralUsersHaveToFail() {
		ConnectFailure notSent = TRANSIENT.withNotSent(true);

		assertThat(FailureLevel.of(unavailable(notSent, new IOException("no time left"))))
			.isEqualTo(FailureLevel.SERVER);
		assertThat(FailureLevel.of(unavailable(notSent, new IllegalStateException("customizer"))))
			.isEqualTo(FailureLevel.SERVER);
	}

	@Test
	void whenTheServerFailsThenSeveralUsersHaveToFail() {
		assertThat(FailureLevel.of(unavailable(TRANSIENT, null))).isEqualTo(FailureLevel.SERVER);
		assertThat(FailureLevel.of(rejected(null))).isEqualTo(FailureLevel.SERVER);
	}

	@Test
	void whenTheRequestIsWrongThenItConcernsTheUser() {
		assertThat(FailureLevel
			.of(new ConnectOperationException("HTTP 404", ConnectFailure.permanentFailure("CreateSession", null))))
			.isEqualTo(FailureLevel.USER);
	}

	@Test
	void whenNothingIsKnownOfTheServerThenItConcernsNobody() {
		assertThat(FailureLevel.of(new ConnectInterruptedException("interrupted"))).isEqualTo(FailureLevel.NONE);
		assertThat(FailureLevel.of(new ConnectInterruptedException("interrupted",
				ConnectFailure.permanentFailure("CreateSession", null), new IOException())))
			.isEqualTo(FailureLevel.NONE);
		assertThat(FailureLevel.of(new ConnectClosedException("closed"))).isEqualTo(FailureLevel.NONE);
		assertThat(FailureLevel.of(unavailable(ConnectFailure.transientFailure(null, null), null)))
			.isEqualTo(FailureLevel.NONE);
	}

	private static ConnectApiException rejected(@Nullable String code) {
		return GateFixture.rejected(code);
	}

	private static ConnectApiException unavailable(ConnectFailure failure, @Nullable Throwable cause) {
		return new ConnectUnavailableException("unavailable", failure, cause);
	}

}

package io.github.connectapi.session;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.ConnectCredentialsRejectedException;
import io.github.connectapi.ConnectOperationException;
import io.github.connectapi.ConnectSession;
import io.github.connectapi.call.ConnectApi;
import io.github.connectapi.download.GetPreviousDownloads;
import io.github.connectapi.operation.ConnectOperations;
import io.github.connectapi.operation.ConnectRequest;
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.FakeConnectServerBuilder;
import io.github.connectapi.test.Fault;
import io.github.connectapi.test.ReceivedRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A manager with credentials of OAuth 2 behaves as with those of CreateSession.
 */
class OAuth2SessionTests {

	private static final ConnectCredentials USER = ConnectCredentials.ofOAuth2(FakeConnectServerBuilder.API_KEY,
			FakeConnectServerBuilder.API_SECRET, FakeConnectServerBuilder.USER_NAME,
			FakeConnectServerBuilder.USER_PASSWORD);

	private static final ConnectCredentials APPLICATION = ConnectCredentials
		.ofOAuth2Application(FakeConnectServerBuilder.API_KEY, FakeConnectServerBuilder.API_SECRET);

	private final SessionFixture fixture = SessionFixture.create();

	private final ConnectApi connect = ConnectApi.builder(this.fixture.client, this.fixture.manager).build();

	@AfterEach
	void close() {
		this.fixture.close();
	}

	@Test
	void whenTheRenewalOfAUserIsDueThenItNeedsTheRefreshToken() {
		ConnectSession first = session(USER);
		this.fixture.time.advance(SessionFixture.DUE);
		ConnectSession second = this.fixture.manager.getSession();
		this.fixture.time.advance(SessionFixture.DUE);
		this.fixture.manager.getSession();
		assertThat(second).isNotEqualTo(first);
		assertThat(second.refreshToken()).isPresent().isEqualTo(first.refreshToken());
		assertThat(grants()).containsExactly("password", "refresh_token", "refresh_token");
		assertThat(this.fixture.logins()).isZero();
	}

	@Test
	void whenTheRenewalOfAnApplicationIsDueThenAnotherTokenIsRequested() {
		session(APPLICATION);
		this.fixture.time.advance(SessionFixture.DUE);
		this.fixture.manager.getSession();
		assertThat(grants()).containsExactly("client_credentials", "client_credentials");
	}

	@Test
	void whenTheRefreshTokenIsRefusedThenThereIsOneLogin() {
		session(USER);
		this.fixture.server.revokeRefreshTokens();
		this.fixture.time.advance(SessionFixture.DUE);
		this.fixture.time.advance(Duration.ofMinutes(3));
		this.fixture.manager.getSession();
		assertThat(grants()).containsExactly("password", "refresh_token", "password");
	}

	@Test
	void whenTheSessionHasExpiredInAnOutageThenTheRefreshTokenIsUsed() {
		session(USER);
		this.fixture.server.always(FakeConnectServer.TOKEN_REQUEST, Fault.status(503));
		this.fixture.time.advance(Duration.ofMinutes(40));
		this.fixture.server.clearFaults();
		this.fixture.time.advance(Duration.ofMinutes(2));
		this.fixture.manager.getSession();
		assertThat(grants()).containsOnlyOnce("password").contains("refresh_token");
	}

	@Test
	void whenTheSecretIsWrongThenItIsSentOnce() {
		this.fixture.credentials.set(ConnectCredentials.ofOAuth2Application(FakeConnectServerBuilder.API_KEY, "wrong"));
		for (int i = 0; i < 1000; i++) {
			assertThatExceptionOfType(ConnectApiException.class).isThrownBy(this.fixture.manager::getSession);
		}
		assertThat(grants()).hasSize(1);
		assertThat(this.fixture.manager.snapshot().lastFailure()).isNotNull();
	}

	@Test
	void whenThePasswordIsWrongThenTheFailureSaysSo() {
		this.fixture.credentials.set(ConnectCredentials.ofOAuth2(FakeConnectServerBuilder.API_KEY,
				FakeConnectServerBuilder.API_SECRET, FakeConnectServerBuilder.USER_NAME, "wrong"));
		assertThatExceptionOfType(ConnectCredentialsRejectedException.class)
			.isThrownBy(this.fixture.manager::getSession)
			.withMessage(
					"PasswordGrant to %s failed with HTTP 400: unauthorized_client: The user name or password is invalid. (request id none)",
					this.fixture.server.tokenUri());
	}

	@Test
	void whenTheTokenIsOfAUserThenItIsAcceptedByStandardAndSecureOperations() {
		this.fixture.credentials.set(USER);
		for (ConnectRequest request : List.of(ConnectRequest.of(ConnectOperations.GET_ACTIVE_PRODUCT_OFFERINGS, null),
				ConnectRequest.of(ConnectOperations.GET_PREVIOUS_DOWNLOADS, GetPreviousDownloads.ofPage(1, 2)))) {
			assertThat(this.connect.exchange(request, Void.class).coordinationId()).isNotNull();
		}
	}

	@Test
	void whenTheTokenIsOfAnApplicationThenWhatNeedsAUserIsNotSent() {
		this.fixture.credentials.set(APPLICATION);
		assertThatExceptionOfType(ConnectOperationException.class)
			.isThrownBy(() -> this.connect.exchange(
					ConnectRequest.of(ConnectOperations.GET_PREVIOUS_DOWNLOADS, GetPreviousDownloads.ofPage(1, 2)),
					Void.class))
			.withMessageContaining("requires the session of a user")
			.matches(ConnectApiException::isNotSent);
	}

	@Test
	void whenTheTokenIsRevokedThenTheCallIsReplayedWithAnother() {
		session(USER);
		this.fixture.server.revokeAll();
		this.connect.exchange(ConnectRequest.of(ConnectOperations.GET_ACTIVE_PRODUCT_OFFERINGS, null), Void.class);
		assertThat(grants()).containsExactly("password", "password");
		assertThat(this.fixture.server.count("GetActiveProductOfferings")).isEqualTo(2);
	}

	@Test
	void whenCredentialsChangeToOAuth2ThenTheNextAcquisitionUsesThem() {
		this.fixture.manager.getSession();
		this.fixture.credentials.set(USER);
		this.fixture.time.advance(SessionFixture.DUE);
		this.fixture.manager.getSession();
		assertThat(this.fixture.logins()).isOne();
		assertThat(this.fixture.renewals()).isZero();
		assertThat(grants()).containsExactly("password");
	}

	@ParameterizedTest
	@ValueSource(strings = { "temporarily_unavailable", "server_error" })
	void whenTheErrorIsTransientThenTheRequestIsRepeated(String code) {
		this.fixture.server.enqueue(FakeConnectServer.TOKEN_REQUEST, Fault.error(code, null));
		session(APPLICATION);
		assertThat(grants()).hasSize(2);
	}

	private ConnectSession session(ConnectCredentials credentials) {
		this.fixture.credentials.set(credentials);
		return this.fixture.manager.getSession();
	}

	private List<String> grants() {
		return this.fixture.server.requests(FakeConnectServer.TOKEN_REQUEST)
			.stream()
			.map(ReceivedRequest::body)
			.map((body) -> JsonMapper.shared().readTree(body).path("grant_type").asString())
			.toList();
	}

}

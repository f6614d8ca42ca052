package io.github.connectapi.client;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.ConnectCredentialsRejectedException;
import io.github.connectapi.ConnectOperationException;
import io.github.connectapi.ConnectProtocolException;
import io.github.connectapi.ConnectSession;
import io.github.connectapi.ConnectTokenRejectedException;
import io.github.connectapi.ConnectUnavailableException;
import io.github.connectapi.Secret;
import io.github.connectapi.operation.ConnectOperations;
import io.github.connectapi.operation.ConnectRequest;
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.FakeConnectServerBuilder;
import io.github.connectapi.test.Fault;
import io.github.connectapi.test.GatewayFault;
import io.github.connectapi.test.ReceivedRequest;
import io.github.connectapi.test.TokenKind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Session operations with the fake server, which implements the documentation
 * independently.
 */
@Timeout(60)
class SessionOperationTests {

	private final FakeConnectServer server = FakeConnectServer.builder().https(false).start();

	private final ConnectClient client = ClientFixture.client(this.server);

	@AfterEach
	void close() {
		this.client.close();
		this.server.close();
	}

	@Test
	void whenASessionIsCreatedThenItsTokensAreAcceptedAndItsFieldsAreRead() {
		ConnectSession session = ClientFixture.create(this.client);
		assertThat(this.server.accepts(session.token().reveal())).isTrue();
		assertThat(session.secureToken())
			.hasValueSatisfying((token) -> assertThat(this.server.accepts(token.reveal())).isTrue());
		assertThat(session.accountId()).hasValue(FakeConnectServerBuilder.ACCOUNT_ID);
		assertThat(session.lifetime()).isEqualTo(Duration.ofMinutes(30));
	}

	@Test
	void whenTheTimeoutIsNotPositiveThenNothingIsSent() {
		ConnectCredentials credentials = ConnectCredentials.of("system", "password", "user", "password");
		Duration past = Duration.ofSeconds(Long.MIN_VALUE);

		assertThatExceptionOfType(ConnectUnavailableException.class)
			.isThrownBy(() -> this.client.createSession(credentials, past));
		assertThatExceptionOfType(ConnectUnavailableException.class)
			.isThrownBy(() -> this.client.call(ConnectRequest.of(ConnectOperations.GET_COUNTRIES, Map.of()),
					Secret.of("token"), Object.class, past));
		assertThat(this.server.requests()).isEmpty();
	}

	@Test
	void whenASessionIsRenewedThenTheSecureTokenIsSentAndTheTokensAreNew() {
		ConnectSession first = ClientFixture.create(this.client);
		ConnectSession renewed = renew(first);
		assertThat(renewed.token()).isNotEqualTo(first.token());
		assertThat(renewed.secureToken()).isPresent().isNotEqualTo(first.secureToken());
		assertThat(this.server.accepts(renewed.token().reveal())).isTrue();
		assertThat(this.server.requests("RenewSession")).extracting(ReceivedRequest::tokenKind)
			.containsExactly(TokenKind.SECURE);
	}

	@Test
	void whenAnApplicationSessionIsCreatedThenItHasOnlyAToken() {
		ConnectSession session = ClientFixture.call(this.client, SessionOperation.CREATE_APPLICATION_SESSION, "");
		assertThat(this.server.accepts(session.token().reveal())).isTrue();
		assertThat(session.secureToken()).isEmpty();
		assertThat(session.accountId()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 30, 1440 })
	void whenTheDurationIsSentAsTextThenItIsTheLifetime(int minutes) {
		try (FakeConnectServer text = FakeConnectServer.builder()
			.https(false)
			.durationAsString(true)
			.tokenLifetimeMinutes(minutes)
			.start(); ConnectClient ofText = ClientFixture.client(text)) {
			assertThat(ClientFixture.create(ofText).lifetime()).isEqualTo(Duration.ofMinutes(minutes));
		}
	}

	@Test
	void whenTheServerReturnsNoAccountThenTheSessionHasNone() {
		this.server.enqueue("CreateSession", Fault.normal().remove("/CreateSessionResult/AccountId"));
		assertThat(ClientFixture.create(this.client).accountId()).isEmpty();
	}

	@Test
	void whenAPasswordIsWrongThenTheCodeIdentifiesIt() {
		assertThat(loginFailure("fake-system", "wrong", "fake-user-password").code())
			.hasValue("InvalidSystemIdOrPassword");
		assertThat(loginFailure("fake-system", "fake-system-password", "wrong").code())
			.hasValue("InvalidUsernameOrPassword");
	}

	@Test
	void whenTheSecureTokenIsRevokedThenTheRenewalIsRejected() {
		ConnectSession session = ClientFixture.create(this.client);
		this.server.revokeAll();
		assertThatExceptionOfType(ConnectTokenRejectedException.class).isThrownBy(() -> renew(session));
	}

	@Test
	void whenAWarningIsReturnedThenThereIsASession() {
		this.server.enqueue("CreateSession", Fault.warning("DefaultLanguageUsed", "English."));
		assertThat(this.server.accepts(ClientFixture.create(this.client).token().reveal())).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "text/json", "text/html; charset=iso-8859-1", "application/octet-stream", "nonsense" })
	void whenTheContentTypeIsUnexpectedThenTheResponseIsRead(String contentType) {
		this.server.enqueue("CreateSession", Fault.normal().header("Content-Type", contentType));
		assertThat(this.server.accepts(ClientFixture.create(this.client).token().reveal())).isTrue();
	}

	@Test
	void whenAnErrorIsReturnedThenTheFailureContainsTheSentCoordinationId() {
		this.server.enqueue("CreateSession", Fault.error("SystemError", "Down."));
		assertThat(ClientFixture.failure(this.client).coordinationId())
			.hasValue(this.server.requests().get(0).coordinationId());
	}

	@ParameterizedTest
	@MethodSource("faults")
	void whenAFaultOccursThenTheMatchingExceptionIsThrownAfterOneRequest(Fault fault, SessionOperation operation,
			Class<?> type, boolean isTransient) {
		this.server.always(FakeConnectServer.ANY_OPERATION, fault);
		ConnectApiException failure = ClientFixture.failure(this.client, operation);
		assertThat(failure).isExactlyInstanceOf(type);
		assertThat(failure.isTransient()).isEqualTo(isTransient);
		assertThat(this.server.requests()).hasSize(1);
	}

	static Stream<Arguments> faults() {
		Class<?> down = ConnectUnavailableException.class;
		Class<?> broken = ConnectProtocolException.class;
		Class<?> rejected = ConnectCredentialsRejectedException.class;
		Class<?> tokenRejected = ConnectTokenRejectedException.class;
		Class<?> failed = ConnectOperationException.class;
		Fault html = Fault.status(200).body("text/html", "<h1>Oops</h1>");
		return Stream
			.of(rows(GatewayFault.overQps(), down, down, true), rows(GatewayFault.overQpsAccount(), down, down, true),
					rows(GatewayFault.overRate(null), down, down, false),
					rows(GatewayFault.overRate("7200"), down, down, false),
					rows(GatewayFault.inactive(), rejected, rejected, false),
					rows(GatewayFault.notAuthorized(), rejected, rejected, false),
					rows(GatewayFault.status596(), down, down, true), rows(Fault.status(999), down, down, true),
					rows(Fault.status(401), rejected, tokenRejected, false),
					rows(Fault.status(403), rejected, tokenRejected, false), rows(Fault.status(429), down, down, true),
					rows(Fault.status(503).retryAfter("1"), down, down, true), rows(html, broken, broken, true),
					rows(html.httpStatus(404), failed, tokenRejected, false),
					rows(html.httpStatus(500), down, down, true), rows(Fault.garbage(), broken, broken, true),
					rows(Fault.emptyBody(), broken, broken, true), rows(Fault.status(204), broken, broken, true),
					rows(Fault.error("AUTH-012", null).httpStatus(401), rejected, tokenRejected, false),
					rows(Fault.error("SystemError", null).httpStatus(500), failed, failed, true))
			.flatMap(List::stream);
	}

	private static List<Arguments> rows(Fault fault, Class<?> create, Class<?> renew, boolean isTransient) {
		return List.of(Arguments.of(fault, SessionOperation.CREATE_SESSION, create, isTransient),
				Arguments.of(fault, SessionOperation.CREATE_APPLICATION_SESSION, create, isTransient),
				Arguments.of(fault, SessionOperation.RENEW_SESSION, renew, isTransient));
	}

	@ParameterizedTest
	@EnumSource
	void whenTheEchoIsThatOfAnotherRequestThenTheResponseIsNotUsed(SessionOperation operation) {
		this.server.always(FakeConnectServer.ANY_OPERATION,
				Fault.error("InvalidRequest", null).set("/ResponseHeader/CoordinationId", "another"));
		ConnectApiException failure = ClientFixture.failure(this.client, operation);
		assertThat(failure).isExactlyInstanceOf(ConnectProtocolException.class);
		assertThat(failure.isTransient()).isTrue();
	}

	private ConnectSession renew(ConnectSession session) {
		return ClientFixture.call(this.client, SessionOperation.RENEW_SESSION,
				session.secureToken().orElseThrow().reveal());
	}

	private ConnectApiException loginFailure(String system, String systemPassword, String userPassword) {
		ConnectCredentials credentials = ConnectCredentials.of(system, systemPassword, "fake-user", userPassword);
		return catchThrowableOfType(ConnectCredentialsRejectedException.class,
				() -> this.client.createSession(credentials, ClientFixture.LONG));
	}

}

package io.github.connectapi.test.session;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.RawClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class SessionOperationsTests {

	private final FakeConnectServer server = FakeConnectServer.builder().https(false).start();

	private final RawClient client = new RawClient(this.server);

	@AfterEach
	void close() {
		this.server.close();
	}

	@Test
	void whenCredentialsAreValidThenSessionIsReturned() throws Exception {
		JsonNode envelope = this.client.createSession();
		assertThat(RawClient.status(envelope)).isEqualTo("success");
		assertThat(envelope.at("/ResponseHeader/StatusList").isEmpty()).isTrue();
		assertThat(envelope.at("/ResponseHeader/CoordinationId").asString()).isEqualTo("c-1");
		JsonNode result = envelope.path("CreateSessionResult");
		assertThat(result.propertyNames()).containsExactly("AccountId", "SecureToken", "Token", "TokenDurationMinutes");
		assertThat(result.path("TokenDurationMinutes").isIntegralNumber()).isTrue();
		assertThat(result.path("TokenDurationMinutes").asInt()).isEqualTo(30);
		assertThat(result.path("AccountId").asString()).isEqualTo("1000001");
	}

	@Test
	void whenTokensAreIssuedThenTheyHaveFormatOfRealTokensAndDiffer() throws Exception {
		JsonNode result = this.client.createSession().path("CreateSessionResult");
		for (String name : new String[] { "Token", "SecureToken" }) {
			assertThat(result.path(name).asString()).hasSizeBetween(270, 350).contains("+", "/", "=", "|", "#");
		}
		assertThat(result.path("Token").asString()).isNotEqualTo(result.path("SecureToken").asString());
	}

	@Test
	void whenUserPasswordIsWrongThenLoginFails() throws Exception {
		JsonNode envelope = this.client.createSession("fake-user", "wrong");
		assertThat(RawClient.status(envelope)).isEqualTo("error");
		assertThat(RawClient.code(envelope)).isEqualTo("InvalidUsernameOrPassword");
		assertThat(envelope.path("CreateSessionResult").isNull()).isTrue();
	}

	@Test
	void whenUserIsUnknownThenLoginFails() throws Exception {
		assertThat(RawClient.code(this.client.createSession("nobody", "fake-user-password")))
			.isEqualTo("InvalidUsernameOrPassword");
	}

	@Test
	void whenSystemPasswordIsWrongThenAllSessionOperationsFail() throws Exception {
		String token = RawClient.token(this.client.createSession(), "SecureToken");
		this.server.accounts().changeSystemPassword("other");
		assertThat(RawClient.code(this.client.createSession())).isEqualTo("InvalidSystemIdOrPassword");
		assertThat(RawClient.code(this.client.createApplicationSession())).isEqualTo("InvalidSystemIdOrPassword");
		assertThat(RawClient.code(this.client.renewSession(token))).isEqualTo("InvalidSystemIdOrPassword");
	}

	@Test
	void whenTokenIsSentToCreateSessionThenRequestIsInvalid() throws Exception {
		Map<String, String> arguments = new HashMap<>(RawClient.system());
		arguments.put("UserName", "fake-user");
		arguments.put("UserPassword", "fake-user-password");
		JsonNode envelope = this.client.call("/v1/session/CreateSession", "a-token", "CreateSessionRequestBody",
				arguments);
		assertThat(RawClient.code(envelope)).isEqualTo("InvalidRequest");
	}

	@Test
	void whenRequestKeyIsWrongThenRequestIsInvalid() throws Exception {
		assertThat(RawClient
			.code(this.client.call("/v1/session/CreateSession", null, "CreateSession", RawClient.system())))
			.isEqualTo("InvalidRequest");
	}

	@Test
	void whenFieldIsMissingThenRequestIsInvalidAndMessageNamesField() throws Exception {
		JsonNode envelope = this.client.call("/v1/session/CreateSession", null, "CreateSessionRequestBody",
				RawClient.system());
		assertThat(RawClient.code(envelope)).isEqualTo("InvalidRequest");
		assertThat(envelope.at("/ResponseHeader/StatusList/0/Message").asString()).contains("UserName");
	}

	@Test
	void whenApplicationSessionIsCreatedThenItHasOneTokenAndNoAccount() throws Exception {
		JsonNode result = this.client.createApplicationSession().path("CreateApplicationSessionResult");
		assertThat(result.propertyNames()).containsExactly("Token", "TokenDurationMinutes");
	}

	@Test
	void whenSecureTokenIsRenewedThenBothTokensAreNewAndOldOnesRemainValid() throws Exception {
		JsonNode old = this.client.createSession();
		JsonNode renewed = this.client.renewSession(RawClient.token(old, "SecureToken")).path("RenewSessionResult");
		assertThat(renewed.propertyNames()).containsExactly("AccountId", "SecureToken", "Token",
				"TokenDurationMinutes");
		assertThat(renewed.path("Token").asString()).isNotEqualTo(RawClient.token(old, "Token"));
		assertThat(renewed.path("SecureToken").asString()).isNotEqualTo(RawClient.token(old, "SecureToken"));
		assertThat(this.server.accepts(RawClient.token(old, "Token"))).isTrue();
		assertThat(this.server.accepts(renewed.path("Token").asString())).isTrue();
	}

	@Test
	void whenStandardTokenIsRenewedThenSecureTokenIsRequired() throws Exception {
		String token = RawClient.token(this.client.createSession(), "Token");
		assertThat(RawClient.code(this.client.renewSession(token))).isEqualTo("OperationRequiresSecureToken");
	}

	@Test
	void whenApplicationTokenIsRenewedThenSecureTokenIsRequired() throws Exception {
		String token = RawClient.token(this.client.createApplicationSession(), "Token");
		assertThat(RawClient.code(this.client.renewSession(token))).isEqualTo("OperationRequiresSecureToken");
	}

	@Test
	void whenTokenIsBlankThenRenewalRequiresSecureToken() throws Exception {
		assertThat(RawClient.code(this.client.renewSession(""))).isEqualTo("OperationRequiresSecureToken");
	}

	@Test
	void whenUnknownTokenIsRenewedThenItIsNotValid() throws Exception {
		assertThat(RawClient.code(this.client.renewSession("never-issued"))).isEqualTo("AUTH-021");
	}

	@Test
	void whenTokenHasExpiredThenRenewalFails() throws Exception {
		String token = RawClient.token(this.client.createSession(), "SecureToken");
		this.server.advanceClock(Duration.ofMinutes(30));
		assertThat(RawClient.code(this.client.renewSession(token))).isEqualTo("AUTH-012");
	}

	@Test
	void whenTokenIsAboutToExpireThenRenewalSucceeds() throws Exception {
		String token = RawClient.token(this.client.createSession(), "SecureToken");
		this.server.advanceClock(Duration.ofMinutes(29));
		assertThat(RawClient.status(this.client.renewSession(token))).isEqualTo("success");
	}

	@Test
	void whenAllTokensAreRevokedThenRenewalFails() throws Exception {
		String token = RawClient.token(this.client.createSession(), "SecureToken");
		this.server.revokeAll();
		assertThat(RawClient.code(this.client.renewSession(token))).isEqualTo("AUTH-021");
	}

	@Test
	void whenTokenIsRevokedThenOnlyItsSessionIsRevoked() throws Exception {
		JsonNode first = this.client.createSession();
		JsonNode second = this.client.createSession();
		this.server.revoke(RawClient.token(first, "Token"));
		assertThat(this.server.accepts(RawClient.token(first, "SecureToken"))).isFalse();
		assertThat(this.server.accepts(RawClient.token(second, "SecureToken"))).isTrue();
	}

}

package io.github.connectapi.test;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class SessionOperationsTests {

	private final FakeConnectServer server = FakeConnectServer.builder().https(false).start();

	private final Client client = new Client(this.server);

	@AfterEach
	void close() {
		this.server.close();
	}

	@Test
	void whenCredentialsAreRightThenASessionIsAnswered() throws Exception {
		JsonNode answer = this.client.createSession();
		assertThat(Client.status(answer)).isEqualTo("success");
		assertThat(answer.at("/ResponseHeader/StatusList").isEmpty()).isTrue();
		assertThat(answer.at("/ResponseHeader/CoordinationId").asString()).isEqualTo("c-1");
		JsonNode result = answer.path("CreateSessionResult");
		assertThat(result.propertyNames()).containsExactly("AccountId", "SecureToken", "Token", "TokenDurationMinutes");
		assertThat(result.path("TokenDurationMinutes").isIntegralNumber()).isTrue();
		assertThat(result.path("TokenDurationMinutes").asInt()).isEqualTo(30);
		assertThat(result.path("AccountId").asString()).isEqualTo("1000001");
	}

	@Test
	void whenTokensAreIssuedThenTheyLookLikeRealOnesAndDiffer() throws Exception {
		JsonNode result = this.client.createSession().path("CreateSessionResult");
		for (String name : new String[] { "Token", "SecureToken" }) {
			assertThat(result.path(name).asString()).hasSizeBetween(270, 350).contains("+", "/", "=", "|", "#");
		}
		assertThat(result.path("Token").asString()).isNotEqualTo(result.path("SecureToken").asString());
	}

	@Test
	void whenTheUserPasswordIsWrongThenThatIsTheCode() throws Exception {
		JsonNode answer = this.client.createSession("fake-user", "wrong");
		assertThat(Client.status(answer)).isEqualTo("error");
		assertThat(Client.code(answer)).isEqualTo("InvalidUsernameOrPassword");
		assertThat(answer.path("CreateSessionResult").isNull()).isTrue();
	}

	@Test
	void whenTheUserIsUnknownThenThatIsTheCode() throws Exception {
		assertThat(Client.code(this.client.createSession("nobody", "fake-user-password")))
			.isEqualTo("InvalidUsernameOrPassword");
	}

	@Test
	void whenTheSystemPasswordIsWrongThenThatIsTheCodeOfAllThree() throws Exception {
		String token = Client.token(this.client.createSession(), "SecureToken");
		this.server.accounts().changeSystemPassword("other");
		assertThat(Client.code(this.client.createSession())).isEqualTo("InvalidSystemIdOrPassword");
		assertThat(Client.code(this.client.createApplicationSession())).isEqualTo("InvalidSystemIdOrPassword");
		assertThat(Client.code(this.client.renewSession(token))).isEqualTo("InvalidSystemIdOrPassword");
	}

	@Test
	void whenATokenIsSentToCreateSessionThenItIsRefused() throws Exception {
		Map<String, String> arguments = new HashMap<>(Client.system());
		arguments.put("UserName", "fake-user");
		arguments.put("UserPassword", "fake-user-password");
		JsonNode answer = this.client.call("/v1/session/CreateSession", "a-token", "CreateSessionRequestBody",
				arguments);
		assertThat(Client.code(answer)).isEqualTo("InvalidRequest");
	}

	@Test
	void whenTheBodyKeyIsWrongThenTheRequestIsInvalid() throws Exception {
		assertThat(Client.code(this.client.call("/v1/session/CreateSession", null, "CreateSession", Client.system())))
			.isEqualTo("InvalidRequest");
	}

	@Test
	void whenAFieldIsMissingThenTheRequestIsInvalidAndNamesIt() throws Exception {
		JsonNode answer = this.client.call("/v1/session/CreateSession", null, "CreateSessionRequestBody",
				Client.system());
		assertThat(Client.code(answer)).isEqualTo("InvalidRequest");
		assertThat(answer.at("/ResponseHeader/StatusList/0/Message").asString()).contains("UserName");
	}

	@Test
	void whenAnApplicationSessionIsCreatedThenItHasOneTokenAndNoAccount() throws Exception {
		JsonNode result = this.client.createApplicationSession().path("CreateApplicationSessionResult");
		assertThat(result.propertyNames()).containsExactly("Token", "TokenDurationMinutes");
	}

	@Test
	void whenTheSecureTokenIsRenewedThenBothTokensAreNewAndTheOldStayValid() throws Exception {
		JsonNode old = this.client.createSession();
		JsonNode renewed = this.client.renewSession(Client.token(old, "SecureToken")).path("RenewSessionResult");
		assertThat(renewed.propertyNames()).containsExactly("AccountId", "SecureToken", "Token",
				"TokenDurationMinutes");
		assertThat(renewed.path("Token").asString()).isNotEqualTo(Client.token(old, "Token"));
		assertThat(renewed.path("SecureToken").asString()).isNotEqualTo(Client.token(old, "SecureToken"));
		assertThat(this.server.accepts(Client.token(old, "Token"))).isTrue();
		assertThat(this.server.accepts(renewed.path("Token").asString())).isTrue();
	}

	@Test
	void whenTheStandardTokenIsRenewedThenASecureTokenIsRequired() throws Exception {
		String token = Client.token(this.client.createSession(), "Token");
		assertThat(Client.code(this.client.renewSession(token))).isEqualTo("OperationRequiresSecureToken");
	}

	@Test
	void whenAnApplicationTokenIsRenewedThenASecureTokenIsRequired() throws Exception {
		String token = Client.token(this.client.createApplicationSession(), "Token");
		assertThat(Client.code(this.client.renewSession(token))).isEqualTo("OperationRequiresSecureToken");
	}

	@Test
	void whenNoTokenIsRenewedThenASecureTokenIsRequired() throws Exception {
		assertThat(Client.code(this.client.renewSession(""))).isEqualTo("OperationRequiresSecureToken");
	}

	@Test
	void whenAnUnknownTokenIsRenewedThenItIsNotValid() throws Exception {
		assertThat(Client.code(this.client.renewSession("never-issued"))).isEqualTo("AUTH-021");
	}

	@Test
	void whenTheTokenHasExpiredThenRenewalSaysSo() throws Exception {
		String token = Client.token(this.client.createSession(), "SecureToken");
		this.server.advanceClock(Duration.ofMinutes(30));
		assertThat(Client.code(this.client.renewSession(token))).isEqualTo("AUTH-012");
	}

	@Test
	void whenTheTokenIsAboutToExpireThenRenewalStillWorks() throws Exception {
		String token = Client.token(this.client.createSession(), "SecureToken");
		this.server.advanceClock(Duration.ofMinutes(29));
		assertThat(Client.status(this.client.renewSession(token))).isEqualTo("success");
	}

	@Test
	void whenAllTokensAreRevokedThenRenewalIsRefused() throws Exception {
		String token = Client.token(this.client.createSession(), "SecureToken");
		this.server.revokeAll();
		assertThat(Client.code(this.client.renewSession(token))).isEqualTo("AUTH-021");
	}

	@Test
	void whenOneTokenIsRevokedThenTheOtherOfItsSessionIsTooAndOtherSessionsAreNot() throws Exception {
		JsonNode first = this.client.createSession();
		JsonNode second = this.client.createSession();
		this.server.revoke(Client.token(first, "Token"));
		assertThat(this.server.accepts(Client.token(first, "SecureToken"))).isFalse();
		assertThat(this.server.accepts(Client.token(second, "SecureToken"))).isTrue();
	}

}

package io.github.connectapi.test;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class AccountsTests {

	private final FakeConnectServer server = FakeConnectServer.builder().https(false).lockAccountAfter(2).start();

	private final Client client = new Client(this.server);

	@AfterEach
	void close() {
		this.server.close();
	}

	@Test
	void whenAnAccountIsAddedThenItLogsInWithItsOwnId() throws Exception {
		this.server.accounts().add("second", "its-password", "2000002");
		JsonNode answer = this.client.createSession("second", "its-password");
		assertThat(answer.at("/CreateSessionResult/AccountId").asString()).isEqualTo("2000002");
	}

	@Test
	void whenAnAccountHasNoIdThenNoneIsAnswered() throws Exception {
		this.server.accounts().add("second", "its-password", null);
		assertThat(this.client.createSession("second", "its-password").path("CreateSessionResult").has("AccountId"))
			.isFalse();
	}

	@Test
	void whenThePasswordIsChangedThenOnlyTheNewOneLogsInAndSessionsStay() throws Exception {
		String token = Client.token(this.client.createSession(), "SecureToken");
		this.server.accounts().changeUserPassword("fake-user", "new");
		assertThat(Client.code(this.client.createSession())).isEqualTo("InvalidUsernameOrPassword");
		assertThat(Client.status(this.client.createSession("fake-user", "new"))).isEqualTo("success");
		assertThat(Client.status(this.client.renewSession(token))).isEqualTo("success");
	}

	@Test
	void whenLoginsWereWrongTooOftenThenTheRightPasswordIsRefusedUntilUnlocked() throws Exception {
		this.client.createSession("fake-user", "wrong");
		this.client.createSession("fake-user", "wrong");
		assertThat(Client.code(this.client.createSession())).isEqualTo("AccountLocked");
		this.server.accounts().unlock("fake-user");
		assertThat(Client.status(this.client.createSession())).isEqualTo("success");
	}

	@Test
	void whenARightLoginIsBetweenWrongOnesThenTheCountBeginsAgain() throws Exception {
		this.client.createSession("fake-user", "wrong");
		this.client.createSession();
		this.client.createSession("fake-user", "wrong");
		assertThat(Client.status(this.client.createSession())).isEqualTo("success");
	}

	@Test
	void whenTheAccountDoesNotExistThenChangingItIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.server.accounts().unlock("nobody"))
			.withMessageContaining("nobody");
	}

}

package io.github.connectapi.test;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class AccountsTests {

	private final FakeConnectServer server = FakeConnectServer.builder().https(false).lockAccountAfter(2).start();

	private final RawClient client = new RawClient(this.server);

	@AfterEach
	void close() {
		this.server.close();
	}

	@Test
	void whenAccountIsAddedThenLoginReturnsItsId() throws Exception {
		this.server.accounts().add("second", "its-password", "2000002");
		JsonNode envelope = this.client.createSession("second", "its-password");
		assertThat(envelope.at("/CreateSessionResult/AccountId").asString()).isEqualTo("2000002");
	}

	@Test
	void whenAccountHasNoIdThenNoneIsReturned() throws Exception {
		this.server.accounts().add("second", "its-password", null);
		assertThat(this.client.createSession("second", "its-password").path("CreateSessionResult").has("AccountId"))
			.isFalse();
	}

	@Test
	void whenPasswordIsChangedThenOldPasswordFailsAndSessionsRemainValid() throws Exception {
		String token = RawClient.token(this.client.createSession(), "SecureToken");
		this.server.accounts().changeUserPassword("fake-user", "new");
		assertThat(RawClient.code(this.client.createSession())).isEqualTo("InvalidUsernameOrPassword");
		assertThat(RawClient.status(this.client.createSession("fake-user", "new"))).isEqualTo("success");
		assertThat(RawClient.status(this.client.renewSession(token))).isEqualTo("success");
	}

	@Test
	void whenLoginsFailTooOftenThenAccountIsLockedUntilUnlocked() throws Exception {
		this.client.createSession("fake-user", "wrong");
		this.client.createSession("fake-user", "wrong");
		assertThat(RawClient.code(this.client.createSession())).isEqualTo("AccountLocked");
		this.server.accounts().unlock("fake-user");
		assertThat(RawClient.status(this.client.createSession())).isEqualTo("success");
	}

	@Test
	void whenLoginSucceedsThenFailedLoginsAreReset() throws Exception {
		this.client.createSession("fake-user", "wrong");
		this.client.createSession();
		this.client.createSession("fake-user", "wrong");
		assertThat(RawClient.status(this.client.createSession())).isEqualTo("success");
	}

	@Test
	void whenSeveralAccountsLogInThenTheLoginsOfEachAreCounted() throws Exception {
		this.server.accounts().add("second", "its-password", null);
		String token = RawClient.token(this.client.createSession(), "SecureToken");
		this.client.renewSession(token);
		for (String password : new String[] { "wrong", "wrong", "its-password" }) {
			this.client.createSession("second", password);
		}

		assertThat(this.server.accounts().logins("fake-user")).isOne();
		assertThat(this.server.accounts().logins("second")).isEqualTo(3);
	}

	@Test
	void whenAccountDoesNotExistThenItIsRejected() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.server.accounts().unlock("nobody"))
			.withMessageContaining("nobody");
		assertThatIllegalArgumentException().isThrownBy(() -> this.server.accounts().logins("nobody"))
			.withMessageContaining("nobody");
		assertThatIllegalArgumentException().isThrownBy(() -> this.server.accounts().downloadsUsed("nobody"))
			.withMessageContaining("nobody");
	}

}

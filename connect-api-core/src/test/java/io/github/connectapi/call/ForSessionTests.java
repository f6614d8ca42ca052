package io.github.connectapi.call;

import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.client.BaseUrl;
import io.github.connectapi.client.ConnectClient;
import io.github.connectapi.operation.ConnectOperations;
import io.github.connectapi.operation.ConnectRequest;
import io.github.connectapi.operation.ConnectResponse;
import io.github.connectapi.session.ConnectSessionManager;
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.FakeConnectServerBuilder;
import io.github.connectapi.user.ConnectSessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Calls on behalf of one of many users.
 */
@Timeout(60)
class ForSessionTests {

	private final FakeConnectServer server = FakeConnectServer.builder().https(false).start();

	private final ConnectClient client = ConnectClient.builder(BaseUrl.of(this.server.baseUrl())).build();

	private final ConnectSessions users = ConnectSessions
		.builder(this.client,
				(key) -> ConnectCredentials.of(FakeConnectServerBuilder.SYSTEM_ID,
						FakeConnectServerBuilder.SYSTEM_PASSWORD, key, "password"))
		.build();

	private final ConnectSessionManager application = ConnectSessionManager
		.builder(this.client,
				() -> ConnectCredentials.ofApplication(FakeConnectServerBuilder.SYSTEM_ID,
						FakeConnectServerBuilder.SYSTEM_PASSWORD))
		.build();

	private final ConnectApi connect = ConnectApi.builder(this.client, this.application)
		.applicationSessionsOnly()
		.build();

	@BeforeEach
	void addUsers() {
		this.server.accounts().add("first", "password", "1");
		this.server.accounts().add("second", "password", "2");
	}

	@AfterEach
	void close() {
		this.users.close();
		this.application.close();
		this.client.close();
		this.server.close();
	}

	@Test
	void whenACallIsThatOfAUserThenItsTokenIsHis() {
		ConnectApi first = this.connect.forSession(this.users.forUser("first"));
		first.call(ConnectOperations.GET_COUNTRIES, Map.of());
		this.connect.forSession(this.users.forUser("second")).call(ConnectOperations.GET_COUNTRIES, Map.of());

		assertThat(this.server.count("GetCountries")).isEqualTo(2);
		assertThat(this.server.count("CreateApplicationSession")).isZero();
		assertThat(this.server.count("CreateSession")).isEqualTo(2);
	}

	@Test
	void whenTheTokenOfAUserIsRevokedThenOnlyHisCallIsReplayedWithAnother() {
		ConnectApi first = this.connect.forSession(this.users.forUser("first"));
		first.call(ConnectOperations.GET_COUNTRIES, Map.of());
		ConnectApi second = this.connect.forSession(this.users.forUser("second"));
		second.call(ConnectOperations.GET_COUNTRIES, Map.of());
		this.server.revoke(token("first"));
		first.call(ConnectOperations.GET_COUNTRIES, Map.of());
		second.call(ConnectOperations.GET_COUNTRIES, Map.of());

		assertThat(this.server.count("CreateSession")).isEqualTo(3);
	}

	@Test
	void whenTheApplicationHasNoUserThenAUserMayCallOperationsThatNeedOne() {
		this.connect.forSession(this.users.forUser("first")).call(ConnectOperations.GET_COLLECTIONS, null);

		assertThat(this.server.count("GetCollections")).isOne();
	}

	@Test
	void whenThereIsNoManagerThenThatIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.connect.forSession(null));
	}

	@Test
	void whenAnImplementationOfATestHasOneSessionThenThatIsSaid() {
		ConnectApi fake = new ConnectApi() {
			@Override
			public <T> ConnectResponse<T> exchange(ConnectRequest request, Class<T> resultType) {
				throw new IllegalStateException();
			}
		};

		assertThatExceptionOfType(UnsupportedOperationException.class)
			.isThrownBy(() -> fake.forSession(this.application))
			.withMessageContaining("does not support other sessions");
	}

	private String token(String key) {
		return this.users.forUser(key).getSession().token().reveal();
	}

}

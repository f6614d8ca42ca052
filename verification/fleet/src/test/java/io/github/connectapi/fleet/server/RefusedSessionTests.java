package io.github.connectapi.fleet.server;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.connectapi.Secret;
import io.github.connectapi.session.ConnectSessionManager;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Sessions of managers whose Redis server refuses what a store does.
 */
@ServerTests
class RefusedSessionTests {

	@ParameterizedTest
	@ValueSource(strings = { "requirepass correct", "maxmemory 1", "user default on nopass ~* +@all -@scripting",
			"user default on nopass ~other:* +@all", "cluster-enabled yes" })
	void whenServerRefusesThenEachManagerHasASessionOfItsOwn(String setting) {
		try (RedisServer server = RedisServer.start(setting); Managers managers = new Managers()) {
			ConnectSessionManager first = managers.withRedis(server.port());
			ConnectSessionManager second = managers.withRedis(server.port());
			Secret token = Managers.token(first);
			assertThat(Managers.token(second)).isNotEqualTo(token);
			assertThat(managers.api().accepts(token.reveal())).isTrue();
			assertThat(Managers.token(first)).isEqualTo(token);
			assertThat(managers.logins()).isEqualTo(2);
		}
	}

}

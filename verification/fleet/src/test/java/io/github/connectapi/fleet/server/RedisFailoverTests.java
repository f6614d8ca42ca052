package io.github.connectapi.fleet.server;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.data.redis.connection.RedisConnectionFactory;

import io.github.connectapi.Secret;
import io.github.connectapi.redis.RedisSessionStore;
import io.github.connectapi.session.ConnectSessionManager;
import io.github.connectapi.store.SessionStore;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Sessions across the failover of a primary to its replica.
 */
@ServerTests
class RedisFailoverTests {

	@ParameterizedTest
	@EnumSource
	void whenSentinelFailsOverThenSessionRemains(RedisConnections client) {
		try (RedisSentinel redis = RedisSentinel.start(); Managers managers = new Managers()) {
			RedisConnectionFactory connections = client.to(redis);
			SessionStore store = new RedisSessionStore(connections);
			ConnectSessionManager manager = managers.with(store, (each) -> each);
			Secret token = Managers.token(manager);
			ServerProcess.await(() -> redis.replica().execute((jedis) -> jedis.dbSize()) > 0);
			redis.primary().kill();
			redis.awaitFailover();
			assertThat(Managers.token(manager)).isEqualTo(token);
			ConnectSessionManager other = managers.withRedis(redis.replica().port());
			assertThat(Managers.token(other)).isEqualTo(token);
			ServerProcess.await(() -> store.claim("v1-1", null, "test", Duration.ofSeconds(1)).isWon());
			manager.renew();
			ServerProcess.await(() -> !Managers.token(other).equals(token));
			Managers.awaitOneSession(manager, other);
			assertThat(managers.logins()).isEqualTo(1);
			assertThat(managers.renewals()).isEqualTo(1);
			client.close(connections);
		}
	}

	@Test
	void whenOlderRecordReturnsThenLaterOneIsPutBack() {
		try (RedisServer primary = RedisServer.start();
				RedisServer replica = RedisServer.start("replicaof 127.0.0.1 " + primary.port());
				TcpProxy address = new TcpProxy(primary.port());
				Managers managers = new Managers()) {
			ConnectSessionManager manager = managers.withRedis(address.port());
			Secret first = Managers.token(manager);
			ServerProcess.await(() -> replica.execute((jedis) -> jedis.dbSize()) > 0);
			replica.execute((jedis) -> jedis.replicaofNoOne());
			manager.renew();
			ServerProcess.await(() -> !Managers.token(manager).equals(first));
			Secret second = Managers.token(manager);
			address.redirect(replica.port());
			primary.kill();
			// It adopts the older one, if it comes before the poll of the first manager.
			ConnectSessionManager other = managers.withRedis(address.port());
			Managers.awaitOneSession(other, manager);
			assertThat(Managers.token(manager)).isEqualTo(second);
			assertThat(managers.logins()).isEqualTo(1);
			assertThat(managers.renewals()).isEqualTo(1);
		}
	}

	@Test
	void whenAddressLeadsToReplicaThenEachRenewsItsOwnUntilItReturns() {
		try (RedisServer primary = RedisServer.start();
				RedisServer replica = RedisServer.start("replicaof 127.0.0.1 " + primary.port());
				TcpProxy address = new TcpProxy(primary.port());
				Managers managers = new Managers()) {
			ConnectSessionManager first = managers.withRedis(address.port());
			ConnectSessionManager second = managers.withRedis(address.port());
			assertThat(Managers.token(first)).isEqualTo(Managers.token(second));
			address.redirect(replica.port());
			managers.api().revokeAll();
			first.invalidate(first.getSession());
			second.invalidate(second.getSession());
			assertThat(managers.api().accepts(Managers.token(first).reveal())).isTrue();
			assertThat(managers.api().accepts(Managers.token(second).reveal())).isTrue();
			assertThat(managers.logins()).isEqualTo(3);
			address.redirect(primary.port());
			Managers.awaitOneSession(first, second);
			assertThat(managers.logins()).isEqualTo(3);
		}
	}

}

package io.github.connectapi.redis;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.jedis.JedisClientConfiguration;
import org.springframework.data.redis.connection.jedis.JedisConnectionFactory;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

import io.github.connectapi.store.StoreResult;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RedisFailure} with a Redis that refuses, or none, and both clients.
 */
class RedisFailureTests {

	private static final String PASSWORD = "canary-7";

	private static final byte[] CONTENT = "content".getBytes(StandardCharsets.UTF_8);

	private static final Duration TIMEOUT = Duration.ofSeconds(2);

	private static EmbeddedRedis redis;

	@BeforeAll
	static void start() {
		String user = " on >" + PASSWORD + " ";
		redis = new EmbeddedRedis("requirepass " + PASSWORD, "user noscripts" + user + "~* +@all -@scripting",
				"user nokeys" + user + "~other:* +@all", "user noset" + user + "~* +@all -set");
	}

	@AfterAll
	static void stop() {
		redis.close();
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			default,wrong,user name or the password
			unknown,canary-7,user name or the password
			,,user name or the password
			noscripts,canary-7,an ACL forbids
			nokeys,canary-7,an ACL forbids
			noset,canary-7,an ACL forbids
			""")
	void whenRedisRefusesThenTheRemedyNamesTheReason(String user, String password, String reason) {
		RedisStandaloneConfiguration configuration = at(redis.port());
		configuration.setUsername(user);
		configuration.setPassword(password);
		assertRemedies(configuration, false, reason);
	}

	@Test
	void whenMemoryIsFullThenTheRemedyNamesIt() {
		try (EmbeddedRedis full = new EmbeddedRedis("maxmemory 1")) {
			assertRemedies(at(full.port()), false, "maxmemory");
		}
	}

	@Test
	void whenServerIsReplicaThenTheRemedyNamesThePrimary() {
		try (EmbeddedRedis replica = new EmbeddedRedis("replicaof 127.0.0.1 1")) {
			assertRemedies(at(replica.port()), false, "connect to its primary");
		}
	}

	@Test
	void whenNothingListensThenTheRemedyNamesTheAddress() {
		EmbeddedRedis stopped = new EmbeddedRedis();
		stopped.close();
		assertRemedies(at(stopped.port()), false, "address");
	}

	@Test
	void whenHostIsUnknownThenTheRemedyNamesTheAddress() {
		assertRemedies(new RedisStandaloneConfiguration("unknown.invalid", 1), false,
				"no Redis listens at the address");
	}

	@Test
	void whenPortIsPlainThenTheRemedyNamesTls() {
		assertRemedies(at(redis.port()), true, "TLS");
	}

	@ParameterizedTest
	@ValueSource(strings = { "HTTP/1.1 400 Bad Request\r\n\r\n", "" })
	void whenServerIsNotRedisThenTheRemedyNamesTheAddress(String response) throws Exception {
		try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
			Thread thread = new Thread(() -> respond(server, response));
			thread.setDaemon(true);
			thread.start();
			assertRemedies(at(server.getLocalPort()), false, "address");
		}
	}

	private static void respond(ServerSocket server, String response) {
		try {
			while (true) {
				try (Socket socket = server.accept()) {
					socket.getInputStream().read();
					socket.getOutputStream().write(response.getBytes(StandardCharsets.US_ASCII));
				}
			}
		}
		catch (Exception ex) {
			// The test has ended.
		}
	}

	private static RedisStandaloneConfiguration at(int port) {
		return new RedisStandaloneConfiguration("127.0.0.1", port);
	}

	private static void assertRemedies(RedisStandaloneConfiguration configuration, boolean tls, String reason) {
		assertRemedy(replaceWithLettuce(configuration, tls), reason);
		assertRemedy(replaceWithJedis(configuration, tls), reason);
	}

	private static void assertRemedy(StoreResult result, String reason) {
		assertThat(result.isResponse()).isFalse();
		assertThat(result.remedy()).as(() -> String.valueOf(result.cause()))
			.hasValueSatisfying((remedy) -> assertThat(remedy).contains(reason).doesNotContain(PASSWORD, "\"", "="));
	}

	private static StoreResult replaceWithLettuce(RedisStandaloneConfiguration configuration, boolean tls) {
		var client = LettuceClientConfiguration.builder().commandTimeout(TIMEOUT);
		LettuceConnectionFactory factory = new LettuceConnectionFactory(configuration,
				tls ? client.useSsl().build() : client.build());
		factory.afterPropertiesSet();
		factory.start();
		try {
			return new RedisSessionStore(factory).replace("v1-1", null, CONTENT, TIMEOUT, "me");
		}
		finally {
			factory.destroy();
		}
	}

	private static StoreResult replaceWithJedis(RedisStandaloneConfiguration configuration, boolean tls) {
		var client = JedisClientConfiguration.builder().connectTimeout(TIMEOUT).readTimeout(TIMEOUT);
		JedisConnectionFactory factory = new JedisConnectionFactory(configuration,
				tls ? client.useSsl().build() : client.build());
		factory.afterPropertiesSet();
		factory.start();
		try {
			return new RedisSessionStore(factory).replace("v1-1", null, CONTENT, TIMEOUT, "me");
		}
		finally {
			factory.destroy();
		}
	}

}

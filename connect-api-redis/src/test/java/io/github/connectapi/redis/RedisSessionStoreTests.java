package io.github.connectapi.redis;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

import io.github.connectapi.store.SessionStore;
import io.github.connectapi.store.StoreResult;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RedisSessionStore} with keys that others wrote, and a server that
 * refuses commands.
 */
class RedisSessionStoreTests {

	private static final Duration CLAIM_DURATION = Duration.ofSeconds(5);

	private static final byte[] CONTENT = "content".getBytes(StandardCharsets.UTF_8);

	private static final byte[] FOREIGN = {};

	private static EmbeddedRedis redis;

	private static LettuceConnectionFactory connections;

	private final String id = "v1-" + UUID.randomUUID();

	private final String key = "getty-connect:{" + this.id + "}:session";

	private final String claimKey = "getty-connect:{" + this.id + "}:claim";

	private final StringRedisTemplate commands = new StringRedisTemplate(connections);

	private final SessionStore store = new RedisSessionStore(connections);

	@BeforeAll
	static void start() {
		redis = new EmbeddedRedis();
		connections = connect(redis);
	}

	@AfterAll
	static void stop() {
		connections.destroy();
		redis.close();
	}

	private static LettuceConnectionFactory connect(EmbeddedRedis server) {
		LettuceConnectionFactory factory = new LettuceConnectionFactory("127.0.0.1", server.port());
		factory.afterPropertiesSet();
		factory.start();
		return factory;
	}

	@Test
	void whenKeyIsOfAnotherTypeThenReplacesIt() {
		this.commands.opsForHash().put(this.key, "field", "value");
		assertThat(this.store.read(this.id).content()).isEqualTo(FOREIGN);
		assertThat(this.store.claim(this.id, null, "me", CLAIM_DURATION).isWon()).isFalse();
		assertThat(this.store.claim(this.id, FOREIGN, "me", CLAIM_DURATION).isWon()).isTrue();
		assertThat(this.store.replace(this.id, FOREIGN, CONTENT, CLAIM_DURATION, "me").isWon()).isTrue();
		assertThat(this.store.read(this.id).content()).isEqualTo(CONTENT);
	}

	@Test
	void whenContentIsHugeThenReadsOnlyItsBeginning() {
		this.commands.opsForValue().set(this.key, "x".repeat(50_000_000));
		byte[] beginning = this.store.read(this.id).content();
		assertThat(beginning).hasSize(SessionStore.MAX_LENGTH + 1);
		assertThat(this.store.replace(this.id, beginning, CONTENT, CLAIM_DURATION, "me").isWon()).isTrue();
		assertThat(this.store.read(this.id).content()).isEqualTo(CONTENT);
	}

	@Test
	void whenClaimHasNoEndThenDoesNotCount() {
		this.commands.opsForValue().set(this.claimKey, "somebody");
		assertThat(this.store.claim(this.id, null, "me", CLAIM_DURATION).isWon()).isTrue();
		assertThat(this.store.claim(this.id, null, "other", CLAIM_DURATION).isWon()).isFalse();
	}

	@Test
	void whenClaimEndsTooLateThenDoesNotCount() {
		this.commands.opsForValue().set(this.claimKey, "somebody", SessionStore.MAX_CLAIM_DURATION.plusMinutes(1));
		assertThat(this.store.claim(this.id, null, "me", CLAIM_DURATION).isWon()).isTrue();
	}

	@Test
	void whenClaimIsOfAnotherTypeThenDoesNotCount() {
		this.commands.opsForList().leftPush(this.claimKey, "somebody");
		assertThat(this.store.claim(this.id, null, "me", CLAIM_DURATION).isWon()).isTrue();
	}

	@Test
	void whenServerHasNoMemoryThenReturnsTheCause() {
		try (EmbeddedRedis full = new EmbeddedRedis("maxmemory 1")) {
			StoreResult result = replaceAt(full);
			assertThat(result.outcome()).isEqualTo(StoreResult.Outcome.UNAVAILABLE);
			assertThat(result.cause().orElseThrow()).hasStackTraceContaining("OOM");
		}
	}

	@Test
	void whenServerRequiresPasswordThenReturnsTheCause() {
		try (EmbeddedRedis secured = new EmbeddedRedis("requirepass correct")) {
			StoreResult result = replaceAt(secured);
			assertThat(result.outcome()).isEqualTo(StoreResult.Outcome.UNAVAILABLE);
			assertThat(result.cause().orElseThrow()).hasStackTraceContaining("NOAUTH");
		}
	}

	@Test
	void whenScriptsAreForbiddenThenReturnsTheCause() {
		try (EmbeddedRedis restricted = new EmbeddedRedis("user default on nopass ~* +@all -@scripting")) {
			StoreResult result = replaceAt(restricted);
			assertThat(result.outcome()).isEqualTo(StoreResult.Outcome.UNAVAILABLE);
			assertThat(result.cause().orElseThrow()).hasStackTraceContaining("NOPERM");
		}
	}

	@Test
	void whenTimeIsForbiddenThenChangesNothing() {
		try (EmbeddedRedis restricted = new EmbeddedRedis("user default on nopass ~* +@all -time")) {
			assertThat(replaceAt(restricted).outcome()).isEqualTo(StoreResult.Outcome.UNAVAILABLE);
			LettuceConnectionFactory factory = connect(restricted);
			assertThat(new StringRedisTemplate(factory).keys("*")).isEmpty();
			factory.destroy();
		}
	}

	@Test
	void whenServerIsReplicaThenReturnsTheCause() {
		try (EmbeddedRedis replica = new EmbeddedRedis("replicaof 127.0.0.1 " + redis.port())) {
			StoreResult result = replaceAt(replica);
			assertThat(result.outcome()).isEqualTo(StoreResult.Outcome.UNAVAILABLE);
			assertThat(result.cause().orElseThrow()).hasStackTraceContaining("READONLY");
		}
	}

	@Test
	void whenServerIsStoppedThenIsUnavailable() {
		EmbeddedRedis stopped = new EmbeddedRedis();
		stopped.close();
		assertThat(replaceAt(stopped).outcome()).isEqualTo(StoreResult.Outcome.UNAVAILABLE);
	}

	private static StoreResult replaceAt(EmbeddedRedis server) {
		LettuceConnectionFactory factory = connect(server);
		try {
			return new RedisSessionStore(factory).replace("v1-1", null, CONTENT, CLAIM_DURATION, "me");
		}
		finally {
			factory.destroy();
		}
	}

}

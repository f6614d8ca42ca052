package io.github.connectapi.redis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.core.RedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.data.redis.serializer.RedisSerializer;

import io.github.connectapi.store.SessionStore;
import io.github.connectapi.store.StoreResult;

/**
 * {@link SessionStore} in Redis: two keys for each record, in one slot of a cluster. Each
 * operation is one script on the primary. Thread-safe.
 */
public final class RedisSessionStore implements SessionStore {

	/** The name of the resource beside this class. */
	static final String SCRIPT = "session-store.lua";

	private static final byte[] NONE = {};

	/** The start of an error reply of Redis, like {@code READONLY You can't write}. */
	private static final Pattern ERROR_REPLY = Pattern.compile("[A-Z]{2,} ");

	@SuppressWarnings("rawtypes")
	private final RedisScript<List> script = RedisScript.of(load(SCRIPT), List.class);

	private final RedisTemplate<String, byte[]> redis = new RedisTemplate<>();

	/**
	 * Create a store.
	 * @param connections the connections to the primary, to a cluster, or to sentinels
	 */
	public RedisSessionStore(RedisConnectionFactory connections) {
		this.redis.setConnectionFactory(connections);
		this.redis.setKeySerializer(RedisSerializer.string());
		this.redis.setValueSerializer(RedisSerializer.byteArray());
		this.redis.afterPropertiesSet();
	}

	// Spring cannot read it in a module, and would check its file for changes each time.
	private static String load(String name) {
		try (InputStream input = RedisSessionStore.class.getResourceAsStream(name)) {
			return new String(Objects.requireNonNull(input, name).readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public StoreResult read(String id) {
		return execute("read", id, NONE, null, Duration.ZERO, NONE);
	}

	@Override
	public StoreResult claim(String id, byte @Nullable [] expected, String owner, Duration duration) {
		return execute("claim", id, bytes(owner), expected, duration, NONE);
	}

	@Override
	public StoreResult extend(String id, String owner, Duration duration) {
		return execute("extend", id, bytes(owner), null, duration, NONE);
	}

	@Override
	public StoreResult replace(String id, byte @Nullable [] expected, byte[] content, Duration keep, String owner) {
		return execute("replace", id, bytes(owner), expected, keep, content);
	}

	@Override
	public StoreResult release(String id, String owner) {
		return execute("release", id, bytes(owner), null, Duration.ZERO, NONE);
	}

	private StoreResult execute(String operation, String id, byte[] owner, byte @Nullable [] expected,
			Duration duration, byte[] content) {
		String prefix = "getty-connect:{" + id + "}:";
		try {
			List<?> result = this.redis.execute(this.script, List.of(prefix + "session", prefix + "claim"),
					bytes(operation), number(MAX_LENGTH), number(MAX_CLAIM_DURATION.toMillis()), owner,
					marked(expected), number(duration.toMillis()), content);
			return result(result);
		}
		catch (RuntimeException ex) {
			return failure(ex);
		}
	}

	private static StoreResult result(List<?> result) {
		byte[] content = (byte[]) result.get(1);
		long millis = (Long) result.get(2);
		boolean won = Long.valueOf(1).equals(result.get(0));
		return won ? StoreResult.won(content, millis) : StoreResult.lost(content, millis);
	}

	private static StoreResult failure(RuntimeException ex) {
		StoreResult result = isRefusal(ex) ? StoreResult.unavailable(ex) : StoreResult.unknown(ex);
		return RedisFailure.of(ex).map((type) -> result.withRemedy(type.remedy())).orElse(result);
	}

	/** Return whether nothing was sent, or Redis refused it. */
	private static boolean isRefusal(RuntimeException failure) {
		Throwable cause = NestedExceptionUtils.getMostSpecificCause(failure);
		return isConnectFailure(cause)
				|| Arrays.stream(cause.getSuppressed()).anyMatch(RedisSessionStore::isConnectFailure)
				|| isErrorReply(cause) || failure instanceof InvalidDataAccessApiUsageException;
	}

	private static boolean isConnectFailure(Throwable cause) {
		return cause instanceof ConnectException || cause instanceof UnknownHostException;
	}

	// The script changes nothing before its only write, after which nothing fails.
	private static boolean isErrorReply(Throwable cause) {
		return cause.getMessage() != null && ERROR_REPLY.matcher(cause.getMessage()).lookingAt();
	}

	// An empty text is also the content of a key that is not a record.
	private static byte[] marked(byte @Nullable [] expected) {
		if (expected == null) {
			return NONE;
		}
		byte[] marked = new byte[expected.length + 1];
		marked[0] = '+';
		System.arraycopy(expected, 0, marked, 1, expected.length);
		return marked;
	}

	private static byte[] number(long value) {
		return bytes(Long.toString(value));
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}

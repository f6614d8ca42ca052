package io.github.connectapi.redis;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import javax.net.ssl.SSLException;

import org.springframework.data.redis.RedisConnectionFailureException;
import org.springframework.util.StringUtils;

/**
 * Failures of Redis with their remedies. The messages of a failure are searched, but not
 * repeated, because they may contain a password.
 */
enum RedisFailure {

	LOGIN("Redis rejects the user name or the password; correct them, for instance in spring.data.redis", "NOAUTH",
			"WRONGPASS", "unauthenticated", "invalid password", "Client sent AUTH"),

	MEMORY("the memory of Redis is full; raise its maxmemory, or let it evict other keys", "OOM "),

	REPLICA("this Redis is a read-only replica; connect to its primary", "READONLY"),

	CLUSTER("this Redis is a node of a cluster; set all nodes, for instance with spring.data.redis.cluster.nodes",
			"MOVED "),

	PERMISSION(
			"an ACL forbids a command or a key; permit ~getty-connect:* +eval +evalsha +type +getrange +set +pttl"
					+ " +pexpire +del +time",
			"NOPERM", "ACL failure", "can't run this command", "can't access at least one"),

	SCRIPTS("this Redis does not know a command; use one that runs Lua scripts", "unknown command", "ERR unknown"),

	DISK("Redis cannot write to its disk and refuses changes; correct that, or stop-writes-on-bgsave-error", "MISCONF"),

	STARTING("Redis is starting, or has no primary; wait until it is ready", "LOADING", "MASTERDOWN", "CLUSTERDOWN"),

	TLS("the TLS handshake with Redis failed; use TLS only if its port does, and trust its certificate", "NotSslRecord",
			"not an SSL/TLS record"),

	ADDRESS("no Redis listens at the address; correct it, for instance in spring.data.redis, or start Redis",
			"Failed to connect to any host"),

	TIMEOUT("Redis did not respond in time; check address, load and TLS of Redis, or raise the timeout", "timed out",
			"timeout"),

	CONNECTION("there is no connection to Redis; check whether its address, port and TLS are those of a Redis");

	private final String remedy;

	/** Parts of messages, which are separated by a vertical bar. */
	private final String signs;

	RedisFailure(String remedy, String... signs) {
		this.remedy = remedy;
		this.signs = String.join("|", signs);
	}

	/** Return the kind of a failure; empty if it is not known. */
	static Optional<RedisFailure> of(Throwable failure) {
		return Arrays.stream(values()).filter((type) -> causes(failure).anyMatch(type::matches)).findFirst();
	}

	/** Return what is wrong and how to correct it. */
	String remedy() {
		return this.remedy;
	}

	private static Stream<Throwable> causes(Throwable failure) {
		return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(20);
	}

	private boolean matches(Throwable failure) {
		String text = String.valueOf(failure.getMessage());
		boolean found = Arrays.stream(StringUtils.delimitedListToStringArray(this.signs, "|")).anyMatch(text::contains);
		return found || switch (this) {
			case ADDRESS -> failure instanceof ConnectException || failure instanceof UnknownHostException;
			case TLS -> failure instanceof SSLException;
			case CONNECTION -> failure instanceof RedisConnectionFailureException;
			default -> false;
		};
	}

}

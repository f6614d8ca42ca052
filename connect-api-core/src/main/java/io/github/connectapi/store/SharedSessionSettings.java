package io.github.connectapi.store;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

import io.github.connectapi.Secret;
import io.github.connectapi.Timeouts;

/**
 * How instances share a session. Immutable.
 */
public final class SharedSessionSettings {

	private static final int MIN_SECRET_LENGTH = 32;

	private final String namespace;

	private final @Nullable Secret secret;

	private final Duration pollInterval;

	private final Duration timeout;

	private final Duration connectTimeout;

	private final boolean waitForStore;

	private SharedSessionSettings(String namespace, @Nullable Secret secret, Duration pollInterval, Duration timeout,
			Duration connectTimeout, boolean waitForStore) {
		this.namespace = namespace;
		this.secret = secret;
		this.pollInterval = pollInterval;
		this.timeout = timeout;
		this.connectTimeout = connectTimeout;
		this.waitForStore = waitForStore;
	}

	/**
	 * Create the default settings: no namespace, no secret, a poll every 10 seconds, a
	 * timeout of 500 ms for an operation and of 8 seconds for the first one, and a
	 * session of its own for each instance while the store is unavailable.
	 * @return the settings
	 */
	public static SharedSessionSettings defaults() {
		return new SharedSessionSettings("", null, Duration.ofSeconds(10), Duration.ofMillis(500),
				Duration.ofSeconds(8), false);
	}

	/**
	 * Return a copy with the given namespace. Only instances with the same namespace
	 * share a session.
	 * @param namespace the namespace
	 * @return the copy
	 */
	public SharedSessionSettings withNamespace(String namespace) {
		return new SharedSessionSettings(namespace, this.secret, this.pollInterval, this.timeout, this.connectTimeout,
				this.waitForStore);
	}

	/**
	 * Return a copy with the given secret, which all instances need. Without one, who can
	 * read the store can try passwords until the record decrypts.
	 * @param secret the secret: at least 32 characters from a random source
	 * @return the copy
	 * @throws IllegalArgumentException if the secret is shorter
	 */
	public SharedSessionSettings withSecret(String secret) {
		Assert.isTrue(secret.length() >= MIN_SECRET_LENGTH,
				"The secret of a shared session must have at least 32 random characters");
		return new SharedSessionSettings(this.namespace, Secret.of(secret), this.pollInterval, this.timeout,
				this.connectTimeout, this.waitForStore);
	}

	/**
	 * Return a copy with the given interval in which the store is read.
	 * @param pollInterval the interval, from a second to a day
	 * @return the copy
	 * @throws IllegalArgumentException if the interval is shorter or longer
	 */
	public SharedSessionSettings withPollInterval(Duration pollInterval) {
		Assert.isTrue(
				pollInterval.compareTo(Duration.ofSeconds(1)) >= 0 && pollInterval.compareTo(Duration.ofDays(1)) <= 0,
				"The poll interval of a shared session must be between one second and one day");
		return new SharedSessionSettings(this.namespace, this.secret, pollInterval, this.timeout, this.connectTimeout,
				this.waitForStore);
	}

	/**
	 * Return a copy with the given timeouts of an operation of the store.
	 * @param connectTimeout the timeout until an operation has had a response
	 * @param timeout the timeout of further operations
	 * @return the copy
	 * @throws IllegalArgumentException if a timeout is not positive, or longer than a day
	 */
	public SharedSessionSettings withTimeouts(Duration connectTimeout, Duration timeout) {
		Timeouts.requirePositive(connectTimeout, "connect timeout of the store");
		Timeouts.requirePositive(timeout, "timeout of the store");
		return new SharedSessionSettings(this.namespace, this.secret, this.pollInterval, timeout, connectTimeout,
				this.waitForStore);
	}

	/**
	 * Return a copy that acquires no session while the store is unavailable and none is
	 * valid. By default, each instance acquires a session of its own.
	 * @return the copy
	 */
	public SharedSessionSettings waitForStore() {
		return new SharedSessionSettings(this.namespace, this.secret, this.pollInterval, this.timeout,
				this.connectTimeout, true);
	}

	/**
	 * Return the namespace.
	 * @return the namespace; empty if there is none
	 */
	public String namespace() {
		return this.namespace;
	}

	/**
	 * Return the secret.
	 * @return the secret; null if there is none
	 */
	public @Nullable Secret secret() {
		return this.secret;
	}

	/**
	 * Return the interval in which the store is read.
	 * @return the interval
	 */
	public Duration pollInterval() {
		return this.pollInterval;
	}

	/**
	 * Return the timeout of an operation.
	 * @return the timeout
	 */
	public Duration timeout() {
		return this.timeout;
	}

	/**
	 * Return the timeout of an operation until one has had a response.
	 * @return the timeout
	 */
	public Duration connectTimeout() {
		return this.connectTimeout;
	}

	/**
	 * Return whether no session is acquired while the store is unavailable and none is
	 * valid.
	 * @return whether to wait for the store
	 */
	public boolean isWaitForStore() {
		return this.waitForStore;
	}

}

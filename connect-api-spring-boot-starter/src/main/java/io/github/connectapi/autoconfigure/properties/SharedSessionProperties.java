package io.github.connectapi.autoconfigure.properties;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * Properties {@code getty.connect.session.shared.*}. The secret is a string, because the
 * binder would print a value that it cannot convert to another type. Refers to no class
 * of the store, which would be loaded by the binder.
 */
final class SharedSessionProperties {

	/**
	 * Whether instances share one session through a store. Needs a module of a store, or
	 * a bean of type SessionStore.
	 */
	private boolean enabled;

	/**
	 * Store of the session. Only needed if the modules of both stores are present.
	 */
	private @Nullable SharedStore store;

	/**
	 * Secret that all instances have, from a random source. At least 32 characters. If
	 * not set, anyone who can read the store can guess passwords offline.
	 */
	private @Nullable String secret;

	/**
	 * Name of the instances that share a session. Instances with another name have
	 * another session.
	 */
	private String namespace = "";

	/**
	 * Interval in which each instance reads the store. If a unit is not specified,
	 * milliseconds are used.
	 */
	private Duration pollInterval = Duration.ofSeconds(10);

	/**
	 * Maximum time to wait for a response of the store. If a unit is not specified,
	 * milliseconds are used.
	 */
	private Duration timeout = Duration.ofMillis(500);

	/**
	 * Maximum time to wait for the first response of the store. If a unit is not
	 * specified, milliseconds are used.
	 */
	private Duration connectTimeout = Duration.ofSeconds(8);

	/**
	 * What an instance without a valid session does while the store is unavailable.
	 */
	private UnavailableStoreReaction whenUnavailable = UnavailableStoreReaction.OWN_SESSION;

	public boolean isEnabled() {
		return this.enabled;
	}

	public void setEnabled(boolean enabled) {
		this.enabled = enabled;
	}

	public @Nullable SharedStore getStore() {
		return this.store;
	}

	public void setStore(@Nullable SharedStore store) {
		this.store = store;
	}

	public @Nullable String getSecret() {
		return this.secret;
	}

	public void setSecret(@Nullable String secret) {
		this.secret = secret;
	}

	public String getNamespace() {
		return this.namespace;
	}

	public void setNamespace(String namespace) {
		this.namespace = namespace;
	}

	public Duration getPollInterval() {
		return this.pollInterval;
	}

	public void setPollInterval(Duration pollInterval) {
		this.pollInterval = pollInterval;
	}

	public Duration getTimeout() {
		return this.timeout;
	}

	public void setTimeout(Duration timeout) {
		this.timeout = timeout;
	}

	public Duration getConnectTimeout() {
		return this.connectTimeout;
	}

	public void setConnectTimeout(Duration connectTimeout) {
		this.connectTimeout = connectTimeout;
	}

	public UnavailableStoreReaction getWhenUnavailable() {
		return this.whenUnavailable;
	}

	public void setWhenUnavailable(UnavailableStoreReaction whenUnavailable) {
		this.whenUnavailable = whenUnavailable;
	}

}

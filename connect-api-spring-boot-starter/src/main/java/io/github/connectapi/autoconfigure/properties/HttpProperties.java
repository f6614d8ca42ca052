package io.github.connectapi.autoconfigure.properties;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.util.unit.DataSize;

import io.github.connectapi.client.ConnectClientBuilder;

/**
 * Properties {@code getty.connect.http.*}.
 */
final class HttpProperties {

	/**
	 * Maximum time to wait for a connection. If a unit is not specified, milliseconds are
	 * used.
	 */
	private Duration connectTimeout = Duration.ofSeconds(5);

	/**
	 * Maximum duration of one exchange, from connecting to the last byte of the response.
	 * If a unit is not specified, milliseconds are used.
	 */
	private Duration responseTimeout = Duration.ofSeconds(10);

	/**
	 * Maximum size of the response to an operation. Responses to session operations have
	 * a fixed limit of 64KB.
	 */
	private DataSize maxResponseSize = DataSize.ofMegabytes(5);

	private final Proxy proxy = new Proxy();

	public Duration getConnectTimeout() {
		return this.connectTimeout;
	}

	public void setConnectTimeout(Duration connectTimeout) {
		this.connectTimeout = connectTimeout;
	}

	public Duration getResponseTimeout() {
		return this.responseTimeout;
	}

	public void setResponseTimeout(Duration responseTimeout) {
		this.responseTimeout = responseTimeout;
	}

	public DataSize getMaxResponseSize() {
		return this.maxResponseSize;
	}

	public void setMaxResponseSize(DataSize maxResponseSize) {
		this.maxResponseSize = maxResponseSize;
	}

	public Proxy getProxy() {
		return this.proxy;
	}

	void applyTo(ConnectClientBuilder builder, SettingsMapper mapper) {
		HttpProperties defaults = new HttpProperties();
		mapper.map(PropertyValue.of("getty.connect.http.connect-timeout", this.connectTimeout, defaults.connectTimeout),
				builder, (client) -> client.connectTimeout(this.connectTimeout));
		mapper.map(
				PropertyValue.of("getty.connect.http.response-timeout", this.responseTimeout, defaults.responseTimeout),
				builder, (client) -> client.responseTimeout(this.responseTimeout));
		mapper.map(PropertyValue.of("getty.connect.http.max-response-size", this.maxResponseSize, "5MB"), builder,
				(client) -> client.maxResponseSize(toInt(this.maxResponseSize.toBytes())));
		mapper.collect(() -> CredentialsMapper.mapProxy(this.proxy, builder));
	}

	// A value out of the range of an int is out of the range of the builder, too.
	private static int toInt(long bytes) {
		return (int) Math.max(Integer.MIN_VALUE, Math.min(bytes, Integer.MAX_VALUE));
	}

	/**
	 * Properties {@code getty.connect.http.proxy.*}.
	 */
	static final class Proxy {

		/**
		 * User name for the proxy of the JVM. If not set, the authenticator of the JVM is
		 * asked when the proxy requires a login.
		 */
		private @Nullable String username;

		/**
		 * Password of the user of the proxy. Quote the value in YAML, because an unquoted
		 * 0123 is the number 83.
		 */
		private @Nullable String password;

		public @Nullable String getUsername() {
			return this.username;
		}

		public void setUsername(@Nullable String username) {
			this.username = username;
		}

		public @Nullable String getPassword() {
			return this.password;
		}

		public void setPassword(@Nullable String password) {
			this.password = password;
		}

	}

}

package io.github.connectapi.rest;

import java.time.Duration;
import java.util.regex.Pattern;

import org.springframework.util.Assert;

import io.github.connectapi.client.BaseUrl;
import io.github.connectapi.client.ConnectClient;
import io.github.connectapi.client.ExchangeFactory;
import io.github.connectapi.session.ConnectSessionManager;

/**
 * Builder of a {@link ConnectRestAccess}. Not thread-safe.
 */
public final class ConnectRestAccessBuilder {

	private static final Pattern HEADER_VALUE = Pattern.compile("[\\x21-\\x7e]+");

	private final ConnectClient client;

	private final ConnectSessionManager sessions;

	private final String apiKey;

	private BaseUrl baseUrl = BaseUrl.of(ConnectRestAccess.DEFAULT_BASE_URL);

	private Duration responseTimeout;

	private int maxResponseSize;

	ConnectRestAccessBuilder(ConnectClient client, ConnectSessionManager sessions, String apiKey) {
		Assert.notNull(client, "The client must not be null");
		Assert.notNull(sessions, "The session manager must not be null");
		Assert.hasText(apiKey, "The API key must not be blank");
		Assert.isTrue(HEADER_VALUE.matcher(apiKey).matches(), "The API key must be ASCII without spaces");
		this.client = client;
		this.sessions = sessions;
		this.apiKey = apiKey;
		this.responseTimeout = ExchangeFactory.responseTimeout(client);
		this.maxResponseSize = ExchangeFactory.maxResponseSize(client);
	}

	/**
	 * Set the base URL, to whose scheme, host and port alone the key and the token are
	 * sent.
	 * @param url the base URL, {@value ConnectRestAccess#DEFAULT_BASE_URL} by default
	 * @return this builder
	 */
	public ConnectRestAccessBuilder baseUrl(BaseUrl url) {
		this.baseUrl = url;
		return this;
	}

	/**
	 * Set the maximum time for an exchange with the server of the base URL, and the
	 * maximum time without a byte from another one.
	 * @param timeout the timeout, by default that of the client
	 * @return this builder
	 * @throws IllegalArgumentException if it is not positive
	 */
	public ConnectRestAccessBuilder responseTimeout(Duration timeout) {
		Assert.isTrue(timeout.compareTo(Duration.ZERO) > 0, "The response timeout must be positive");
		this.responseTimeout = timeout;
		return this;
	}

	/**
	 * Set the maximum length of a response. That of another server to a GET is not
	 * limited, because it is not in memory.
	 * @param bytes the length in bytes, by default that of the client
	 * @return this builder
	 * @throws IllegalArgumentException if it is not positive
	 */
	public ConnectRestAccessBuilder maxResponseSize(int bytes) {
		Assert.isTrue(bytes > 0, "The maximum response size must be positive");
		this.maxResponseSize = bytes;
		return this;
	}

	/**
	 * Build the access. Nothing is sent, and no connection is opened.
	 * @return the access, to be closed when it is no longer needed
	 */
	public ConnectRestAccess build() {
		RestRequestFactory factory = new RestRequestFactory(ExchangeFactory.createTransport(this.client),
				Origin.of(this.baseUrl), this.responseTimeout, this.maxResponseSize);
		return new ConnectRestAccess(this.baseUrl, this.apiKey, factory, this.sessions, false);
	}

}

package io.github.connectapi.client;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
import org.springframework.util.Assert;
import org.springframework.util.ClassUtils;

import io.github.connectapi.Secret;
import io.github.connectapi.SystemClock;
import io.github.connectapi.Timeouts;
import io.github.connectapi.observation.ConnectObservationConvention;
import io.github.connectapi.observation.ConnectObservations;
import io.github.connectapi.transport.ConnectTls;
import io.github.connectapi.transport.Transport;
import io.github.connectapi.transport.TransportSettings;

/**
 * Builder for a {@link ConnectClient}. Not thread-safe.
 */
public final class ConnectClientBuilder {

	private static final int MAX_RESPONSE_SIZE = 1024 * 1024 * 1024;

	private static final int MAX_CONCURRENT_EXCHANGES = 100_000;

	private final BaseUrl baseUrl;

	private TokenUri tokenUri = TokenUri.of(TokenUri.DEFAULT);

	Duration connectTimeout = Duration.ofSeconds(5);

	Duration responseTimeout = Duration.ofSeconds(10);

	private int maxResponseSize = 5 * 1024 * 1024;

	/**
	 * With 5,000 callers and a server that needs two seconds, the last one waits for ten.
	 * A TLS connection needs about 80 KiB during an exchange, and one descriptor.
	 */
	private int maxConcurrentExchanges = 1000;

	private InstantSource clock = SystemClock.wallClock();

	private @Nullable Supplier<@Nullable ConnectTls> tls;

	private @Nullable Secret proxyAuthorization;

	private @Nullable ClassLoader classLoader;

	private ObservationRegistry observationRegistry = ObservationRegistry.NOOP;

	private @Nullable ConnectObservationConvention observationConvention;

	private @Nullable JsonMapper jsonMapper;

	private final List<ConnectClientCustomizer> customizers = new ArrayList<>();

	ConnectClientBuilder(BaseUrl baseUrl) {
		this.baseUrl = baseUrl;
	}

	/**
	 * Set the token endpoint, to which credentials of OAuth 2 are sent.
	 * @param tokenUri the token URI; {@value TokenUri#DEFAULT} if not set
	 * @return this builder
	 */
	public ConnectClientBuilder tokenUri(TokenUri tokenUri) {
		this.tokenUri = tokenUri;
		return this;
	}

	/**
	 * Set the maximum time to connect.
	 * @param timeout a positive duration, at most one day; 5 seconds if not set
	 * @return this builder
	 */
	public ConnectClientBuilder connectTimeout(Duration timeout) {
		this.connectTimeout = Timeouts.requirePositive(timeout, "connect timeout");
		return this;
	}

	/**
	 * Set the maximum time of one exchange, from connecting to the last byte of the
	 * response.
	 * @param timeout a positive duration, at most one day; 10 seconds if not set
	 * @return this builder
	 */
	public ConnectClientBuilder responseTimeout(Duration timeout) {
		this.responseTimeout = Timeouts.requirePositive(timeout, "response timeout");
		return this;
	}

	/**
	 * Set the maximum size of the response to an operation. The response to a session
	 * operation has a fixed limit of 64 KiB.
	 * @param bytes a positive number of bytes, at most 1 GiB; 5 MiB if not set
	 * @return this builder
	 */
	public ConnectClientBuilder maxResponseSize(int bytes) {
		Assert.isTrue(bytes > 0 && bytes <= MAX_RESPONSE_SIZE,
				"The maximum response size must be positive and at most 1 GiB");
		this.maxResponseSize = bytes;
		return this;
	}

	/**
	 * Set how many exchanges of calls may be in progress at once. Further callers wait
	 * within their timeout. Logins and renewals do not count and never wait.
	 * @param exchanges a number from 1 to 100,000; 1,000 if not set
	 * @return this builder
	 */
	public ConnectClientBuilder maxConcurrentExchanges(int exchanges) {
		Assert.isTrue(exchanges > 0 && exchanges <= MAX_CONCURRENT_EXCHANGES,
				"The maximum number of concurrent exchanges must be between 1 and 100000");
		this.maxConcurrentExchanges = exchanges;
		return this;
	}

	/**
	 * Set the supplier of the TLS settings. It is called for each exchange over https, by
	 * the thread of the caller. When it returns another object, the next exchange uses
	 * that object on a new connection. It must not block: a supplier that does delays its
	 * callers, even beyond their deadlines, but no others.
	 * @param tls the TLS settings; those of the JVM if not set, or if it returns null
	 * @return this builder
	 */
	public ConnectClientBuilder tls(Supplier<@Nullable ConnectTls> tls) {
		this.tls = tls;
		return this;
	}

	/**
	 * Set the login for the proxy of the JVM. It is sent to the proxy only, as Basic
	 * authentication. Without it, the {@link java.net.Authenticator} of the JVM is asked
	 * when the proxy requires a login for https.
	 * @param userName the user name, without a colon
	 * @param password the password
	 * @return this builder
	 */
	public ConnectClientBuilder proxyCredentials(String userName, Secret password) {
		this.proxyAuthorization = Secret
			.of("Basic " + HttpHeaders.encodeBasicAuth(userName, password.reveal(), StandardCharsets.UTF_8));
		return this;
	}

	/**
	 * Add a customizer of the {@code RestClient}. Customizers are applied in the order in
	 * which they were added.
	 * @param customizer the customizer
	 * @return this builder
	 */
	public ConnectClientBuilder customizer(ConnectClientCustomizer customizer) {
		this.customizers.add(customizer);
		return this;
	}

	/**
	 * Set the mapper of the application. Its modules, mix-ins and features apply to the
	 * requests and results of calls, except for types of this library, and never to
	 * envelopes or sessions. Whatever it is configured for, properties are in upper camel
	 * case unless a type or property has an annotation such as {@code @JsonNaming} or
	 * {@code @JsonProperty}, null properties are omitted, unknown fields are ignored, and
	 * dates have the form of the Connect API. The limits of this client apply.
	 * @param jsonMapper the mapper, which is not changed; a plain one if null or not set
	 * @return this builder
	 */
	public ConnectClientBuilder jsonMapper(@Nullable JsonMapper jsonMapper) {
		this.jsonMapper = jsonMapper;
		return this;
	}

	/**
	 * Set the wall clock. Dates in {@code Retry-After} are converted to delays with it.
	 * @param clock the clock; the system clock if not set
	 * @return this builder
	 */
	public ConnectClientBuilder clock(InstantSource clock) {
		this.clock = clock;
		return this;
	}

	/**
	 * Set the context class loader of the threads of the client. They inherit nothing
	 * from the callers that start them.
	 * @param classLoader the class loader; if null or not set, the context class loader
	 * of the thread that calls {@link #build()}
	 * @return this builder
	 */
	public ConnectClientBuilder classLoader(@Nullable ClassLoader classLoader) {
		this.classLoader = classLoader;
		return this;
	}

	/**
	 * Set the registry of observations.
	 * @param observationRegistry the registry; {@link ObservationRegistry#NOOP} if not
	 * set
	 * @return this builder
	 */
	public ConnectClientBuilder observationRegistry(ObservationRegistry observationRegistry) {
		this.observationRegistry = observationRegistry;
		return this;
	}

	/**
	 * Set the convention for the names and keys of observations.
	 * @param observationConvention the convention; if null or not set, the global
	 * convention of the registry, or else a
	 * {@link io.github.connectapi.observation.DefaultConnectObservationConvention}
	 * @return this builder
	 */
	public ConnectClientBuilder observationConvention(@Nullable ConnectObservationConvention observationConvention) {
		this.observationConvention = observationConvention;
		return this;
	}

	/**
	 * Build the client. No connection is opened.
	 * @return the client
	 */
	public ConnectClient build() {
		TransportSettings transportSettings = new TransportSettings(this.connectTimeout, this.tls,
				this.proxyAuthorization);
		ExchangeSettings settings = new ExchangeSettings(this.baseUrl, this.tokenUri, this.responseTimeout,
				this.maxResponseSize, this.maxConcurrentExchanges, this.clock, this.customizers, this.jsonMapper,
				ConnectObservations.of(this.observationRegistry, this.observationConvention));
		ClassLoader loader = (this.classLoader != null) ? this.classLoader : ClassUtils.getDefaultClassLoader();
		return new ConnectClient(settings, new Transport(transportSettings, loader));
	}

}

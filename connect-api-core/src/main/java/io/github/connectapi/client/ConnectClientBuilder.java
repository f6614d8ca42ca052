package io.github.connectapi.client;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

import io.github.connectapi.observation.ConnectObservations;
import io.github.connectapi.transport.ConnectTls;
import io.github.connectapi.transport.TransportSettings;

/**
 * Builds a {@link ConnectClient}. Not thread-safe.
 */
public final class ConnectClientBuilder {

	private static final int LARGEST_LIMIT = 1024 * 1024 * 1024;

	private final BaseUrl baseUrl;

	Duration connectTimeout = Duration.ofSeconds(5);

	Duration responseTimeout = Duration.ofSeconds(10);

	private int maxResponseSize = 5 * 1024 * 1024;

	private InstantSource clock = InstantSource.system();

	private Supplier<@Nullable ConnectTls> tls = () -> null;

	private ConnectObservations observations = ConnectObservations.NONE;

	private final List<ConnectClientCustomizer> customizers = new ArrayList<>();

	ConnectClientBuilder(BaseUrl baseUrl) {
		this.baseUrl = baseUrl;
	}

	/**
	 * How long connecting may take.
	 * @param timeout a positive duration; 5 seconds if not set
	 * @return this builder
	 */
	public ConnectClientBuilder connectTimeout(Duration timeout) {
		this.connectTimeout = positive(timeout, "The connect timeout");
		return this;
	}

	/**
	 * How long one exchange may take, from connecting to the last byte of the answer.
	 * @param timeout a positive duration; 10 seconds if not set
	 * @return this builder
	 */
	public ConnectClientBuilder responseTimeout(Duration timeout) {
		this.responseTimeout = positive(timeout, "The response timeout");
		return this;
	}

	/**
	 * How long an answer to an operation may be; one of a session operation has a fixed
	 * limit of 64 KiB.
	 * @param bytes a positive number of bytes, 1 GiB at most; 5 MiB if not set
	 * @return this builder
	 */
	public ConnectClientBuilder maxResponseSize(int bytes) {
		Assert.isTrue(bytes > 0 && bytes <= LARGEST_LIMIT, "The response limit must be positive, and 1 GiB at most");
		this.maxResponseSize = bytes;
		return this;
	}

	/**
	 * The TLS settings, asked for at each exchange: answer another object to have the
	 * next exchange use it on a connection of its own.
	 * @param tls the TLS settings; those of the JVM if not set, or if it answers null
	 * @return this builder
	 */
	public ConnectClientBuilder tls(Supplier<@Nullable ConnectTls> tls) {
		this.tls = tls;
		return this;
	}

	/**
	 * Adds a customizer of the {@code RestClient}. They are applied in the order of their
	 * adding.
	 * @param customizer the customizer
	 * @return this builder
	 */
	public ConnectClientBuilder customizer(ConnectClientCustomizer customizer) {
		this.customizers.add(customizer);
		return this;
	}

	/**
	 * The wall clock that dates in {@code Retry-After} are compared with.
	 * @param clock a clock; that of the system if not set
	 * @return this builder
	 */
	public ConnectClientBuilder clock(InstantSource clock) {
		this.clock = clock;
		return this;
	}

	/**
	 * What to tell of exchanges.
	 * @param observations the observations; {@link ConnectObservations#NONE} if not set
	 * @return this builder
	 */
	public ConnectClientBuilder observations(ConnectObservations observations) {
		this.observations = observations;
		return this;
	}

	/**
	 * Builds the client. No connection is opened.
	 * @return a client
	 * @throws IllegalStateException if the JVM is set up to send a POST twice
	 */
	public ConnectClient build() {
		return new ConnectClient(this);
	}

	TransportSettings transportSettings() {
		return new TransportSettings(this.connectTimeout, this.tls);
	}

	ExchangeSettings exchangeSettings() {
		return new ExchangeSettings(this.baseUrl, this.responseTimeout, this.maxResponseSize, this.clock,
				this.customizers, this.observations);
	}

	private static Duration positive(Duration timeout, String name) {
		Assert.isTrue(timeout.compareTo(Duration.ZERO) > 0 && timeout.compareTo(Duration.ofDays(1)) <= 0,
				name + " must be positive, and a day at most");
		return timeout;
	}

}

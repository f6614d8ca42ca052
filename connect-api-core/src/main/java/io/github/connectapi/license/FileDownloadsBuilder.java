package io.github.connectapi.license;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

import io.github.connectapi.Timeouts;
import io.github.connectapi.client.ConnectClient;
import io.github.connectapi.client.ExchangeFactory;
import io.github.connectapi.observation.ConnectObservationConvention;
import io.github.connectapi.observation.ConnectObservations;

/**
 * Builder for {@link FileDownloads}. Not thread-safe.
 */
public final class FileDownloadsBuilder {

	private final ConnectClient client;

	private long maxFileSize = 1024L * 1024 * 1024;

	private Duration progressTimeout = Duration.ofSeconds(30);

	private Duration backoff = Duration.ofMillis(500);

	private final List<DownloadEventListener> listeners = new ArrayList<>();

	private ObservationRegistry observationRegistry = ObservationRegistry.NOOP;

	private @Nullable ConnectObservationConvention observationConvention;

	FileDownloadsBuilder(ConnectClient client) {
		this.client = client;
	}

	/**
	 * Set the maximum size of a file.
	 * @param bytes a positive number of bytes; 1 GiB if not set
	 * @return this builder
	 */
	public FileDownloadsBuilder maxFileSize(long bytes) {
		Assert.isTrue(bytes > 0, "The maximum file size must be positive");
		this.maxFileSize = bytes;
		return this;
	}

	/**
	 * Set the maximum time without a byte, which includes connecting. The whole download
	 * may take longer.
	 * @param timeout a positive duration, at most one day; 30 seconds if not set
	 * @return this builder
	 */
	public FileDownloadsBuilder progressTimeout(Duration timeout) {
		this.progressTimeout = Timeouts.requirePositive(timeout, "progress timeout");
		return this;
	}

	/**
	 * Add a listener for the ends of downloads.
	 * @param listener the listener
	 * @return this builder
	 */
	public FileDownloadsBuilder listener(DownloadEventListener listener) {
		this.listeners.add(listener);
		return this;
	}

	/**
	 * Set the registry of observations.
	 * @param observationRegistry the registry; {@link ObservationRegistry#NOOP} if not
	 * set
	 * @return this builder
	 */
	public FileDownloadsBuilder observationRegistry(ObservationRegistry observationRegistry) {
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
	public FileDownloadsBuilder observationConvention(@Nullable ConnectObservationConvention observationConvention) {
		this.observationConvention = observationConvention;
		return this;
	}

	/** Set the time before the first attempt to resume. For tests. */
	FileDownloadsBuilder backoff(Duration backoff) {
		this.backoff = backoff;
		return this;
	}

	/**
	 * Build the downloads. No connection is opened.
	 * @return the downloads
	 */
	public FileDownloads build() {
		return new DefaultFileDownloads(ExchangeFactory.createTransport(this.client),
				new DefaultFileDownloads.Settings(this.maxFileSize, this.progressTimeout, this.backoff),
				ConnectObservations.of(this.observationRegistry, this.observationConvention), this.listeners);
	}

}

package io.github.connectapi.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;

import io.github.connectapi.license.DownloadEvent;
import io.github.connectapi.license.DownloadEventListener;

/**
 * Listener that counts the received bytes of downloads, and how often downloads resumed.
 * Must be added to the downloads as a listener. Requires micrometer-core. Thread-safe.
 */
public final class ConnectDownloadMetrics implements DownloadEventListener {

	private final Counter bytes;

	private final Counter resumes;

	/**
	 * Create a listener.
	 * @param registry the registry of the counters
	 * @param tags the tags of each counter, which distinguish several downloads
	 */
	public ConnectDownloadMetrics(MeterRegistry registry, Iterable<Tag> tags) {
		this.bytes = Counter.builder("getty.connect.download.bytes")
			.description("Received bytes of licensed files")
			.baseUnit("bytes")
			.tags(tags)
			.register(registry);
		this.resumes = Counter.builder("getty.connect.download.resumes")
			.description("How often a download continued with bytes that were there already")
			.tags(tags)
			.register(registry);
	}

	@Override
	public void onDownload(DownloadEvent event) {
		this.bytes.increment((double) event.bytes());
		this.resumes.increment(event.resumes());
	}

}

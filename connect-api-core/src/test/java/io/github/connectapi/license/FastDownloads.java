package io.github.connectapi.license;

import java.time.Duration;

import io.micrometer.observation.ObservationRegistry;

import io.github.connectapi.client.ConnectClient;

/**
 * Downloads that resume without waiting, for tests of other packages.
 */
public final class FastDownloads {

	private FastDownloads() {
	}

	public static FileDownloads create(ConnectClient client, ObservationRegistry observations) {
		return FileDownloads.builder(client)
			.backoff(Duration.ofMillis(1))
			.maxFileSize(Long.MAX_VALUE)
			.observationRegistry(observations)
			.build();
	}

}

package io.github.connectapi.session;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.observation.ConnectObservation;
import io.github.connectapi.observation.ConnectObservations;

/**
 * Another acquisition, observed.
 */
record ObservedAcquisition(Acquisition acquisition, ConnectObservations observations) implements Acquisition {

	@Override
	public Acquired acquire(@Nullable CachedSession previous, ConnectCredentials credentials, long endNanos) {
		return this.observations.observe(ConnectObservation.ACQUISITION, null, null, (context) -> {
			Acquired acquired = this.acquisition.acquire(previous, credentials, endNanos);
			context.setOperation(operation(acquired, credentials));
			return acquired;
		});
	}

	private static String operation(Acquired acquired, ConnectCredentials credentials) {
		if (acquired.renewed()) {
			return "RenewSession";
		}
		return credentials.userName().isPresent() ? "CreateSession" : "CreateApplicationSession";
	}

}

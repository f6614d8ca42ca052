package io.github.connectapi.acquisition;

/**
 * Permit of an exchange. Compared by identity.
 */
final class Permit {

	private final ExchangeRequest request;

	private final long startedNanos;

	Permit(ExchangeRequest request, long startedNanos) {
		this.request = request;
		this.startedNanos = startedNanos;
	}

	ExchangeRequest request() {
		return this.request;
	}

	/** Return when it was granted, on the monotonic clock. */
	long startedNanos() {
		return this.startedNanos;
	}

	boolean isOlderThan(long ageNanos, long nanos) {
		return nanos - this.startedNanos >= ageNanos;
	}

}

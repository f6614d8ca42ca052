package io.github.connectapi.observation;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;

/**
 * Handler that throws an exception in one of its methods.
 */
record ThrowingHandler(At at) implements ObservationHandler<Observation.Context> {

	@Override
	public void onStart(Observation.Context context) {
		throwAt(At.START);
	}

	@Override
	public void onError(Observation.Context context) {
		throwAt(At.ERROR);
	}

	@Override
	public void onScopeOpened(Observation.Context context) {
		throwAt(At.SCOPE_OPENED);
	}

	@Override
	public void onScopeClosed(Observation.Context context) {
		throwAt(At.SCOPE_CLOSED);
	}

	@Override
	public void onStop(Observation.Context context) {
		throwAt(At.STOP);
	}

	@Override
	public boolean supportsContext(Observation.Context context) {
		return true;
	}

	private void throwAt(At current) {
		if (current == this.at) {
			throw new IllegalStateException("handler");
		}
	}

	enum At {

		START, ERROR, SCOPE_OPENED, SCOPE_CLOSED, STOP

	}

}

package io.github.connectapi.call;

import java.util.function.DoubleSupplier;

import io.github.connectapi.Internal;
import io.github.connectapi.retry.Retry;
import io.github.connectapi.retry.Sleeper;

/**
 * Creates a {@link ConnectApi} from the settings of a builder. Tests use it to control
 * random numbers and delays.
 */
@Internal
public final class ConnectApiFactory {

	private ConnectApiFactory() {
	}

	/**
	 * Create a {@code ConnectApi}.
	 * @param settings the builder with the settings
	 * @param random random numbers from 0 (inclusive) to 1 (exclusive), for jitter
	 * @param sleeper the sleeper for the delays between two attempts
	 * @return the {@code ConnectApi}
	 */
	public static ConnectApi create(ConnectApiBuilder settings, DoubleSupplier random, Sleeper sleeper) {
		Retry retry = new Retry(settings.retry, settings.nanoClock, random, sleeper).withBudget();
		return new DefaultConnectApi(settings, retry);
	}

}

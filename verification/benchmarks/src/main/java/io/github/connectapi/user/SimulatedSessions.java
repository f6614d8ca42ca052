package io.github.connectapi.user;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.LongSupplier;

import io.github.connectapi.client.BaseUrl;
import io.github.connectapi.client.ConnectClient;
import io.github.connectapi.session.SessionGroup;
import io.github.connectapi.session.SimulatedLogins;

/**
 * Creates {@link ConnectSessions} without the network.
 */
public final class SimulatedSessions {

	private SimulatedSessions() {
	}

	/**
	 * Create sessions.
	 * @param logins the simulated server
	 * @param credentials the credentials of each user
	 * @param settings the limits
	 * @param nanos the monotonic clock
	 * @return the sessions
	 */
	public static ConnectSessions create(SimulatedLogins logins, ConnectUserCredentials credentials,
			ConnectSessionsSettings settings, LongSupplier nanos) {
		return create(credentials, settings, nanos, logins.group(nanos));
	}

	/**
	 * Create sessions that are shared through a store that keeps no record.
	 * @param logins the simulated server
	 * @param credentials the credentials of each user
	 * @param settings the limits
	 * @param nanos the monotonic clock
	 * @return the sessions
	 */
	public static ConnectSessions createShared(SimulatedLogins logins, ConnectUserCredentials credentials,
			ConnectSessionsSettings settings, LongSupplier nanos) {
		return create(credentials, settings, nanos, logins.sharedGroup(nanos));
	}

	private static ConnectSessions create(ConnectUserCredentials credentials, ConnectSessionsSettings settings,
			LongSupplier nanos, SessionGroup group) {
		// It is not used, but a builder needs one.
		ConnectClient client = ConnectClient.builder(BaseUrl.of("https://localhost")).build();
		ConnectSessionsBuilder builder = new ConnectSessionsBuilder(client, credentials).settings(settings)
			.sessionSettings(SimulatedLogins.SETTINGS)
			.nanoClock(nanos)
			.clock(InstantSource.system());
		return new DefaultConnectSessions(builder, group);
	}

	/**
	 * Return limits for a number of users, with fast logins.
	 * @param users the number of users
	 * @return the limits
	 */
	public static ConnectSessionsSettings settings(int users) {
		return ConnectSessionsSettings.defaults()
			.withMaxUsers(users)
			.withIdleTimeout(Duration.ofDays(1))
			.withMaxLoginsPerSecond(1000);
	}

}

package io.github.connectapi.autoconfigure.properties;

import java.util.function.Consumer;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.Internal;
import io.github.connectapi.autoconfigure.diagnostics.StartupProblems;
import io.github.connectapi.retry.RetrySettings;
import io.github.connectapi.session.SessionSettings;
import io.github.connectapi.user.ConnectSessionsBuilder;
import io.github.connectapi.user.ConnectSessionsSettings;

/**
 * Settings of the sessions of many users.
 *
 * @param limits the limits
 * @param session the settings of each session
 * @param retry the settings of retries
 * @param sharing lets the sessions be shared with other instances; null if they are not
 */
@Internal
public record UserSettings(ConnectSessionsSettings limits, SessionSettings session, RetrySettings retry,
		@Nullable Consumer<ConnectSessionsBuilder> sharing) {

	/**
	 * Create the settings after validating all properties that the startup depends on,
	 * except the credentials of the application.
	 * @param properties the properties
	 * @param connection the connection of the properties; null if it is not used
	 * @param sharing returns how to share the sessions, if they are shared, and adds its
	 * problems
	 * @return the settings
	 * @throws io.github.connectapi.autoconfigure.diagnostics.ConnectStartupException with
	 * all problems
	 */
	public static UserSettings of(GettyConnectProperties properties, @Nullable ConfiguredConnection connection,
			Function<StartupProblems, @Nullable Consumer<ConnectSessionsBuilder>> sharing) {
		StartupProblems problems = new StartupProblems();
		if (connection != null) {
			problems.collect(connection::getBaseUrl);
			problems.collect(connection::getSslBundle);
		}
		properties.validate(problems);
		Consumer<ConnectSessionsBuilder> shared = properties.sharesSession() ? sharing.apply(problems) : null;
		problems.throwIfAny();
		return new UserSettings(properties.toSessionsSettings(), properties.toSessionSettings(),
				properties.toRetrySettings(), shared);
	}

}

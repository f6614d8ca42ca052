package io.github.connectapi.autoconfigure.properties;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.Internal;
import io.github.connectapi.autoconfigure.diagnostics.StartupProblems;
import io.github.connectapi.retry.RetrySettings;
import io.github.connectapi.session.SessionSettings;
import io.github.connectapi.user.ConnectSessionsSettings;

/**
 * Settings of the sessions of many users.
 *
 * @param limits the limits
 * @param session the settings of each session
 * @param retry the settings of retries
 */
@Internal
public record UserSettings(ConnectSessionsSettings limits, SessionSettings session, RetrySettings retry) {

	/**
	 * Create the settings after validating all properties that the startup depends on,
	 * except the credentials of the application.
	 * @param properties the properties
	 * @param connection the connection of the properties; null if it is not used
	 * @return the settings
	 * @throws io.github.connectapi.autoconfigure.diagnostics.ConnectStartupException with
	 * all problems
	 */
	public static UserSettings of(GettyConnectProperties properties, @Nullable ConfiguredConnection connection) {
		StartupProblems problems = new StartupProblems();
		if (connection != null) {
			problems.collect(connection::getBaseUrl);
			problems.collect(connection::getSslBundle);
		}
		properties.validate(problems);
		problems.throwIfAny();
		return new UserSettings(properties.toSessionsSettings(), properties.toSessionSettings(),
				properties.toRetrySettings());
	}

}

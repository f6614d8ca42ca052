package io.github.connectapi.autoconfigure;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

import io.github.connectapi.autoconfigure.diagnostics.ConnectStartupException;
import io.github.connectapi.autoconfigure.diagnostics.StartupProblems;
import io.github.connectapi.autoconfigure.properties.ConfiguredConnection;
import io.github.connectapi.autoconfigure.properties.ConfiguredCredentials;
import io.github.connectapi.autoconfigure.properties.GettyConnectProperties;
import io.github.connectapi.retry.RetrySettings;
import io.github.connectapi.session.SessionSettings;

/**
 * Settings of the configured session manager.
 *
 * @param session the settings of the session
 * @param retry the settings of retries
 * @param shared lets the manager share its session; null if it does not
 */
record SessionManagerSettings(SessionSettings session, RetrySettings retry, @Nullable SharedSessionConfigurer shared) {

	/**
	 * Create the settings after validating all properties that the startup depends on.
	 * @param properties the properties
	 * @param connection the connection of the properties; null if it is not used
	 * @param credentials the credentials of the properties; null if they are not used
	 * @param beans the beans of the application
	 * @return the settings
	 * @throws ConnectStartupException with all problems
	 */
	static SessionManagerSettings of(GettyConnectProperties properties, @Nullable ConfiguredConnection connection,
			@Nullable ConfiguredCredentials credentials, ConfigurableListableBeanFactory beans) {
		StartupProblems problems = new StartupProblems();
		if (connection != null) {
			problems.collect(connection::getBaseUrl);
			problems.collect(connection::getSslBundle);
		}
		if (credentials != null) {
			problems.collect(credentials::get);
		}
		properties.validate(problems);
		SharedSessionConfigurer shared = properties.sharesSession() ? SharedSessionConfigurer.of(properties, beans,
				GettyConnectAutoConfiguration.SESSION_MANAGER_BEAN_NAME, problems) : null;
		problems.throwIfAny();
		return new SessionManagerSettings(properties.toSessionSettings(), properties.toRetrySettings(), shared);
	}

}

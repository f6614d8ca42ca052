package io.github.connectapi.autoconfigure;

import io.github.connectapi.retry.RetrySettings;
import io.github.connectapi.session.SessionSettings;

/**
 * What the manager is made with.
 *
 * @param session how it treats its session
 * @param retry how it repeats a request
 */
record ManagerSettings(SessionSettings session, RetrySettings retry) {

	/**
	 * Reads them, having looked for everything that would fail later on in this start.
	 */
	static ManagerSettings of(GettyConnectProperties properties, ConnectConnectionDetails details,
			boolean credentialsFromDetails) {
		PropertyProblems problems = new PropertyProblems();
		if (details instanceof PropertiesConnectConnectionDetails) {
			problems.collect(details::getBaseUrl);
			problems.collect(details::getSslBundle);
			if (credentialsFromDetails) {
				problems.collect(details::getCredentials);
			}
		}
		properties.check(problems);
		problems.throwIfAny();
		return new ManagerSettings(properties.getSession().toSettings(), properties.getRetry().toSettings());
	}

}

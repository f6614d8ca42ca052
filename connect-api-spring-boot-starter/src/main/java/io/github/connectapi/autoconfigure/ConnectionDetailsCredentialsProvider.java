package io.github.connectapi.autoconfigure;

import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.ConnectCredentialsProvider;

/**
 * {@link ConnectCredentialsProvider} that reads the connection details for each
 * acquisition, so that changed credentials are used without a restart.
 */
final class ConnectionDetailsCredentialsProvider implements ConnectCredentialsProvider {

	private final ConnectConnectionDetails details;

	ConnectionDetailsCredentialsProvider(ConnectConnectionDetails details) {
		this.details = details;
	}

	@Override
	public ConnectCredentials getCredentials() {
		return this.details.getCredentials();
	}

}

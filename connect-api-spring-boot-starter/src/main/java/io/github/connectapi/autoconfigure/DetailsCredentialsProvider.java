package io.github.connectapi.autoconfigure;

import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.ConnectCredentialsProvider;

/**
 * Asks the connection details each time, so that rotated credentials are taken up.
 */
record DetailsCredentialsProvider(ConnectConnectionDetails details) implements ConnectCredentialsProvider {

	@Override
	public ConnectCredentials getCredentials() {
		return this.details.getCredentials();
	}

	/** Whether the properties decide if there is a user. */
	boolean isOfProperties() {
		return this.details instanceof PropertiesConnectConnectionDetails;
	}

}

package io.github.connectapi.autoconfigure;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.ssl.SslBundle;

import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.autoconfigure.properties.ConfiguredConnection;
import io.github.connectapi.autoconfigure.properties.ConfiguredCredentials;
import io.github.connectapi.client.BaseUrl;

/**
 * Adapts the properties to {@link ConnectConnectionDetails}.
 */
final class PropertiesConnectConnectionDetails implements ConnectConnectionDetails {

	private final ConfiguredConnection connection;

	private final ConfiguredCredentials credentials;

	PropertiesConnectConnectionDetails(ConfiguredConnection connection, ConfiguredCredentials credentials) {
		this.connection = connection;
		this.credentials = credentials;
	}

	@Override
	public BaseUrl getBaseUrl() {
		return this.connection.getBaseUrl();
	}

	@Override
	public ConnectCredentials getCredentials() {
		return this.credentials.get();
	}

	@Override
	public @Nullable SslBundle getSslBundle() {
		return this.connection.getSslBundle();
	}

}

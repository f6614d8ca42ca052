package io.github.connectapi.autoconfigure;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;
import org.springframework.boot.ssl.SslBundle;

import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.client.BaseUrl;
import io.github.connectapi.client.TokenUri;

/**
 * Details required to establish a connection to the Connect API. A bean of this type
 * replaces the properties {@code base-url}, {@code allow-insecure-http},
 * {@code ssl.bundle} and the credentials, which are not required then.
 */
public interface ConnectConnectionDetails extends ConnectionDetails {

	/**
	 * Return the base URL of the Connect API. Called once, when the client is created.
	 * @return the base URL
	 */
	BaseUrl getBaseUrl();

	/**
	 * Return the token endpoint of OAuth 2, to which credentials of OAuth 2 are sent.
	 * Called once, when the client is created.
	 * @return the token URI; null to use the property {@code oauth2.token-uri}
	 */
	default @Nullable TokenUri getTokenUri() {
		return null;
	}

	/**
	 * Return the current credentials. Called for each acquisition of a session, with the
	 * contract of {@link io.github.connectapi.ConnectCredentialsProvider}.
	 * @return the credentials
	 */
	ConnectCredentials getCredentials();

	/**
	 * Return the SSL bundle with the trust material, keys and options of TLS. Called
	 * before each exchange. Return the same object as long as the bundle does not change,
	 * and a different one for the next exchange to use it.
	 * @return the bundle; null to use the trust store of the JVM
	 */
	default @Nullable SslBundle getSslBundle() {
		return null;
	}

}

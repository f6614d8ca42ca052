package io.github.connectapi.autoconfigure;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;
import org.springframework.boot.ssl.SslBundle;

import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.client.BaseUrl;

/**
 * Where the Connect API is and how to log in to it. The properties {@code base-url},
 * {@code allow-insecure-http}, {@code ssl.bundle} and the four credentials are one source
 * of it; an application with a bean of this type replaces them, and need not set them.
 */
public interface ConnectConnectionDetails extends ConnectionDetails {

	/**
	 * Where the Connect API is. Asked once, when the client is made.
	 * @return the base URL
	 */
	BaseUrl getBaseUrl();

	/**
	 * The credentials of the moment. Asked for each acquisition of a session, as
	 * {@link io.github.connectapi.ConnectCredentialsProvider} says.
	 * @return the credentials
	 */
	ConnectCredentials getCredentials();

	/**
	 * Trust, keys and options of TLS. Asked before each exchange: answer the same object
	 * as long as nothing changed, and another one to have the next exchange use it.
	 * @return the bundle, or null for the trust of the JVM
	 */
	default @Nullable SslBundle getSslBundle() {
		return null;
	}

}

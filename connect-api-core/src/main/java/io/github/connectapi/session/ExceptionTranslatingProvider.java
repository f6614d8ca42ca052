package io.github.connectapi.session;

import java.util.Objects;

import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.ConnectCredentialsProvider;

/**
 * The application's provider, from which only failures of ours come out.
 */
final class ExceptionTranslatingProvider implements ConnectCredentialsProvider {

	private final ConnectCredentialsProvider provider;

	ExceptionTranslatingProvider(ConnectCredentialsProvider provider) {
		this.provider = provider;
	}

	@Override
	public ConnectCredentials getCredentials() {
		try {
			return Objects.requireNonNull(this.provider.getCredentials(), "no credentials");
		}
		catch (RuntimeException ex) {
			throw SessionFailures.ofProvider(ex);
		}
	}

}

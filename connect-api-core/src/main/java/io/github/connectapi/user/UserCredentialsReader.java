package io.github.connectapi.user;

import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.session.SessionOwner.MissingCredentialsException;

/**
 * Reads the credentials of users, and checks that they are those of a user. Remembers for
 * a short time which keys have none.
 *
 * @param provider the provider
 * @param unknown the keys without credentials
 * @param nanoTime the monotonic clock
 */
record UserCredentialsReader(ConnectUserCredentials provider, UnknownKeys unknown, LongSupplier nanoTime) {

	/** Return the credentials of a user. */
	ConnectCredentials get(String key) {
		@Nullable ConnectCredentials credentials = this.provider.getCredentials(key);
		if (credentials == null) {
			this.unknown.add(key, this.nanoTime.getAsLong());
			throw new MissingCredentialsException(UserFailures.noCredentials());
		}
		if (credentials.userName().isEmpty()) {
			throw new MissingCredentialsException(UserFailures.noUserName());
		}
		return credentials;
	}

	String providerName() {
		return this.provider.getClass().getName();
	}

}

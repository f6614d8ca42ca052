package io.github.connectapi.user;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.ConnectCredentials;

/**
 * Strategy interface for providing the credentials of many users. It is called once for
 * each acquisition of a session of a user, and never when a session is only read.
 * <p>
 * It is called on threads of {@link ConnectSessions}, for several users at a time, and
 * may perform I/O. It should return when its thread is interrupted, which happens when
 * the deadline of the acquisition has expired. If it throws, the acquisition of this user
 * fails with a {@link io.github.connectapi.ConnectUnavailableException} and is tried
 * again later.
 */
@FunctionalInterface
public interface ConnectUserCredentials {

	/**
	 * Return the credentials of a user.
	 * @param key the key that was passed to {@link ConnectSessions#forUser(String)}
	 * @return credentials with a user name; null if there are none for this user
	 */
	@Nullable ConnectCredentials getCredentials(String key);

}

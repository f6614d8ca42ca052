package io.github.connectapi;

/**
 * Strategy interface for providing the current credentials. It is called once for each
 * acquisition of a session (its CreateSession or RenewSession) and never when a session
 * is only read, so rotated credentials are used without a restart. While acquisitions are
 * backing off because the server rejected the credentials, it is called every ten seconds
 * to detect a correction, unless the server sent a {@code Retry-After} or rejected three
 * consecutive corrections.
 * <p>
 * It is called on a thread of the session manager and may perform I/O. It should return
 * when that thread is interrupted, which happens when the deadline of the acquisition has
 * expired. If it throws, the acquisition fails with a {@link ConnectUnavailableException}
 * and is tried again later.
 */
@FunctionalInterface
public interface ConnectCredentialsProvider {

	/**
	 * Return the credentials to use now.
	 * @return the credentials
	 */
	ConnectCredentials getCredentials();

}

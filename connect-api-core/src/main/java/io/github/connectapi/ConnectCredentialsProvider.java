package io.github.connectapi;

/**
 * Knows the credentials of the moment. It is asked once for each acquisition of a session
 * (its CreateSession or RenewSession), never while a session is merely read, so rotated
 * credentials are taken up without a restart. While credentials are held back because the
 * server rejected them it is asked again every ten seconds, so that a correction is
 * noticed.
 * <p>
 * It is called on a thread of the session manager and may do I/O; it should end when that
 * thread is interrupted, which happens when the acquisition's deadline has passed. If it
 * throws, the acquisition fails with a {@link ConnectUnavailableException} and is tried
 * again later.
 */
@FunctionalInterface
public interface ConnectCredentialsProvider {

	/**
	 * The credentials to use now.
	 * @return the credentials
	 */
	ConnectCredentials getCredentials();

}

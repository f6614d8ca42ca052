package io.github.connectapi.test;

/**
 * What certificate the fake server shows over https. All are signed by the server's own
 * authority.
 */
public enum ServerCertificate {

	/** Good for {@code localhost} and {@code 127.0.0.1}. */
	VALID,

	/** Its time ended yesterday. */
	EXPIRED,

	/** Its time begins tomorrow. */
	NOT_YET_VALID,

	/** It names {@code other.invalid} and nothing else. */
	WRONG_HOST

}

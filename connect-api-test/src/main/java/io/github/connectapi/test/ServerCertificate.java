package io.github.connectapi.test;

import java.util.List;

import io.github.connectapi.test.server.Certificates;

/**
 * The certificate of the fake server for https. Each is signed by the server's own
 * certificate authority.
 */
public enum ServerCertificate {

	/** Valid for {@code localhost} and {@code 127.0.0.1}. */
	VALID(-2, 30),

	/** Expired one day ago. */
	EXPIRED(-2, -1),

	/** Valid from one day ahead. */
	NOT_YET_VALID(1, 30),

	/** Valid for {@code other.invalid} only. */
	WRONG_HOST(-2, 30);

	private final int validFrom;

	private final int validUntil;

	ServerCertificate(int validFrom, int validUntil) {
		this.validFrom = validFrom;
		this.validUntil = validUntil;
	}

	Certificates generate() {
		List<String> hosts = (this == WRONG_HOST) ? List.of("other.invalid") : List.of("localhost", "127.0.0.1");
		return new Certificates(this.validFrom, this.validUntil, hosts);
	}

}

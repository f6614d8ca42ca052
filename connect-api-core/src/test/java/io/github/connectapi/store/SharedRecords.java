package io.github.connectapi.store;

import java.time.Duration;

import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.ConnectSession;
import io.github.connectapi.Secret;

/**
 * Records and keys for tests.
 */
final class SharedRecords {

	static final ConnectCredentials CREDENTIALS = ConnectCredentials.of("system", "system-password", "user",
			"user-password");

	static final Secret SECRET = Secret.of("0123456789abcdef0123456789abcdef");

	private SharedRecords() {
	}

	static SharedRecord full() {
		ConnectSession session = ConnectSession.of("token+/=|#\u00e9\ud83d\ude00", Duration.ofMinutes(30))
			.withSecureToken("secure-token")
			.withAccountId("4711");
		return new SharedRecord(7, 1_700_000_000_000L, session, 3, 2, true, 1_700_000_060_000L, 1, 1_700_000_001_000L,
				1_700_000_002_000L, "CreateSession", "AUTH-007");
	}

	static SharedRecord withToken(String token) {
		return new SharedRecord(1, 1, ConnectSession.of(token, Duration.ofMinutes(30)).withSecureToken(token), 0, 0,
				false, 0, 0, 0, 0, null, null);
	}

	static SharedRecordKey key() {
		return key(CREDENTIALS);
	}

	static SharedRecordKey key(ConnectCredentials credentials) {
		return SharedRecordKey.derive("https://connect.gettyimages.com", "shop", credentials, SECRET);
	}

}

package io.github.connectapi.observation;

import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.test.FakeConnectServerBuilder;

/**
 * Credentials that the fake server accepts.
 */
final class FakeCredentials {

	private FakeCredentials() {
	}

	static ConnectCredentials get() {
		return ConnectCredentials.of(FakeConnectServerBuilder.SYSTEM_ID, FakeConnectServerBuilder.SYSTEM_PASSWORD,
				FakeConnectServerBuilder.USER_NAME, FakeConnectServerBuilder.USER_PASSWORD);
	}

}

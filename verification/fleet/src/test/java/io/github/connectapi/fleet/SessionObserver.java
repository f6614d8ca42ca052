package io.github.connectapi.fleet;

import java.time.Duration;

import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.ConnectSession;
import io.github.connectapi.client.BaseUrl;
import io.github.connectapi.client.ConnectClient;
import io.github.connectapi.session.ConnectSessionManager;
import io.github.connectapi.store.SharedSessionSettings;
import io.github.connectapi.test.FakeConnectServerBuilder;

/**
 * An instance in this JVM, which adopts the sessions of a fleet, and adds their tokens to
 * the texts that must not be found.
 */
final class SessionObserver implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private final Canaries canaries;

	private final ConnectClient client;

	private final ConnectSessionManager manager;

	private int sessions;

	private String token = "";

	SessionObserver(Fleet fleet, String userPassword, String secret, Canaries canaries) {
		this.canaries = canaries;
		this.client = ConnectClient.builder(BaseUrl.of(fleet.api().baseUrl(), true)).build();
		ConnectCredentials credentials = ConnectCredentials.of(FakeConnectServerBuilder.SYSTEM_ID,
				FakeConnectServerBuilder.SYSTEM_PASSWORD, FakeConnectServerBuilder.USER_NAME, userPassword);
		SharedSessionSettings settings = SharedSessionSettings.defaults()
			.withSecret(secret)
			.withPollInterval(Duration.ofSeconds(1))
			.withTimeouts(Duration.ofSeconds(20), Duration.ofSeconds(2));
		this.manager = ConnectSessionManager.builder(this.client, () -> credentials)
			.sharedSession(StoreFactory.create(fleet.store().address()), settings)
			.build();
	}

	/** Wait until the fleet has another session than before. */
	void awaitNextSession() {
		Waiting.until("another session", PATIENCE, () -> !current().token().reveal().equals(this.token));
		ConnectSession session = current();
		this.token = session.token().reveal();
		this.sessions++;
		this.canaries.add("token %d".formatted(this.sessions), this.token);
		session.secureToken()
			.ifPresent((secure) -> this.canaries.add("secure token %d".formatted(this.sessions), secure.reveal()));
	}

	private ConnectSession current() {
		return this.manager.getSession(PATIENCE);
	}

	@Override
	public void close() {
		this.manager.close();
		this.client.close();
	}

}

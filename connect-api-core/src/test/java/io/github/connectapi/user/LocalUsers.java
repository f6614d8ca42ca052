package io.github.connectapi.user;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.ConnectSession;
import io.github.connectapi.client.BaseUrl;
import io.github.connectapi.client.ConnectClient;
import io.github.connectapi.session.LocalSessionGroups;
import io.github.connectapi.session.SessionSettings;

/**
 * The sessions of many users without a server, on real clocks and threads.
 */
final class LocalUsers implements AutoCloseable {

	final AtomicInteger logins = new AtomicInteger();

	final ConnectSessions sessions;

	private final ConnectClient client = ConnectClient.builder(BaseUrl.of("https://localhost")).build();

	LocalUsers(ConnectSessionsSettings settings, ConnectUserCredentials provider,
			Function<ConnectCredentials, ConnectSession> login) {
		this.sessions = new DefaultConnectSessions(new ConnectSessionsBuilder(this.client, provider).settings(settings),
				LocalSessionGroups.create((credentials) -> {
					this.logins.incrementAndGet();
					return login.apply(credentials);
				}, SessionSettings.defaults(), System::nanoTime, InstantSource.system(), null));
	}

	static ConnectCredentials credentials(String key) {
		return credentials("system", key);
	}

	static ConnectCredentials credentials(String systemId, String key) {
		return ConnectCredentials.of(systemId, "system-password", key, "password");
	}

	static ConnectSession session(ConnectCredentials credentials) {
		String user = credentials.userName().orElseThrow();
		return ConnectSession.of("token-" + user, Duration.ofMinutes(30)).withAccountId(user);
	}

	@Override
	public void close() {
		this.sessions.close();
		this.client.close();
	}

}

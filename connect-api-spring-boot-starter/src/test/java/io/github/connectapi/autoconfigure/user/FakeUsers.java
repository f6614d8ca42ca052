package io.github.connectapi.autoconfigure.user;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.autoconfigure.FakeApplication;
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.FakeConnectServerBuilder;
import io.github.connectapi.user.ConnectUserCredentials;

/**
 * Users of a fake server, and an application without a session of its own.
 */
public final class FakeUsers implements ConnectUserCredentials {

	private final Map<String, ConnectCredentials> credentials = new ConcurrentHashMap<>();

	private final FakeConnectServer server;

	public FakeUsers(FakeConnectServer server) {
		this.server = server;
	}

	/** Add a user with the account of the fake server, or with a wrong password. */
	public FakeUsers with(String key, boolean correct) {
		ConnectCredentials accepted = FakeApplication.credentials(this.server);
		this.credentials.put(key, ConnectCredentials.of(accepted.systemId(), accepted.systemPassword().reveal(),
				accepted.userName().orElseThrow(), correct ? accepted.userPassword().orElseThrow().reveal() : "wrong"));
		return this;
	}

	/** Add a user with the account of the fake server and its API key. */
	public FakeUsers withOAuth2(String key) {
		ConnectCredentials accepted = FakeApplication.credentials(this.server);
		this.credentials.put(key,
				ConnectCredentials.ofOAuth2(FakeConnectServerBuilder.API_KEY, FakeConnectServerBuilder.API_SECRET,
						accepted.userName().orElseThrow(), accepted.userPassword().orElseThrow().reveal()));
		return this;
	}

	@Override
	public @Nullable ConnectCredentials getCredentials(String key) {
		return this.credentials.get(key);
	}

	/**
	 * An application with these users and only the addresses of the server. It waits
	 * long, because the first login of a JVM loads many classes, which takes more than
	 * the default timeout on a busy machine.
	 */
	public ApplicationContextRunner application() {
		return FakeApplication.bare()
			.withPropertyValues("getty.connect.base-url=" + this.server.baseUrl(),
					"getty.connect.oauth2.token-uri=" + this.server.tokenUri(), "getty.connect.session.wait-timeout=2m",
					"getty.connect.session.acquisition-timeout=2m")
			.withBean("users", ConnectUserCredentials.class, () -> this);
	}

}

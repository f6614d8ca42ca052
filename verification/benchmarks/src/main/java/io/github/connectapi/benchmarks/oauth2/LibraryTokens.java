package io.github.connectapi.benchmarks.oauth2;

import java.time.Duration;

import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.benchmarks.peer.TokenCache;
import io.github.connectapi.client.BaseUrl;
import io.github.connectapi.client.ConnectClient;
import io.github.connectapi.client.TokenUri;
import io.github.connectapi.rest.ConnectRestAccess;
import io.github.connectapi.session.ConnectSessionManager;
import io.github.connectapi.session.SessionSettings;

/**
 * The session manager of this library, with credentials of OAuth 2 for an application.
 */
final class LibraryTokens implements TokenCache {

	private static final ConnectCredentials CREDENTIALS = ConnectCredentials.ofOAuth2Application("key", "secret");

	private final ConnectClient client;

	private final ConnectSessionManager manager;

	LibraryTokens(AuthorizationServer server, Duration lifetime, Duration due) {
		this.client = ConnectClient.builder(BaseUrl.of(server.baseUrl()))
			.tokenUri(TokenUri.of(server.tokenUri()))
			.build();
		SessionSettings settings = SessionSettings.defaults()
			.withRenewal((double) due.toNanos() / lifetime.toNanos(), 0);
		this.manager = ConnectSessionManager.builder(this.client, () -> CREDENTIALS).settings(settings).build();
	}

	ConnectRestAccess restAccess(AuthorizationServer server) {
		return ConnectRestAccess.builder(this.client, this.manager, "key")
			.baseUrl(BaseUrl.of(server.baseUrl()))
			.build();
	}

	@Override
	public Object get() {
		return this.manager.getSession();
	}

	@Override
	public void close() {
		this.manager.close();
		this.client.close();
	}

}

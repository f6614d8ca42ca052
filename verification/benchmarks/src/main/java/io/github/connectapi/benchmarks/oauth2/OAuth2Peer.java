package io.github.connectapi.benchmarks.oauth2;

import java.time.Duration;

import io.github.connectapi.benchmarks.peer.TokenCache;

/**
 * The clients of OAuth 2 that are compared.
 */
public enum OAuth2Peer {

	/** The session manager. */
	SESSION_MANAGER("ConnectSessionManager"),

	/** The client of Spring Security. */
	SPRING_SECURITY("Spring Security OAuth2AuthorizedClientManager");

	private final String title;

	OAuth2Peer(String title) {
		this.title = title;
	}

	/**
	 * Return the title for a table.
	 * @return the title
	 */
	public String title() {
		return this.title;
	}

	/**
	 * Open a cache of the token of an application. It requests the token on the first
	 * read.
	 * @param server the server to call
	 * @param lifetime the lifetime of a token
	 * @param due the age of a token at which its renewal is due
	 * @return the cache
	 */
	public TokenCache open(AuthorizationServer server, Duration lifetime, Duration due) {
		return switch (this) {
			case SESSION_MANAGER -> new LibraryTokens(server, lifetime, due);
			case SPRING_SECURITY -> new SpringSecurityTokens(server, lifetime, due);
		};
	}

	/**
	 * Open a client of the resource, whose reads are requests for it.
	 * @param server the server to call
	 * @param lifetime the lifetime of a token
	 * @return the client
	 */
	public TokenCache openClient(AuthorizationServer server, Duration lifetime) {
		return switch (this) {
			case SESSION_MANAGER -> RestClientCalls.ofLibrary(server, lifetime);
			case SPRING_SECURITY -> RestClientCalls.ofSpringSecurity(server, lifetime);
		};
	}

}

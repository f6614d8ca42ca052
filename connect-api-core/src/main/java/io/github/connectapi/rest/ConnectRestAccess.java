package io.github.connectapi.rest;

import java.util.function.Consumer;

import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.util.Assert;
import org.springframework.web.client.RestClient;

import io.github.connectapi.client.BaseUrl;
import io.github.connectapi.client.ConnectClient;
import io.github.connectapi.session.ConnectSessionManager;
import io.github.connectapi.transport.RequestNotSentException;

/**
 * Access to the REST API v3 with an API key and the token of a session of OAuth 2, for
 * {@code RestClient.builder().apply(access)} or an HTTP service group. It sets the base
 * URL, the request factory and an interceptor of the builder, and nothing else anywhere.
 * <p>
 * The key and the token are sent to the scheme, host and port of the base URL only. No
 * redirect is followed. A token that the server calls invalid is reported to the session
 * manager, and the request is sent once more with another one. So is a GET or HEAD after
 * another 401 if the session has changed meanwhile. Nothing else is sent again.
 * Exceptions of the session manager go to the caller.
 * <p>
 * Thread-safe. Close it when it is no longer needed.
 */
public final class ConnectRestAccess implements Consumer<RestClient.Builder>, AutoCloseable {

	/** Base URL of the REST API of Getty Images. */
	public static final String DEFAULT_BASE_URL = "https://api.gettyimages.com";

	private final BaseUrl baseUrl;

	private final String apiKey;

	private final RestRequestFactory requestFactory;

	private final ConnectSessionManager sessions;

	private final RestInterceptor interceptor;

	/** Whether it uses the connections of another access, which closes them. */
	private final boolean derived;

	ConnectRestAccess(BaseUrl baseUrl, String apiKey, RestRequestFactory requestFactory, ConnectSessionManager sessions,
			boolean derived) {
		this.baseUrl = baseUrl;
		this.sessions = sessions;
		this.derived = derived;
		this.apiKey = apiKey;
		this.requestFactory = requestFactory;
		this.interceptor = new RestInterceptor(requestFactory.origin(), apiKey, sessions);
	}

	/**
	 * Create a builder.
	 * @param client the client whose TLS settings, proxies and timeouts are used; it is
	 * not closed
	 * @param sessions the manager of a session of OAuth 2; it is not closed
	 * @param apiKey the API key with which the session was acquired
	 * @return the builder
	 * @throws IllegalArgumentException if the key is blank or cannot be sent in a header
	 */
	public static ConnectRestAccessBuilder builder(ConnectClient client, ConnectSessionManager sessions,
			String apiKey) {
		return new ConnectRestAccessBuilder(client, sessions, apiKey);
	}

	/**
	 * Return an access that uses another session, for instance that of a user. It shares
	 * the connections of this one and ends with it. Closing it has no effect.
	 * @param sessions the manager of a session that was acquired with the same API key
	 * @return the access
	 */
	public ConnectRestAccess forSession(ConnectSessionManager sessions) {
		Assert.notNull(sessions, "The session manager must not be null");
		return new ConnectRestAccess(this.baseUrl, this.apiKey, this.requestFactory, sessions, true);
	}

	/**
	 * Return whether it is certain that a request had no effect, because not one byte of
	 * its last attempt was sent, so that it can be repeated. An attempt before that was
	 * refused because of its token.
	 * @param failure the exception of a {@code RestClient} to which this was applied
	 * @return false if a byte of the last attempt was sent, or if that is not known
	 */
	public static boolean isNotSent(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof RequestNotSentException) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Return whether the session is that of a user. Acquires one if there is none.
	 * @return false for the session of an application
	 * @throws io.github.connectapi.ConnectApiException if there is no session, as
	 * {@link ConnectSessionManager#getSession()} throws it
	 */
	public boolean hasUser() {
		return this.sessions.getSession().secureToken().isPresent();
	}

	/**
	 * Return the base URL.
	 * @return the base URL
	 */
	public BaseUrl baseUrl() {
		return this.baseUrl;
	}

	/**
	 * Configure a builder. A request factory that is set afterwards sends neither the key
	 * nor the token, and requests fail with an {@link IllegalStateException}.
	 * @param builder the builder
	 */
	@Override
	public void accept(RestClient.Builder builder) {
		ClientHttpRequestFactory factory = this.requestFactory;
		builder.baseUrl(this.baseUrl.toString()).requestFactory(factory).requestInterceptors((interceptors) -> {
			interceptors.removeIf((other) -> other instanceof RestInterceptor);
			interceptors.add(this.interceptor);
		});
	}

	/**
	 * Abort requests in progress and close the connections. Later requests fail, also
	 * those of accesses that {@link #forSession} returned.
	 */
	@Override
	public void close() {
		if (!this.derived) {
			this.requestFactory.close();
		}
	}

	/** Return a string without the API key. */
	@Override
	public String toString() {
		return "ConnectRestAccess[%s]".formatted(this.baseUrl);
	}

}

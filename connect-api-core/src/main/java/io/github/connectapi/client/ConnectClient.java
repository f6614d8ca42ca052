package io.github.connectapi.client;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.util.Assert;
import org.springframework.util.function.SingletonSupplier;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectClosedException;
import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.ConnectSession;
import io.github.connectapi.Secret;
import io.github.connectapi.operation.ConnectRequest;
import io.github.connectapi.operation.ConnectResponse;
import io.github.connectapi.transport.Transport;

/**
 * Client for the operations of the Connect API. Each method sends exactly one POST,
 * returns or throws within its timeout, not counting the code of customizers, and throws
 * a {@link ConnectApiException} if it fails. It never repeats, renews or caches anything.
 * Most applications use a {@link io.github.connectapi.session.ConnectSessionManager} on
 * top of it, and a {@link io.github.connectapi.call.ConnectApi} on top of both.
 * Thread-safe. Close it when it is no longer needed.
 */
public final class ConnectClient implements AutoCloseable {

	private final ExchangeSettings settings;

	private final Transport transport;

	/**
	 * Created lazily, so that the startup of an application does not load Jackson and
	 * {@code RestClient}, which are four fifths of the classes of a client.
	 */
	private final SingletonSupplier<ExchangeExecutor> executor;

	ConnectClient(ExchangeSettings settings, Transport transport) {
		this.settings = settings;
		this.transport = transport;
		this.executor = SingletonSupplier.of(() -> ExchangeFactory.createExecutor(this.settings, this.transport));
		if (!this.settings.customizers().isEmpty()) {
			// Created now, so that a customizer that throws is detected immediately.
			this.executor.obtain();
		}
	}

	/**
	 * Create a builder.
	 * @param baseUrl the base URL of the Connect API
	 * @return the builder
	 */
	public static ConnectClientBuilder builder(BaseUrl baseUrl) {
		return new ConnectClientBuilder(baseUrl);
	}

	/**
	 * Return the base URL of the Connect API.
	 * @return the base URL
	 */
	public BaseUrl baseUrl() {
		return this.settings.baseUrl();
	}

	/**
	 * Return the token endpoint for credentials of OAuth 2.
	 * @return the token URI
	 */
	public TokenUri tokenUri() {
		return this.settings.tokenUri();
	}

	/**
	 * Call CreateSession, which returns a session for credentials.
	 * @param credentials the credentials of a system and a user
	 * @param timeout the timeout, if it is shorter than the response timeout
	 * @return the new session
	 * @throws IllegalArgumentException if the credentials contain no user
	 */
	public ConnectSession createSession(ConnectCredentials credentials, Duration timeout) {
		Map<String, String> fields = systemFields(credentials);
		fields.put("UserName", credentials.userName().orElseThrow(ConnectClient::noUser));
		fields.put("UserPassword", credentials.userPassword().orElseThrow(ConnectClient::noUser).reveal());
		return acquireSession(SessionOperation.CREATE_SESSION, null, credentials, fields, timeout);
	}

	/**
	 * Call CreateApplicationSession, which returns a session without user, account and
	 * secure token for the credentials of a system.
	 * @param credentials the credentials; their user is not sent
	 * @param timeout the timeout, if it is shorter than the response timeout
	 * @return the new session
	 */
	public ConnectSession createApplicationSession(ConnectCredentials credentials, Duration timeout) {
		return acquireSession(SessionOperation.CREATE_APPLICATION_SESSION, null, credentials, systemFields(credentials),
				timeout);
	}

	/**
	 * Call RenewSession, which returns another session for a secure token that has not
	 * expired.
	 * @param secureToken the secure token of the session to renew
	 * @param credentials the credentials of the same system
	 * @param timeout the timeout, if it is shorter than the response timeout
	 * @return the renewed session, with its own tokens
	 */
	public ConnectSession renewSession(Secret secureToken, ConnectCredentials credentials, Duration timeout) {
		return acquireSession(SessionOperation.RENEW_SESSION, secureToken, credentials, systemFields(credentials),
				timeout);
	}

	/**
	 * Request a token of OAuth 2: by the grant {@code password} if the credentials
	 * contain a user, or else by {@code client_credentials}.
	 * @param credentials credentials of OAuth 2
	 * @param timeout the timeout, if it is shorter than the response timeout
	 * @return the new session, with a refresh token if the server sent one
	 * @throws IllegalArgumentException if the credentials are not of OAuth 2
	 */
	public ConnectSession requestToken(ConnectCredentials credentials, Duration timeout) {
		return requestToken(TokenGrant.of(credentials), credentials, null, timeout);
	}

	/**
	 * Request another token of OAuth 2 by the grant {@code refresh_token}.
	 * @param refreshToken the refresh token of the session to renew
	 * @param credentials the credentials with which it was acquired
	 * @param timeout the timeout, if it is shorter than the response timeout
	 * @return the renewed session, with a refresh token if the server sent another one
	 * @throws IllegalArgumentException if the credentials are not of OAuth 2
	 */
	public ConnectSession refreshToken(Secret refreshToken, ConnectCredentials credentials, Duration timeout) {
		return requestToken(TokenGrant.REFRESH_TOKEN, credentials, refreshToken, timeout);
	}

	/**
	 * Call any other operation. Wait if the maximum number of exchanges is in progress.
	 * @param request the request, with or without a coordination id
	 * @param token the token that the operation needs
	 * @param resultType the type of the result: a record or bean whose properties are the
	 * fields in lower camel case, a {@code JsonNode}, a {@code Map}, or {@code Void} for
	 * none
	 * @param timeout the timeout, including the wait for other exchanges; its own
	 * exchange takes at most the response timeout, or the timeout of the request if that
	 * is longer. If the timeout of the request is shorter, it applies instead
	 * @param <T> the type of the result
	 * @return the response with the status {@code Success} or {@code Warning}
	 * @throws IllegalArgumentException if the request cannot be written, or if a result
	 * type is given for an operation that has no result
	 */
	public <T> ConnectResponse<T> call(ConnectRequest request, Secret token, Class<T> resultType, Duration timeout) {
		Assert.notNull(resultType, "The result type must not be null; use Void for none");
		return call(request, token, ParameterizedTypeReference.forType(resultType), timeout);
	}

	/**
	 * Call any other operation and return a result of a generic type.
	 * @param request as for {@link #call(ConnectRequest, Secret, Class, Duration)}
	 * @param token the token that the operation needs
	 * @param resultType the type of the result, for instance a generic record
	 * @param timeout as for {@link #call(ConnectRequest, Secret, Class, Duration)}
	 * @param <T> the type of the result
	 * @return the response with the status {@code Success} or {@code Warning}
	 * @throws IllegalArgumentException if the request cannot be written, or if a result
	 * type is given for an operation that has no result
	 */
	public <T> ConnectResponse<T> call(ConnectRequest request, Secret token, ParameterizedTypeReference<T> resultType,
			Duration timeout) {
		Duration limit = request.timeout().filter((own) -> own.compareTo(timeout) < 0).orElse(timeout);
		return prepare(request, resultType).send(token, notNegative(limit));
	}

	/**
	 * Return the number of connections that are in use. A connection that is being opened
	 * is included.
	 * @return the number of connections
	 */
	public int activeConnections() {
		return this.transport.activeConnections();
	}

	/**
	 * Return the number of connections that are idle, and may be used again.
	 * @return the number of connections
	 */
	public int idleConnections() {
		return this.transport.idleConnections();
	}

	/**
	 * Close the connections that are idle now, for example before the application pauses.
	 * Open exchanges continue, and later ones open new connections.
	 */
	public void closeIdleConnections() {
		this.transport.closeIdleConnections();
	}

	/**
	 * Abort open exchanges and stop the threads of this client. Waiting and later calls
	 * fail with a {@link ConnectClosedException}.
	 */
	@Override
	public void close() {
		this.transport.close();
	}

	ExchangeSettings exchangeSettings() {
		return this.settings;
	}

	/** Create a transport with the same settings, for requests that are no calls. */
	Transport newTransport() {
		return this.transport.newTransport();
	}

	<T> PreparedRequest<T> prepare(ConnectRequest request, ParameterizedTypeReference<T> resultType) {
		return this.executor.obtain().prepare(request, resultType);
	}

	private ConnectSession requestToken(TokenGrant grant, ConnectCredentials credentials, @Nullable Secret refreshToken,
			Duration timeout) {
		Assert.isTrue(credentials.isOAuth2(), "A token endpoint needs credentials of OAuth 2");
		return this.executor.obtain()
			.requestToken(grant, this.settings.tokenUri(), credentials, refreshToken, notNegative(timeout));
	}

	private ConnectSession acquireSession(SessionOperation operation, @Nullable Secret token,
			ConnectCredentials credentials, Map<String, String> fields, Duration timeout) {
		return this.executor.obtain().acquireSession(operation, token, credentials, fields, notNegative(timeout));
	}

	// A very negative duration does not fit in nanoseconds.
	private static Duration notNegative(Duration timeout) {
		return timeout.isNegative() ? Duration.ZERO : timeout;
	}

	private static Map<String, String> systemFields(ConnectCredentials credentials) {
		Map<String, String> fields = new LinkedHashMap<>();
		fields.put("SystemId", credentials.systemId());
		fields.put("SystemPassword", credentials.systemPassword().reveal());
		return fields;
	}

	private static IllegalArgumentException noUser() {
		return new IllegalArgumentException("CreateSession needs credentials with a user name and a user password");
	}

}

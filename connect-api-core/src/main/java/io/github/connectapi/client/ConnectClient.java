package io.github.connectapi.client;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

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
 * Speaks the operations of the Connect API, one exchange at a time: it never repeats,
 * renews or remembers anything. Most applications want a
 * {@link io.github.connectapi.session.ConnectSessionManager} on top of it, and a
 * {@link io.github.connectapi.call.ConnectApi} on top of both. Thread-safe; close it when
 * it is no longer needed.
 * <p>
 * Each method sends exactly one POST and returns or throws before its time is over. What
 * is thrown is a {@link ConnectApiException}.
 */
public final class ConnectClient implements AutoCloseable {

	private final ExchangeSettings settings;

	private final Transport transport;

	/**
	 * Made with the first exchange: Jackson and {@code RestClient} are four fifths of the
	 * classes that a client would load while an application starts.
	 */
	private final SingletonSupplier<Exchanges> exchanges;

	ConnectClient(ConnectClientBuilder builder) {
		this.transport = new Transport(builder.transportSettings());
		this.settings = builder.exchangeSettings();
		this.exchanges = SingletonSupplier.of(() -> new Exchanges(this.settings, this.transport));
		if (!this.settings.customizers().isEmpty()) {
			// So that one that fails is noticed now.
			this.exchanges.obtain();
		}
	}

	/**
	 * Begins to build a client.
	 * @param baseUrl where the Connect API is
	 * @return a builder
	 */
	public static ConnectClientBuilder builder(BaseUrl baseUrl) {
		return new ConnectClientBuilder(baseUrl);
	}

	/**
	 * CreateSession: trades credentials for a session.
	 * @param credentials the credentials of a system and a user
	 * @param timeout how long it may take, if that is shorter than the response timeout
	 * @return a new session
	 * @throws IllegalArgumentException if the credentials name no user
	 */
	public ConnectSession createSession(ConnectCredentials credentials, Duration timeout) {
		Map<String, String> fields = systemFields(credentials);
		fields.put("UserName", credentials.userName().orElseThrow(ConnectClient::noUser));
		fields.put("UserPassword", credentials.userPassword().orElseThrow(ConnectClient::noUser).reveal());
		return this.exchanges.obtain().session(SessionOperation.CREATE_SESSION, null, credentials, fields, timeout);
	}

	/**
	 * CreateApplicationSession: trades the credentials of a system for a session without
	 * user, account and secure token.
	 * @param credentials the credentials; a user in them is not sent
	 * @param timeout how long it may take, if that is shorter than the response timeout
	 * @return a new session
	 */
	public ConnectSession createApplicationSession(ConnectCredentials credentials, Duration timeout) {
		return this.exchanges.obtain()
			.session(SessionOperation.CREATE_APPLICATION_SESSION, null, credentials, systemFields(credentials),
					timeout);
	}

	/**
	 * RenewSession: trades a secure token that has not expired for another session.
	 * @param secureToken the secure token of the session to extend
	 * @param credentials the credentials of the same system
	 * @param timeout how long it may take, if that is shorter than the response timeout
	 * @return the renewed session, with tokens of its own
	 */
	public ConnectSession renewSession(Secret secureToken, ConnectCredentials credentials, Duration timeout) {
		return this.exchanges.obtain()
			.session(SessionOperation.RENEW_SESSION, secureToken, credentials, systemFields(credentials), timeout);
	}

	/**
	 * Ends open exchanges and the threads of this client. Calls that wait and later calls
	 * fail with a {@link ConnectClosedException}.
	 */
	@Override
	public void close() {
		this.transport.close();
	}

	/**
	 * Calls any other operation.
	 * @param request what to call, with a coordination id or without
	 * @param token the token that the operation needs
	 * @param resultType what to make of the result: a record or bean whose properties are
	 * called as the fields in lower camel case, a {@code JsonNode}, a {@code Map}, or
	 * {@code Void} for none
	 * @param timeout how long it may take, if that is shorter than the response timeout
	 * @param <T> the type of the result
	 * @return what was answered under {@code Success} or {@code Warning}
	 * @throws IllegalArgumentException if the request cannot be written, or the operation
	 * has no result and one is wanted
	 */
	public <T> ConnectResponse<T> call(ConnectRequest request, Secret token, Class<T> resultType, Duration timeout) {
		return prepare(request, resultType).send(token, timeout);
	}

	/**
	 * Checks and writes a call before there is a token for it, so that one which cannot
	 * be sent does not cost a login. Sends nothing.
	 * @param request as for {@link #call}
	 * @param resultType as for {@link #call}
	 * @param <T> the type of the result
	 * @return the call, to be sent once or more
	 * @throws IllegalArgumentException if the request cannot be written, or the operation
	 * has no result and one is wanted
	 */
	public <T> PreparedCall<T> prepare(ConnectRequest request, Class<T> resultType) {
		return this.exchanges.obtain().prepare(request, resultType);
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

package io.github.connectapi.client;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectClosedException;
import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.ConnectFailure;
import io.github.connectapi.ConnectSession;
import io.github.connectapi.ConnectUnavailableException;
import io.github.connectapi.Secret;

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

	private final String baseUrl;

	private final Duration responseTimeout;

	private final Transport transport;

	private final RestClient restClient;

	private final int responseLimit;

	private final EnvelopeCodec codec = new EnvelopeCodec();

	private final OperationCodec operationCodec;

	private final AnswerReader reader;

	ConnectClient(ConnectClientBuilder builder) {
		this.baseUrl = builder.baseUrl.toString();
		this.responseTimeout = builder.responseTimeout;
		this.transport = new Transport(builder.transportSettings());
		this.restClient = builder.restClient(this.transport);
		this.responseLimit = builder.responseLimit;
		this.operationCodec = new OperationCodec(this.responseLimit);
		this.reader = new AnswerReader(builder.clock);
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
	 * @param atMost how long it may take, if that is shorter than the response timeout
	 * @return a new session
	 * @throws IllegalArgumentException if the credentials name no user
	 */
	public ConnectSession createSession(ConnectCredentials credentials, Duration atMost) {
		Map<String, String> fields = systemFields(credentials);
		fields.put("UserName", credentials.userName().orElseThrow(ConnectClient::noUser));
		fields.put("UserPassword", credentials.userPassword().orElseThrow(ConnectClient::noUser).reveal());
		return session(SessionOperation.CREATE_SESSION, null, credentials, fields, atMost);
	}

	/**
	 * CreateApplicationSession: trades the credentials of a system for a session without
	 * user, account and secure token.
	 * @param credentials the credentials; a user in them is not sent
	 * @param atMost how long it may take, if that is shorter than the response timeout
	 * @return a new session
	 */
	public ConnectSession createApplicationSession(ConnectCredentials credentials, Duration atMost) {
		return session(SessionOperation.CREATE_APPLICATION_SESSION, null, credentials, systemFields(credentials),
				atMost);
	}

	/**
	 * RenewSession: trades a secure token that has not expired for another session.
	 * @param secureToken the secure token of the session to extend
	 * @param credentials the credentials of the same system
	 * @param atMost how long it may take, if that is shorter than the response timeout
	 * @return the renewed session, with tokens of its own
	 */
	public ConnectSession renewSession(Secret secureToken, ConnectCredentials credentials, Duration atMost) {
		return session(SessionOperation.RENEW_SESSION, secureToken, credentials, systemFields(credentials), atMost);
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
	 * @param atMost how long it may take, if that is shorter than the response timeout
	 * @param <T> the type of the result
	 * @return what was answered under {@code Success} or {@code Warning}
	 * @throws IllegalArgumentException if the request cannot be written
	 */
	public <T> ConnectResponse<T> call(ConnectRequest request, Secret token, Class<T> resultType, Duration atMost) {
		ConnectOperation operation = request.operation();
		String id = request.coordinationId().orElseGet(() -> UUID.randomUUID().toString());
		byte[] body = this.operationCodec.encode(request, id, token);
		Answer answer = post(operation, id, body, Echo.of(token), atMost, this.responseLimit);
		Envelope<T> envelope = this.reader.read(operation, id, answer,
				(called, bytes) -> this.operationCodec.decode(called, bytes, resultType));
		return AnswerReader.response(operation, id, answer, envelope, resultType);
	}

	private ConnectSession session(SessionOperation session, @Nullable Secret token, ConnectCredentials credentials,
			Map<String, String> fields, Duration atMost) {
		ConnectOperation operation = session.operation();
		String id = UUID.randomUUID().toString();
		byte[] body = this.codec.encode(operation, token, id, fields);
		Answer answer = post(operation, id, body, Echo.of(token, credentials), atMost, EnvelopeCodec.LONGEST_BODY);
		return SessionReader.read(operation, id, this.reader.read(operation, id, answer, this.codec::decode).result());
	}

	private Answer post(ConnectOperation operation, String id, byte[] body, Echo echo, Duration atMost, int limit) {
		Duration timeout = (atMost.compareTo(this.responseTimeout) < 0) ? atMost : this.responseTimeout;
		SinglePost allowed = new SinglePost(URI.create(this.baseUrl + operation.path()), timeout, limit);
		try {
			return this.restClient.post()
				.uri(allowed.uri())
				.contentType(MediaType.APPLICATION_JSON)
				.attribute(TransportRequest.ALLOWED, allowed)
				.body((out) -> out.write(body))
				.exchangeForRequiredValue((sent, response) -> new Answer(response.getStatusCode().value(),
						response.getHeaders(), TransportResponse.bytes(response.getBody(), limit), echo));
		}
		catch (ResourceAccessException ex) {
			throw withoutAnswer(operation, id, (ex.getCause() != null) ? ex.getCause() : ex);
		}
	}

	private ConnectApiException withoutAnswer(ConnectOperation operation, String coordinationId, Throwable cause) {
		if (this.transport.isClosed()) {
			return new ConnectClosedException("The Connect client is closed");
		}
		String name = operation.toString();
		ConnectFailure failure = (cause instanceof RefusedRequestException) ? ConnectFailure.lasting(name, null)
				: ConnectFailure.passing(name, null);
		return new ConnectUnavailableException(name + " got no answer from " + this.baseUrl + ": " + cause.getMessage()
				+ " (coordination id " + coordinationId + ")", failure.withCoordinationId(coordinationId), cause);
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

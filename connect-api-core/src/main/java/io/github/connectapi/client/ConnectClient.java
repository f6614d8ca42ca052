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
 * Speaks the three session operations of the Connect API, one exchange at a time: it
 * never repeats, renews or remembers anything. Most applications want a
 * {@link io.github.connectapi.session.ConnectSessionManager} on top of it. Thread-safe;
 * close it when it is no longer needed.
 * <p>
 * Each method sends exactly one POST with a fresh coordination id and returns or throws
 * before its time is over. What is thrown is a {@link ConnectApiException}.
 */
public final class ConnectClient implements AutoCloseable {

	private final String baseUrl;

	private final Duration responseTimeout;

	private final Transport transport;

	private final RestClient restClient;

	private final EnvelopeCodec codec = new EnvelopeCodec();

	private final AnswerReader reader;

	ConnectClient(ConnectClientBuilder builder) {
		this.baseUrl = builder.baseUrl.toString();
		this.responseTimeout = builder.responseTimeout;
		this.transport = new Transport(builder.transportSettings());
		this.restClient = builder.restClient(this.transport);
		this.reader = new AnswerReader(this.codec, builder.clock);
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
		return exchange(ConnectOperation.CREATE_SESSION, null, credentials, fields, atMost);
	}

	/**
	 * CreateApplicationSession: trades the credentials of a system for a session without
	 * user, account and secure token.
	 * @param credentials the credentials; a user in them is not sent
	 * @param atMost how long it may take, if that is shorter than the response timeout
	 * @return a new session
	 */
	public ConnectSession createApplicationSession(ConnectCredentials credentials, Duration atMost) {
		return exchange(ConnectOperation.CREATE_APPLICATION_SESSION, null, credentials, systemFields(credentials),
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
		return exchange(ConnectOperation.RENEW_SESSION, secureToken, credentials, systemFields(credentials), atMost);
	}

	/**
	 * Ends open exchanges and the threads of this client. Calls that wait and later calls
	 * fail with a {@link ConnectClosedException}.
	 */
	@Override
	public void close() {
		this.transport.close();
	}

	private ConnectSession exchange(ConnectOperation operation, @Nullable Secret token, ConnectCredentials credentials,
			Map<String, String> fields, Duration atMost) {
		String coordinationId = UUID.randomUUID().toString();
		byte[] request = this.codec.encode(operation, token, coordinationId, fields);
		Duration timeout = (atMost.compareTo(this.responseTimeout) < 0) ? atMost : this.responseTimeout;
		try {
			Answer answer = post(new SinglePost(URI.create(this.baseUrl + operation.path()), timeout), request,
					Echo.of(token, credentials));
			return this.reader.read(operation, coordinationId, answer);
		}
		catch (ResourceAccessException ex) {
			throw withoutAnswer(operation, coordinationId, (ex.getCause() != null) ? ex.getCause() : ex);
		}
	}

	private Answer post(SinglePost allowed, byte[] request, Echo echo) {
		return this.restClient.post()
			.uri(allowed.uri())
			.contentType(MediaType.APPLICATION_JSON)
			.attribute(TransportRequest.ALLOWED, allowed)
			.body((out) -> out.write(request))
			.exchangeForRequiredValue((sent, response) -> new Answer(response.getStatusCode().value(),
					response.getHeaders(), response.getBody().readNBytes(EnvelopeCodec.LONGEST_BODY + 1), echo));
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

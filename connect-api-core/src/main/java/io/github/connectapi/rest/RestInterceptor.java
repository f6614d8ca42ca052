package io.github.connectapi.rest;

import java.io.IOException;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectSession;
import io.github.connectapi.session.ConnectSessionManager;

/**
 * Gets a session for each request, and sends a request once more if its token was
 * rejected.
 */
final class RestInterceptor implements ClientHttpRequestInterceptor {

	private final Origin origin;

	private final String apiKey;

	private final ConnectSessionManager sessions;

	RestInterceptor(Origin origin, String apiKey, ConnectSessionManager sessions) {
		this.origin = origin;
		this.apiKey = apiKey;
		this.sessions = sessions;
	}

	@Override
	public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
			throws IOException {
		if (!this.origin.isOf(request.getURI())) {
			return execution.execute(request, body);
		}
		ConnectSession session = this.sessions.getSession();
		ClientHttpResponse response = send(session, request, body, execution);
		if (response.getStatusCode().value() != HttpStatus.UNAUTHORIZED.value()) {
			return response;
		}
		ConnectSession next = replacement(session, response, request.getMethod());
		if (next == null) {
			return response;
		}
		response.close();
		return send(next, request, body, execution);
	}

	private ClientHttpResponse send(ConnectSession session, HttpRequest request, byte[] body,
			ClientHttpRequestExecution execution) throws IOException {
		RestCredentials credentials = new RestCredentials(this.apiKey, session.token());
		request.getAttributes().put(RestCredentials.ATTRIBUTE, credentials);
		ClientHttpResponse response = execution.execute(request, body);
		if (!credentials.isUsed()) {
			response.close();
			throw new IllegalStateException(
					"The request factory of the RestClient is not that of ConnectRestAccess, so the API key and the token were not sent. Apply the ConnectRestAccess after other settings of the builder, and do not replace the request factory.");
		}
		if (response.getStatusCode().is2xxSuccessful()) {
			this.sessions.confirm(session);
		}
		return response;
	}

	/** Return the session to send the request with once more; null for none. */
	private @Nullable ConnectSession replacement(ConnectSession rejected, ClientHttpResponse response,
			HttpMethod method) throws IOException {
		if (isTokenInvalid(response)) {
			this.sessions.invalidate(rejected);
			return another(rejected, newSession(response));
		}
		boolean safe = method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD);
		// The asset may be outside the agreement, so the token may be good.
		return safe ? another(rejected, currentSession()) : null;
	}

	/** Only this proves that the request had no effect. */
	private static boolean isTokenInvalid(ClientHttpResponse response) throws IOException {
		return response.getHeaders()
			.getOrEmpty(HttpHeaders.WWW_AUTHENTICATE)
			.stream()
			.anyMatch(BearerChallenge::isInvalidToken);
	}

	private ConnectSession newSession(ClientHttpResponse response) {
		try {
			return this.sessions.getSession();
		}
		catch (ConnectApiException ex) {
			response.close();
			throw ex;
		}
	}

	private @Nullable ConnectSession currentSession() {
		try {
			return this.sessions.getSession(Duration.ZERO);
		}
		catch (ConnectApiException ex) {
			// The response says more than this failure.
			return null;
		}
	}

	// The manager ignores reports soon after an accepted one.
	private static @Nullable ConnectSession another(ConnectSession rejected, @Nullable ConnectSession current) {
		return (current == null || current.token().equals(rejected.token())) ? null : current;
	}

}

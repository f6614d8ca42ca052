package io.github.connectapi.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * CreateSession as one writes it by hand in an afternoon: {@code java.net.http}, records
 * and Jackson.
 */
final class HandWrittenClient {

	private final HttpClient client = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.connectTimeout(Duration.ofSeconds(5))
		.build();

	private final JsonMapper mapper = JsonMapper.builder().build();

	private final URI uri;

	HandWrittenClient(String baseUrl) {
		this.uri = URI.create(baseUrl + "/v1/session/CreateSession");
	}

	Result createSession(String systemId, String systemPassword, String userName, String userPassword) {
		RequestHeader header = new RequestHeader(null, UUID.randomUUID().toString());
		Request request = new Request(header, new Credentials(systemId, systemPassword, userName, userPassword));
		HttpRequest post = HttpRequest.newBuilder(this.uri)
			.timeout(Duration.ofSeconds(10))
			.header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofByteArray(this.mapper.writeValueAsBytes(request)))
			.build();
		try {
			HttpResponse<byte[]> response = this.client.send(post, HttpResponse.BodyHandlers.ofByteArray());
			Answer answer = this.mapper.readValue(response.body(), Answer.class);
			if (response.statusCode() != 200 || !"success".equals(answer.header().status())) {
				throw new IllegalStateException("No session: " + answer.header());
			}
			return answer.result();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	record Request(@JsonProperty("RequestHeader") RequestHeader header,
			@JsonProperty("CreateSessionRequestBody") Credentials credentials) {
	}

	record RequestHeader(@JsonProperty("Token") @Nullable String token,
			@JsonProperty("CoordinationId") String coordinationId) {
	}

	record Credentials(@JsonProperty("SystemId") String systemId, @JsonProperty("SystemPassword") String systemPassword,
			@JsonProperty("UserName") String userName, @JsonProperty("UserPassword") String userPassword) {
	}

	record Answer(@JsonProperty("ResponseHeader") ResponseHeader header,
			@JsonProperty("CreateSessionResult") Result result) {
	}

	record ResponseHeader(@JsonProperty("Status") String status, @JsonProperty("StatusList") List<Object> statusList,
			@JsonProperty("CoordinationId") String coordinationId) {
	}

	record Result(@JsonProperty("AccountId") String accountId, @JsonProperty("SecureToken") String secureToken,
			@JsonProperty("Token") String token, @JsonProperty("TokenDurationMinutes") String minutes) {
	}

}

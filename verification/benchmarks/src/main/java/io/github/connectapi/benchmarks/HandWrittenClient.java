package io.github.connectapi.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;

import javax.net.ssl.SSLContext;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A minimal client for CreateSession and SearchForImages with {@code java.net.http},
 * records and Jackson. It is the baseline for {@code ConnectClient}.
 */
final class HandWrittenClient implements ExchangeClient {

	private final HttpClient client;

	private final JsonMapper mapper;

	private final URI session;

	private final URI search;

	HandWrittenClient(String baseUrl) {
		this(baseUrl, null);
	}

	HandWrittenClient(String baseUrl, @Nullable SSLContext tls) {
		this(baseUrl, tls, JsonMapper.builder().build());
	}

	private HandWrittenClient(String baseUrl, @Nullable SSLContext tls, JsonMapper mapper) {
		HttpClient.Builder builder = HttpClient.newBuilder()
			.version(HttpClient.Version.HTTP_1_1)
			.connectTimeout(TIMEOUT);
		this.client = (tls != null) ? builder.sslContext(tls).build() : builder.build();
		this.mapper = mapper;
		this.session = URI.create(baseUrl + "/v1/session/CreateSession");
		this.search = URI.create(baseUrl + "/v2/search/SearchForImages");
	}

	/** Create a client for typed searches. */
	static HandWrittenClient typed(String baseUrl) {
		return new HandWrittenClient(baseUrl, null, TypedSearch.mapper());
	}

	@Override
	public Object createSession() {
		SessionResponse response = exchange(this.session, SessionRequest.create(), SessionResponse.class);
		return requireSuccess(response.header(), response.result());
	}

	@Override
	public Object search() {
		SearchResponse response = exchange(this.search, SearchRequest.create(), SearchResponse.class);
		return requireSuccess(response.header(), response.result());
	}

	@Override
	public Object typedSearch() {
		TypedSearch.Response response = exchange(this.search, TypedSearch.Request.create(), TypedSearch.Response.class);
		return requireSuccess(response.header(), response.result());
	}

	static <T> T requireSuccess(ResponseHeader header, T result) {
		if (!"success".equals(header.status())) {
			throw new IllegalStateException("Request failed: %s".formatted(header));
		}
		return result;
	}

	/** End the threads of the client, which has a method for it from Java 21 on. */
	@Override
	public void close() {
		if (((Object) this.client) instanceof AutoCloseable closeable) {
			try {
				closeable.close();
			}
			catch (Exception ex) {
				throw new IllegalStateException(ex);
			}
		}
	}

	private <T> T exchange(URI uri, Object request, Class<T> type) {
		HttpRequest post = HttpRequest.newBuilder(uri)
			.timeout(TIMEOUT)
			.header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofByteArray(this.mapper.writeValueAsBytes(request)))
			.build();
		try {
			HttpResponse<byte[]> response = this.client.send(post, HttpResponse.BodyHandlers.ofByteArray());
			if (response.statusCode() != 200) {
				throw new IllegalStateException("Unexpected status %d".formatted(response.statusCode()));
			}
			return this.mapper.readValue(response.body(), type);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	record SessionRequest(@JsonProperty("RequestHeader") RequestHeader header,
			@JsonProperty("CreateSessionRequestBody") Credentials credentials) {

		static SessionRequest create() {
			return new SessionRequest(new RequestHeader(null, UUID.randomUUID().toString()),
					new Credentials("1", "system", "user", "password"));
		}

	}

	record RequestHeader(@JsonProperty("Token") @Nullable String token,
			@JsonProperty("CoordinationId") String coordinationId) {
	}

	record Credentials(@JsonProperty("SystemId") String systemId, @JsonProperty("SystemPassword") String systemPassword,
			@JsonProperty("UserName") String userName, @JsonProperty("UserPassword") String userPassword) {
	}

	record SessionResponse(@JsonProperty("ResponseHeader") ResponseHeader header,
			@JsonProperty("CreateSessionResult") SessionResult result) {
	}

	record ResponseHeader(@JsonProperty("Status") String status, @JsonProperty("StatusList") List<Object> statusList,
			@JsonProperty("CoordinationId") String coordinationId) {
	}

	record SearchRequest(@JsonProperty("RequestHeader") RequestHeader header,
			@JsonProperty("SearchForImagesRequestBody") SearchBody body) {

		static SearchRequest create() {
			return new SearchRequest(new RequestHeader("token", UUID.randomUUID().toString()),
					new SearchBody(new Query("tree"), new Options(25, 1)));
		}

	}

	record SearchBody(@JsonProperty("Query") Query query, @JsonProperty("ResultOptions") Options options) {
	}

	record Query(@JsonProperty("SearchPhrase") String phrase) {
	}

	record Options(@JsonProperty("ItemCount") int count, @JsonProperty("ItemStartNumber") int start) {
	}

	record SearchResponse(@JsonProperty("ResponseHeader") ResponseHeader header,
			@JsonProperty("SearchForImagesResult") SearchResult result) {
	}

	record SearchResult(@JsonProperty("ItemTotalCount") int total, @JsonProperty("Images") List<Image> images) {
	}

	record Image(@JsonProperty("ImageId") String id, @JsonProperty("Title") String title,
			@JsonProperty("Artist") String artist, @JsonProperty("UrlThumb") String thumb) {
	}

	record SessionResult(@JsonProperty("AccountId") String accountId, @JsonProperty("SecureToken") String secureToken,
			@JsonProperty("Token") String token, @JsonProperty("TokenDurationMinutes") String minutes) {
	}

}

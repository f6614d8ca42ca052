package io.github.connectapi.benchmarks;

import java.util.Objects;

import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.client.RestClient;

import io.github.connectapi.benchmarks.HandWrittenClient.SearchRequest;
import io.github.connectapi.benchmarks.HandWrittenClient.SearchResponse;
import io.github.connectapi.benchmarks.HandWrittenClient.SessionRequest;
import io.github.connectapi.benchmarks.HandWrittenClient.SessionResponse;

/**
 * A {@link RestClient} with the default settings of Spring.
 */
final class SpringClient implements ExchangeClient {

	private final RestClient client;

	private SpringClient(RestClient.Builder client, String baseUrl, ClientHttpRequestFactory factory) {
		this.client = client.baseUrl(baseUrl).requestFactory(factory).build();
	}

	static SpringClient overHttpComponents(String baseUrl) {
		return new SpringClient(RestClient.builder(), baseUrl, new HttpComponentsClientHttpRequestFactory());
	}

	static SpringClient overJdk(String baseUrl) {
		return new SpringClient(RestClient.builder(), baseUrl, new JdkClientHttpRequestFactory());
	}

	/** Create a client for typed searches. */
	static SpringClient typedOverJdk(String baseUrl) {
		RestClient.Builder client = RestClient.builder()
			.configureMessageConverters((converters) -> converters.registerDefaults()
				.withJsonConverter(new JacksonJsonHttpMessageConverter(TypedSearch.mapper())));
		return new SpringClient(client, baseUrl, new JdkClientHttpRequestFactory());
	}

	@Override
	public Object createSession() {
		SessionResponse response = exchange("/v1/session/CreateSession", SessionRequest.create(),
				SessionResponse.class);
		return HandWrittenClient.requireSuccess(response.header(), response.result());
	}

	@Override
	public Object search() {
		SearchResponse response = exchange("/v2/search/SearchForImages", SearchRequest.create(), SearchResponse.class);
		return HandWrittenClient.requireSuccess(response.header(), response.result());
	}

	@Override
	public Object typedSearch() {
		TypedSearch.Response response = exchange("/v2/search/SearchForImages", TypedSearch.Request.create(),
				TypedSearch.Response.class);
		return HandWrittenClient.requireSuccess(response.header(), response.result());
	}

	private <T> T exchange(String path, Object request, Class<T> type) {
		return Objects.requireNonNull(this.client.post()
			.uri(path)
			.contentType(MediaType.APPLICATION_JSON)
			.body(request)
			.retrieve()
			.body(type));
	}

	@Override
	public void close() {
		// The process ends after the benchmark.
	}

}

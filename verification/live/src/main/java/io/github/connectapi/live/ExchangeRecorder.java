package io.github.connectapi.live;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRequest;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.util.StreamUtils;

/**
 * Records the responses, and refuses every operation that is not needed, so that nothing
 * can be bought or changed. Not thread-safe.
 */
final class ExchangeRecorder implements ClientHttpRequestInterceptor {

	private static final Set<String> OPERATIONS = Set.of("CreateSession", "RenewSession", "SearchForImages");

	private final JsonMapper mapper = JsonMapper.builder().build();

	private final List<Exchange> exchanges = new ArrayList<>();

	@Override
	public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
			throws IOException {
		String path = request.getURI().getPath();
		if (!OPERATIONS.contains(path.substring(path.lastIndexOf('/') + 1))) {
			throw new IllegalStateException("The check sends nothing but %s".formatted(OPERATIONS));
		}
		ClientHttpResponse response = execution.execute(request, body);
		byte[] content = StreamUtils.copyToByteArray(response.getBody());
		MediaType type = response.getHeaders().getContentType();
		this.exchanges.add(new Exchange(path, response.getStatusCode().value(), Objects.toString(type, ""), parse(body),
				parse(content)));
		return new RecordedResponse(response, new ByteArrayInputStream(content));
	}

	private JsonNode parse(byte[] content) {
		try {
			return this.mapper.readTree(content);
		}
		catch (JacksonException ex) {
			return MissingNode.getInstance();
		}
	}

	/** Return the last exchange. */
	Exchange last() {
		if (this.exchanges.isEmpty()) {
			throw new IllegalStateException("No response was received");
		}
		return this.exchanges.get(this.exchanges.size() - 1);
	}

	int count() {
		return this.exchanges.size();
	}

	/** A response whose body was read. */
	private record RecordedResponse(ClientHttpResponse response, InputStream content) implements ClientHttpResponse {

		@Override
		public HttpStatusCode getStatusCode() throws IOException {
			return this.response.getStatusCode();
		}

		@Override
		public String getStatusText() throws IOException {
			return this.response.getStatusText();
		}

		@Override
		public HttpHeaders getHeaders() {
			return this.response.getHeaders();
		}

		@Override
		public InputStream getBody() {
			return this.content;
		}

		@Override
		public void close() {
			this.response.close();
		}

	}

}

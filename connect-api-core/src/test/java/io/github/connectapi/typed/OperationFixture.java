package io.github.connectapi.typed;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

import io.github.connectapi.call.CallFixture;
import io.github.connectapi.call.ConnectApi;
import io.github.connectapi.operation.ConnectOperation;
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.Fault;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An API and a fake server for the typed form of one operation.
 */
public final class OperationFixture implements AutoCloseable {

	private static final JsonMapper MAPPER = JsonMapper.builder()
		.propertyNamingStrategy(PropertyNamingStrategies.UPPER_CAMEL_CASE)
		.build();

	private final CallFixture fixture = CallFixture.create();

	private final ConnectOperation operation;

	public final FakeConnectServer server = this.fixture.server;

	public final ConnectApi connect = this.fixture.connect;

	public OperationFixture(ConnectOperation operation) {
		this.operation = operation;
	}

	/** Assert that a request is sent as the given JSON. */
	public void assertRequest(Object request, String json) {
		respond("{}");
		this.connect.call(this.operation, request, JsonNode.class);
		assertThat(lastRequest()).isEqualTo(MAPPER.readTree(json));
	}

	/** Return the body of the last request, without its envelope. */
	public JsonNode lastRequest() {
		var requests = this.server.requests(this.operation.name());
		return MAPPER.readTree(requests.get(requests.size() - 1).body())
			.path(this.operation.requestKey().orElseThrow());
	}

	/**
	 * Assert that a result with all fields is read, and written as the same JSON again.
	 */
	public <T> T assertResult(@Nullable Object request, String json, Class<T> type) {
		T result = read(request, json, type);
		// Written as text, because the nodes of an int and a long are not equal.
		assertThat(MAPPER.readTree(MAPPER.writeValueAsString(result))).isEqualTo(MAPPER.readTree(json));
		return result;
	}

	/** Return a result that the server returned as the given JSON. */
	public <T> T read(@Nullable Object request, String json, Class<T> type) {
		respond(json);
		return this.connect.call(this.operation, request, type);
	}

	/** Let the server return the given result once. */
	public void respond(String json) {
		this.server.enqueue(this.operation.name(), Fault.result(json));
	}

	@Override
	public void close() {
		this.fixture.close();
	}

}

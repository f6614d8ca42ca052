package io.github.connectapi.call;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mockito.MockedStatic;
import org.slf4j.MDC;
import tools.jackson.databind.JsonNode;

import io.github.connectapi.operation.ConnectOperations;
import io.github.connectapi.operation.ConnectRequest;
import io.github.connectapi.test.Fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mockStatic;

/**
 * The coordination id in the MDC.
 */
class LogContextTests {

	private final List<@Nullable String> seen = new CopyOnWriteArrayList<>();

	private final CallFixture fixture = CallFixture.withClient(
			(client) -> client.customizer((builder) -> builder.requestInterceptor((request, body, execution) -> {
				if (request.getURI().getPath().endsWith("GetCountries")) {
					recordId();
				}
				return execution.execute(request, body);
			})));

	private boolean nested;

	@AfterEach
	void close() {
		MDC.clear();
		this.fixture.close();
	}

	@Test
	void whenACallIsExecutedThenTheContextContainsItsIdOnlyDuringTheCall() {
		call("one");
		assertThat(this.seen).containsExactly("one");
		assertThat(MDC.get(LogContext.KEY)).isNull();
	}

	@Test
	void whenTheCallerSetsNoIdThenTheContextContainsTheGeneratedId() {
		String id = this.fixture.connect
			.exchange(ConnectRequest.of(ConnectOperations.GET_COUNTRIES, Map.of()), JsonNode.class)
			.coordinationId();
		assertThat(this.seen).containsExactly(id);
	}

	@Test
	void whenACallFailsThenTheContextIsRestored() {
		MDC.put(LogContext.KEY, "outer");
		this.fixture.server.enqueue("GetCountries", Fault.error("NoAgreement", null));
		CallFixture.failure(() -> call("one"));
		assertThat(MDC.get(LogContext.KEY)).isEqualTo("outer");
	}

	@Test
	void whenCallsAreNestedThenEachHasItsOwnId() {
		this.nested = true;
		call("one");
		assertThat(this.seen).containsExactly("two", "one");
		assertThat(MDC.get(LogContext.KEY)).isNull();
	}

	@Test
	void whenTheContextThrowsThenTheCallSucceeds() {
		this.fixture.manager.getSession();
		this.fixture.server.enqueue("GetEventDetails", Fault.result("{}"));
		try (MockedStatic<MDC> broken = mockStatic(MDC.class, (invocation) -> {
			throw new IllegalStateException("a context of an application");
		})) {
			this.fixture.connect.exchange(
					ConnectRequest.of(ConnectOperations.GET_EVENT_DETAILS, Map.of()).withCoordinationId("one"),
					JsonNode.class);
			broken.verify(() -> MDC.put(LogContext.KEY, "one"));
		}
	}

	private void call(String id) {
		this.fixture.connect.exchange(
				ConnectRequest.of(ConnectOperations.GET_COUNTRIES, Map.of()).withCoordinationId(id), JsonNode.class);
	}

	private void recordId() {
		if (this.nested) {
			this.nested = false;
			call("two");
		}
		String id = MDC.get(LogContext.KEY);
		this.seen.add((id != null) ? id : "none");
	}

}

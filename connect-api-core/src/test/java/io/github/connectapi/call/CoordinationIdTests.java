package io.github.connectapi.call;

import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import io.github.connectapi.operation.ConnectOperations;
import io.github.connectapi.operation.ConnectRequest;
import io.github.connectapi.operation.ConnectResponse;
import io.github.connectapi.test.Fault;
import io.github.connectapi.test.ReceivedRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Coordination ids of calls.
 */
@ExtendWith(OutputCaptureExtension.class)
class CoordinationIdTests {

	private static final String ECHO = "/ResponseHeader/CoordinationId";

	private final CallFixture fixture = CallFixture.create();

	private final ConnectRequest request = ConnectRequest.of(ConnectOperations.GET_COUNTRIES, Map.of());

	@AfterEach
	void close() {
		this.fixture.close();
	}

	@Test
	void whenTheCallerSetsNoIdThenOneIsGeneratedForEachCall() {
		String first = exchange(this.request).coordinationId();
		String second = exchange(this.request).coordinationId();
		assertThat(first).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}").isNotEqualTo(second);
		assertThat(this.fixture.server.requests("GetCountries")).extracting(ReceivedRequest::coordinationId)
			.containsExactly(first, second);
	}

	@Test
	void whenTheCallerSetsAnIdThenItIsSentAndReturned() {
		assertThat(exchange(this.request.withCoordinationId("Order-7")).coordinationId()).isEqualTo("Order-7");
		assertThat(this.fixture.server.requests("GetCountries").get(0).coordinationId()).isEqualTo("Order-7");
	}

	@Test
	void whenACallIsRepeatedOrReplayedThenItKeepsItsId() {
		this.fixture.server.enqueue("GetCountries", Fault.status(503), Fault.error("AUTH-012", null));
		String id = exchange(this.request).coordinationId();
		assertThat(this.fixture.server.requests("GetCountries")).extracting(ReceivedRequest::coordinationId)
			.containsExactly(id, id, id);
	}

	@Test
	void whenACallFailsThenTheFailureContainsItsId() {
		this.fixture.server.enqueue("GetCountries", Fault.error("NoAgreement", "No."));
		assertThat(CallFixture.failure(() -> exchange(this.request.withCoordinationId("Order-7"))))
			.hasMessageContaining("Order-7")
			.extracting((failure) -> failure.coordinationId().orElseThrow())
			.isEqualTo("Order-7");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "a b", "line\nbreak", "\u001b[31m", "a\u2028b", "a\u202eb" })
	void whenAnIdIsNotASingleVisibleWordThenItIsRejected(String id) {
		assertThatIllegalArgumentException().isThrownBy(() -> this.request.withCoordinationId(id));
	}

	@Test
	void whenAnIdIsTooLongThenItIsRejected() {
		assertThat(this.request.withCoordinationId("x".repeat(256)).coordinationId()).isPresent();
		assertThatIllegalArgumentException().isThrownBy(() -> this.request.withCoordinationId("x".repeat(257)));
	}

	@Test
	void whenAnotherIdIsEchoedThenAWarningIsLoggedAndTheResultIsReturned(CapturedOutput output) {
		this.fixture.server.enqueue("GetCountries", Fault.normal().set(ECHO, "other\nid"));
		assertThat(exchange(this.request.withCoordinationId("Order-7")).result().isObject()).isTrue();
		assertThat(output.toString().lines().filter((line) -> line.contains("an unexpected coordination id")))
			.singleElement()
			.asString()
			.contains("WARN", "operation=GetCountries", "sent=Order-7", "received=other\\u000aid");
		assertThat(this.fixture.server.count("GetCountries")).isOne();
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", "  ", " ORDER-7 " })
	void whenTheEchoIsBlankOrDiffersOnlyInCaseThenNothingIsLogged(String echo, CapturedOutput output) {
		this.fixture.server.enqueue("GetCountries", Fault.normal().set(ECHO, echo));
		exchange(this.request.withCoordinationId("Order-7"));
		assertThat(output).doesNotContain("an unexpected coordination id");
	}

	private ConnectResponse<JsonNode> exchange(ConnectRequest request) {
		return this.fixture.connect.exchange(request, JsonNode.class);
	}

}

package io.github.connectapi.call;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectProtocolException;
import io.github.connectapi.client.BaseUrl;
import io.github.connectapi.client.ConnectClient;
import io.github.connectapi.operation.ConnectOperations;
import io.github.connectapi.test.Fault;
import io.github.connectapi.test.StreamFault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Responses up to the maximum size and beyond.
 */
@Timeout(60)
class ResponseSizeTests {

	private static final int DEFAULT = 5 * 1024 * 1024;

	private static final String HEAD = "{\"ResponseHeader\":{\"Status\":\"success\"},\"ReportUsageResponseBody\":{\"Id\":\"";

	private static final String TAIL = "\"}}";

	@ParameterizedTest
	@ValueSource(ints = { DEFAULT + 1, 10 * 1024 * 1024 })
	void whenAResponseExceedsTheLimitThenItIsAProtocolError(int length) {
		try (CallFixture fixture = CallFixture.create()) {
			respond(fixture, length);
			assertTooLong(fixture);
		}
	}

	@Test
	void whenAResponseIsAsLongAsTheLimitThenItIsRead() {
		try (CallFixture fixture = CallFixture.create()) {
			respond(fixture, DEFAULT);
			assertThat(call(fixture)).isEqualTo(DEFAULT - HEAD.length() - TAIL.length());
		}
	}

	@Test
	void whenTheLimitIsSetThenItApplies() {
		try (CallFixture fixture = CallFixture.withClient((client) -> client.maxResponseSize(1000))) {
			respond(fixture, 1000);
			assertThat(call(fixture)).isEqualTo(1000 - HEAD.length() - TAIL.length());
			respond(fixture, 1001);
			assertTooLong(fixture);
		}
	}

	@Test
	void whenTheLimitIsRaisedThenTenMegabytesAreRead() {
		try (CallFixture fixture = CallFixture.withClient((client) -> client.maxResponseSize(2 * DEFAULT))) {
			respond(fixture, 2 * DEFAULT);
			assertThat(call(fixture)).isEqualTo(2 * DEFAULT - HEAD.length() - TAIL.length());
		}
	}

	@Test
	void whenOnlySpacesExceedTheLimitThenTheResponseIsTooLong() {
		try (CallFixture fixture = CallFixture.withClient((client) -> client.maxResponseSize(1000))) {
			fixture.server.enqueue("ReportUsage",
					Fault.status(200).body("application/json", text(900) + " ".repeat(101)));
			assertTooLong(fixture);
		}
	}

	@Test
	void whenAResponseIsEndlessThenReadingEndsAtTheLimit() {
		try (CallFixture fixture = CallFixture.create()) {
			fixture.server.enqueue("ReportUsage", StreamFault.endless());
			assertTooLong(fixture);
		}
	}

	@Test
	void whenAnErrorStatusHasALongBodyThenTheStatusDecides() {
		try (CallFixture fixture = CallFixture.withClient((client) -> client.maxResponseSize(1000))) {
			fixture.server.enqueue("ReportUsage", Fault.status(404).body("text/html", "x".repeat(5000)));
			assertThat(CallFixture.failure(() -> call(fixture))).hasMessageContaining("HTTP 404");
		}
	}

	@Test
	void whenASessionResponseIsLongThenItsOwnLimitApplies() {
		try (CallFixture fixture = CallFixture.create()) {
			fixture.server.always("CreateSession", Fault.normal().set("/Filler", "x".repeat(64 * 1024)));
			assertThat(CallFixture.failure(() -> call(fixture))).hasMessageContaining("longer than 65536 bytes");
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { Integer.MIN_VALUE, 0, 1024 * 1024 * 1024 + 1 })
	void whenTheLimitIsOutOfRangeThenItIsRejected(int limit) {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> ConnectClient.builder(BaseUrl.of(BaseUrl.DEFAULT)).maxResponseSize(limit));
	}

	@Test
	void whenAResponseIsTooLongThenTheRequestIsNotRepeated() {
		try (CallFixture fixture = CallFixture.withClient((client) -> client.maxResponseSize(1000))) {
			fixture.server.always("GetCountries", Fault.status(200).body("application/json", text(1001)));
			assertTooLong(CallFixture.failure(() -> fixture.connect.call(ConnectOperations.GET_COUNTRIES, Map.of())));
			assertThat(fixture.server.count("GetCountries")).isOne();
		}
	}

	private static void respond(CallFixture fixture, int length) {
		fixture.server.enqueue("ReportUsage", Fault.status(200).body("application/json", text(length)));
	}

	private static String text(int length) {
		return HEAD + "x".repeat(length - HEAD.length() - TAIL.length()) + TAIL;
	}

	private static int call(CallFixture fixture) {
		JsonNode result = fixture.connect.call(ConnectOperations.REPORT_USAGE, Map.of(), JsonNode.class);
		return result.path("Id").asString().length();
	}

	private static void assertTooLong(CallFixture fixture) {
		assertTooLong(CallFixture.failure(() -> call(fixture)));
	}

	private static void assertTooLong(ConnectApiException failure) {
		assertThat(failure).isExactlyInstanceOf(ConnectProtocolException.class).hasMessageContaining("longer than");
		assertThat(failure.isTransient()).isFalse();
	}

}

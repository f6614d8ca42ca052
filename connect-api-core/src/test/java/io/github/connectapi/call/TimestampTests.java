package io.github.connectapi.call;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.connectapi.ConnectProtocolException;
import io.github.connectapi.operation.ConnectOperations;
import io.github.connectapi.test.Fault;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Formats of timestamps in a result.
 */
class TimestampTests {

	private final CallFixture fixture = CallFixture.create();

	@AfterEach
	void close() {
		this.fixture.close();
	}

	@ParameterizedTest
	@CsvSource({ "/Date(1294868991374-0800)/,2011-01-12T21:49:51.374Z",
			"/Date(1294868991374+0530)/,2011-01-12T21:49:51.374Z", "/Date(1294868991374)/,2011-01-12T21:49:51.374Z",
			"/Date(-1)/,1969-12-31T23:59:59.999Z", "2011-05-14T12:00:00,2011-05-14T12:00:00Z",
			"2011-05-14T12:00:00.5Z,2011-05-14T12:00:00.500Z", "2011-05-14T12:00:00-08:00,2011-05-14T20:00:00Z",
			"2011-05-14T12:00,2011-05-14T12:00:00Z", "2011-05-14T12:00:00+0530,2011-05-14T06:30:00Z",
			"2011-05-14T12:00:00.25-0800,2011-05-14T20:00:00.250Z", "2011-05-14T12:00:00+02,2011-05-14T10:00:00Z",
			"2011-05-14,2011-05-14T00:00:00Z" })
	void whenATimestampHasAKnownFormatThenItIsRead(String text, Instant expected) {
		assertThat(read("\"" + text + "\"").dateCreated()).isEqualTo(expected);
	}

	@ParameterizedTest
	@ValueSource(strings = { "null", "\"\"" })
	void whenThereIsNoTimestampThenItIsNull(String json) {
		assertThat(read(json).dateCreated()).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"canary\"", "\" \"", "\"/Date(canary)/\"", "\"/Date(12345678901234567)/\"",
			"\"/Date(1)/x\"", "\"2011-13-14T12:00:00\"", "\"2011-05\"", "\"2011-02-30\"", "\"2011-05-14Z\"",
			"\"2011-05-14T12:00:00+05300\"", "1294868991374", "{}", "[1]", "true" })
	void whenATimestampIsInvalidThenTheResultCannotBeConverted(String json) {
		assertThat(CallFixture.failure(() -> read(json))).isExactlyInstanceOf(ConnectProtocolException.class)
			.hasMessageContaining("at DateCreated")
			.hasMessageNotContaining("canary");
	}

	private Dated read(String json) {
		this.fixture.server.enqueue("GetEventDetails", Fault.result("{\"DateCreated\":" + json + "}"));
		return this.fixture.connect.call(ConnectOperations.GET_EVENT_DETAILS, Map.of(), Dated.class);
	}

	record Dated(@Nullable Instant dateCreated) {
	}

}

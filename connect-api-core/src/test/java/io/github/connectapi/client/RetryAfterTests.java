package io.github.connectapi.client;

import java.time.Duration;
import java.time.InstantSource;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.HttpHeaders;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Values of the header, at noon on Monday, 1 June 2015.
 */
class RetryAfterTests {

	@ParameterizedTest
	@CsvSource({ "0,PT0S", "1,PT1S", "' 120 ',PT2M", "3600,PT1H", "007,PT7S" })
	void whenSecondsAreGivenThenTheyAreTheDelay(String value, Duration delay) {
		assertThat(read(value)).isEqualTo(delay);
	}

	@ParameterizedTest
	@CsvSource({ "'Mon, 01 Jun 2015 12:00:07 GMT',PT7S", "'Mon, 01 Jun 2015 13:00:00 GMT',PT1H",
			"'Monday, 01-Jun-15 12:00:07 GMT',PT7S" })
	void whenADateIsGivenThenTheDelayEndsAtThatDate(String value, Duration delay) {
		assertThat(read(value)).isEqualTo(delay);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Mon, 01 Jun 2015 11:59:59 GMT", "Thu, 01 Jan 1970 00:00:00 GMT" })
	void whenTheDateIsInThePastThenTheDelayIsZero(String value) {
		assertThat(read(value)).isEqualTo(Duration.ZERO);
	}

	@ParameterizedTest
	@ValueSource(strings = { "3601", "86400", "999999999", "9999999999", "99999999999999999999999",
			"Mon, 01 Jun 2015 13:00:01 GMT", "Fri, 01 Jan 2100 00:00:00 GMT" })
	void whenTheDelayIsLongThenItIsCappedAtAnHour(String value) {
		assertThat(read(value)).isEqualTo(Duration.ofHours(1));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "soon", "-1", "1.5", "+5", "5 seconds", "\u0665", "Mon, 32 Jun 2015 12:00:00 GMT",
			"2015-06-01T12:00:07Z" })
	void whenTheValueIsInvalidThenItIsTreatedAsAbsent(String value) {
		assertThat(read(value)).isNull();
	}

	@Test
	void whenTheHeaderIsAbsentThenThereIsNoDelay() {
		assertThat(RetryAfter.read(new HttpHeaders(), InstantSource.fixed(ResponseFixture.NOW))).isNull();
	}

	private static @Nullable Duration read(String value) {
		HttpHeaders headers = new HttpHeaders();
		headers.add("retry-after", value);
		return RetryAfter.read(headers, InstantSource.fixed(ResponseFixture.NOW));
	}

}

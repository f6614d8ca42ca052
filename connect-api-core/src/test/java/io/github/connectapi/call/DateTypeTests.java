package io.github.connectapi.call;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonFormat;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.github.connectapi.ConnectProtocolException;
import io.github.connectapi.operation.ConnectOperations;
import io.github.connectapi.test.Fault;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Types of dates in requests and results.
 */
class DateTypeTests {

	private final CallFixture fixture = CallFixture.create();

	@AfterEach
	void close() {
		this.fixture.close();
	}

	@ParameterizedTest
	@CsvSource({ "/Date(1294868991374-0800)/,2011-01-12T13:49:51.374-08:00",
			"/Date(1294868991374+0530)/,2011-01-13T03:19:51.374+05:30",
			"/Date(1294868991374)/,2011-01-12T21:49:51.374Z", "2011-05-14T12:00:00-08:00,2011-05-14T12:00:00-08:00",
			"2011-05-14T12:00:00,2011-05-14T12:00:00Z", "2011-05-14,2011-05-14T00:00:00Z" })
	void whenADateIsReadThenLocalTypesAreInTheOffsetThatWasSent(String text, OffsetDateTime expected) {
		Dates dates = read(text);
		assertThat(dates.instant()).isEqualTo(expected.toInstant());
		assertThat(dates.offset()).isEqualTo(expected);
		assertThat(dates.offset().getOffset()).isEqualTo(expected.getOffset());
		assertThat(dates.zoned()).isEqualTo(expected.toZonedDateTime());
		assertThat(dates.localTime()).isEqualTo(expected.toLocalDateTime());
		assertThat(dates.local()).isEqualTo(expected.toLocalDate());
		assertThat(dates.date()).isEqualTo(Date.from(expected.toInstant()));
		assertThat(readParts(text)).isEqualTo(parts(expected));
	}

	@Test
	void whenAPartOfADateIsReadThenItMayBeAlone() {
		OffsetDateTime date = OffsetDateTime.parse("2014-01-14T10:20:00-08:00");
		Parts alone = readParts("10:20:00", "10:20:00-08:00", "2014", "2014-01", "--01-14");
		assertThat(alone).isEqualTo(parts(date));
		this.fixture.server.enqueue("GetEventDetails", Fault.result("{\"Year\":2014}"));
		assertThat(this.fixture.connect.call(ConnectOperations.GET_EVENT_DETAILS, Map.of(), Parts.class).year())
			.isEqualTo(Year.of(2014));
	}

	@ParameterizedTest
	@ValueSource(strings = { "canary", "/Date(1+9900)/", "2011-13-14", "25:00" })
	void whenAPartOfADateIsInvalidThenTheResultCannotBeConverted(String text) {
		assertThat(CallFixture.failure(() -> readParts(text))).isExactlyInstanceOf(ConnectProtocolException.class)
			.hasMessageContaining("at LocalTime")
			.hasMessageNotContaining("canary");
	}

	@Test
	void whenARequestHasPartsOfDatesThenTheyHaveTheFormOfThePart() {
		JsonNode request = write(parts(OffsetDateTime.parse("2014-01-14T10:20:00.123456789-08:00")));
		assertThat(request.path("LocalTime").asString()).isEqualTo("10:20:00");
		assertThat(request.path("OffsetTime").asString()).isEqualTo("10:20:00-08:00");
		assertThat(request.path("Year").asString()).isEqualTo("2014");
		assertThat(request.path("YearMonth").asString()).isEqualTo("2014-01");
		assertThat(request.path("MonthDay").asString()).isEqualTo("--01-14");
	}

	@Test
	void whenADateIsEmptyThenEachTypeIsNull() {
		assertThat(read("")).isEqualTo(new Dates(null, null, null, null, null, null));
		assertThat(readParts("")).isEqualTo(new Parts(null, null, null, null, null));
	}

	@ParameterizedTest
	@ValueSource(strings = { "canary", "/Date(1+9900)/", "2011-13-14" })
	void whenADateIsInvalidThenTheResultCannotBeConverted(String text) {
		assertThat(CallFixture.failure(() -> read(text))).isExactlyInstanceOf(ConnectProtocolException.class)
			.hasMessageContaining("at Instant")
			.hasMessageNotContaining("canary");
	}

	@Test
	void whenARequestHasDatesThenTheyHaveTheDocumentedForm() {
		OffsetDateTime date = OffsetDateTime.parse("2014-01-14T10:20:00.123456789-08:00");
		JsonNode request = write(new Dates(date.toInstant(), date, date.toZonedDateTime(), date.toLocalDateTime(),
				date.toLocalDate(), Date.from(date.toInstant())));
		assertThat(request.path("Instant").asString()).isEqualTo("2014-01-14T18:20:00Z");
		assertThat(request.path("Offset").asString()).isEqualTo("2014-01-14T10:20:00-08:00");
		assertThat(request.path("Zoned").asString()).isEqualTo("2014-01-14T10:20:00-08:00");
		assertThat(request.path("LocalTime").asString()).isEqualTo("2014-01-14T10:20:00");
		assertThat(request.path("Local").asString()).isEqualTo("2014-01-14");
		assertThat(request.path("Date").asString()).isEqualTo("2014-01-14T18:20:00Z");
	}

	@Test
	void whenAMapHasDatesThenTheyHaveTheDocumentedForm() {
		JsonNode request = write(Map.of("StartDate", LocalDate.parse("2014-01-14"), "EndDate", Instant.EPOCH));
		assertThat(request.path("StartDate").asString()).isEqualTo("2014-01-14");
		assertThat(request.path("EndDate").asString()).isEqualTo("1970-01-01T00:00:00Z");
	}

	@Test
	void whenAPropertyHasItsOwnFormThenThatIsWritten() {
		assertThat(write(new Own(LocalDate.parse("2014-01-14"))).path("Date").asString()).isEqualTo("14.01.2014");
	}

	private Dates read(String text) {
		this.fixture.server.enqueue("GetEventDetails", Fault
			.result("{'Instant':'%1$s','Offset':'%1$s','Zoned':'%1$s','LocalTime':'%1$s','Local':'%1$s','Date':'%1$s'}"
				.formatted(text)
				.replace('\'', '"')));
		return this.fixture.connect.call(ConnectOperations.GET_EVENT_DETAILS, Map.of(), Dates.class);
	}

	private Parts readParts(String text) {
		return readParts(text, text, text, text, text);
	}

	private Parts readParts(String localTime, String offsetTime, String year, String yearMonth, String monthDay) {
		this.fixture.server.enqueue("GetEventDetails",
				Fault.result("{'LocalTime':'%s','OffsetTime':'%s','Year':'%s','YearMonth':'%s','MonthDay':'%s'}"
					.formatted(localTime, offsetTime, year, yearMonth, monthDay)
					.replace('\'', '"')));
		return this.fixture.connect.call(ConnectOperations.GET_EVENT_DETAILS, Map.of(), Parts.class);
	}

	private static Parts parts(OffsetDateTime date) {
		return new Parts(date.toLocalTime(), date.toOffsetTime(), Year.from(date), YearMonth.from(date),
				MonthDay.from(date));
	}

	private JsonNode write(Object body) {
		this.fixture.connect.call(ConnectOperations.GET_COUNTRIES, body);
		return JsonMapper.shared()
			.readTree(this.fixture.server.requests("GetCountries").get(0).body())
			.path("GetCountriesRequestBody");
	}

	record Dates(@Nullable Instant instant, @Nullable OffsetDateTime offset, @Nullable ZonedDateTime zoned,
			@Nullable LocalDateTime localTime, @Nullable LocalDate local, @Nullable Date date) {
	}

	record Parts(@Nullable LocalTime localTime, @Nullable OffsetTime offsetTime, @Nullable Year year,
			@Nullable YearMonth yearMonth, @Nullable MonthDay monthDay) {
	}

	record Own(@JsonFormat(pattern = "dd.MM.yyyy") LocalDate date) {
	}

}

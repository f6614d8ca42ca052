package io.github.connectapi.test.search;

import io.github.connectapi.test.DocumentedFields;
import io.github.connectapi.test.RawClient;
import io.github.connectapi.test.catalog.Catalog;
import io.github.connectapi.test.catalog.Event;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class GetEventDetailsTests {

	private static final Event EVENT = Catalog.get().events().get(2);

	private final SearchFixture fixture = new SearchFixture();

	GetEventDetailsTests() throws Exception {
	}

	@AfterEach
	void close() {
		this.fixture.close();
	}

	@Test
	void whenEventIsKnownThenResultHasAllFields() throws Exception {
		JsonNode envelope = details("[%d]".formatted(EVENT.id()));
		assertThat(RawClient.status(envelope)).isEqualTo("success");
		JsonNode results = envelope.at("/GetEventDetailsResult/EventResult");
		DocumentedFields.of("Event Object", "EventId Integer", "Status String").verifyEach(results);
		assertThat(results.at("/0/Status").asString()).isEqualTo("Success");
		JsonNode event = results.at("/0/Event");
		DocumentedFields
			.of("ChildEventCount Integer", "EditorialSegments Collection", "EventId Integer", "EventName String",
					"ImageCount Integer", "Location Collection", "RepresentativeImageId String", "StartDate String")
			.verify(event);
		DocumentedFields.of("City String", "Country String", "StateProvince String", "Venue String")
			.verifyEach(event.path("Location"));
		assertThat(event.path("EventName").asString()).isEqualTo(EVENT.name());
		assertThat(event.path("StartDate").asString())
			.isEqualTo("/Date(%d-0800)/".formatted(EVENT.startDate().toInstant().toEpochMilli()));
	}

	@Test
	void whenEventIsKnownThenItsCountIsTheTotalOfASearch() throws Exception {
		JsonNode event = details("[%d]".formatted(EVENT.id())).at("/GetEventDetailsResult/EventResult/0/Event");
		assertThat(SearchFixture.total(this.fixture.images("{'EventId': %d}".formatted(EVENT.id()), "{}")))
			.isEqualTo(event.path("ImageCount").asInt());
	}

	@Test
	void whenSomeEventsAreUnknownThenEachHasAStatus() throws Exception {
		JsonNode envelope = details("[1, '%d']".formatted(EVENT.id()));
		assertThat(RawClient.status(envelope)).isEqualTo("warning");
		assertThat(RawClient.code(envelope)).isEqualTo("EventNotFound");
		JsonNode results = envelope.at("/GetEventDetailsResult/EventResult");
		assertThat(results).hasSize(2);
		assertThat(results.at("/0/EventId").asInt()).isEqualTo(1);
		assertThat(results.at("/0/Status").asString()).isEqualTo("Not Found");
		assertThat(results.at("/0/Event").isNull()).isTrue();
		assertThat(results.at("/1/Status").asString()).isEqualTo("Success");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', value = { "[1, 2] | EventNotFound", "[] | MissingEventIds",
			"null | MissingEventIds", "['a'] | InvalidRequest", "[4294967296] | InvalidRequest", "1 | InvalidRequest" })
	void whenIdsAreNotValidThenCodeNamesIt(String ids, String code) throws Exception {
		JsonNode envelope = details(ids);
		assertThat(RawClient.status(envelope)).isEqualTo("error");
		assertThat(RawClient.code(envelope)).isEqualTo(code);
	}

	@Test
	void whenTokenIsOfApplicationThenItIsAccepted() throws Exception {
		String token = RawClient.token(this.fixture.client.createApplicationSession(), "Token");
		JsonNode envelope = this.fixture.client.call("/v1/search/GetEventDetails", token, "GetEventDetailsRequestBody",
				SearchFixture.arguments("{'EventIds': [%d]}".formatted(EVENT.id())));
		assertThat(RawClient.status(envelope)).isEqualTo("success");
	}

	private JsonNode details(String ids) throws Exception {
		return this.fixture.call("/v1/search/GetEventDetails", "GetEventDetailsRequestBody",
				"{'EventIds': %s}".formatted(ids));
	}

}

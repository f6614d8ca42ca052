package io.github.connectapi.test.search;

import java.util.ArrayList;
import java.util.List;

import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.RawClient;
import io.github.connectapi.test.catalog.Image;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class PagingTests {

	private final SearchFixture fixture = new SearchFixture();

	PagingTests() throws Exception {
	}

	@AfterEach
	void close() {
		this.fixture.close();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "0 | 1 | InvalidItemCount", "-1 | 1 | InvalidItemCount", "76 | 1 | MaxExceeded",
					"1 | 0 | InvalidItemStartNumber", "1 | -5 | InvalidItemStartNumber", "many | 1 | InvalidRequest",
					"1.5 | 1 | InvalidRequest", "25 | 1e99 | InvalidRequest" })
	void whenPageIsNotValidThenCodeNamesIt(String count, String start, String code) throws Exception {
		JsonNode envelope = search(this.fixture, "tree", "'%s'".formatted(count), "'%s'".formatted(start));
		assertThat(RawClient.status(envelope)).isEqualTo("error");
		assertThat(RawClient.code(envelope)).isEqualTo(code);
	}

	@ParameterizedTest
	@CsvSource({ "null,1,ItemCount is required.", "1,null,ItemStartNumber is required." })
	void whenPageIsMissingThenMessageNamesField(String count, String start, String message) throws Exception {
		JsonNode envelope = search(this.fixture, "tree", count, start);
		assertThat(RawClient.code(envelope)).isEqualTo("InvalidRequest");
		assertThat(envelope.findValue("Message").asString()).isEqualTo(message);
	}

	@Test
	void whenThereAreNoOptionsThenRequestIsInvalid() throws Exception {
		JsonNode envelope = this.fixture.version2("{'Query': {'SearchPhrase': 'tree'}}");
		assertThat(RawClient.code(envelope)).isEqualTo("InvalidRequest");
	}

	@ParameterizedTest
	@ValueSource(strings = { "tree", "dog", "food", "music", "family", "business", "travel", "people", "football",
			"family with dog" })
	void whenPagesAreReadThenTheyContainEachImageOnce(String phrase) throws Exception {
		List<Image> images = new ArrayList<>();
		int total = SearchFixture.total(search(this.fixture, phrase, "1", "1"));
		for (int start = 1; start <= total; start += 10) {
			JsonNode envelope = search(this.fixture, phrase, "10", Integer.toString(start));
			assertThat(envelope.findValue("ItemCount").asInt()).isEqualTo(SearchFixture.found(envelope).size());
			assertThat(envelope.findValue("ItemStartNumber").asInt()).isEqualTo(start);
			images.addAll(SearchFixture.found(envelope));
		}
		assertThat(images).hasSize(total).doesNotHaveDuplicates();
	}

	@Test
	void whenNothingMatchesThenResultIsEmptyWithWarning() throws Exception {
		JsonNode envelope = search(this.fixture, "submarine", "25", "1");
		assertThat(RawClient.status(envelope)).isEqualTo("warning");
		assertThat(RawClient.code(envelope)).isEqualTo("NoImages");
		assertThat(envelope.at("/SearchForImagesResult/Images").isEmpty()).isTrue();
		assertThat(SearchFixture.total(envelope)).isZero();
	}

	@Test
	void whenPageIsAfterTheLastThenResultIsEmptyWithWarning() throws Exception {
		int total = SearchFixture.total(search(this.fixture, "tree", "1", "1"));
		JsonNode envelope = search(this.fixture, "tree", "25", Integer.toString(total + 1));
		assertThat(RawClient.status(envelope)).isEqualTo("warning");
		assertThat(RawClient.code(envelope)).isEqualTo("StartPastTotal");
		assertThat(envelope.at("/SearchForImagesResult/Images").isEmpty()).isTrue();
		assertThat(envelope.findValue("ItemCount").asInt()).isZero();
		assertThat(SearchFixture.total(envelope)).isEqualTo(total);
		assertThat(RawClient.status(search(this.fixture, "tree", "25", Integer.toString(total)))).isEqualTo("success");
	}

	@ParameterizedTest
	@CsvSource({ "submarine,1,NoImages", "tree,2147483647,StartPastTotal" })
	void whenEmptyPagesAreErrorsThenThereIsNoResult(String phrase, String start, String code) throws Exception {
		try (SearchFixture strict = new SearchFixture(FakeConnectServer.builder().emptyPagesAsErrors(true))) {
			JsonNode envelope = search(strict, phrase, "25", start);
			assertThat(RawClient.status(envelope)).isEqualTo("error");
			assertThat(RawClient.code(envelope)).isEqualTo(code);
			assertThat(envelope.path("SearchForImagesResult").isNull()).isTrue();
		}
	}

	private static JsonNode search(SearchFixture fixture, String phrase, String count, String start) throws Exception {
		return fixture.version2("""
				{'Language': 'en-us', 'Query': {'SearchPhrase': '%s'}, 'Filter': {},
				'ResultOptions': {'ItemCount': %s, 'ItemStartNumber': %s}}
				""".formatted(phrase, count, start));
	}

}

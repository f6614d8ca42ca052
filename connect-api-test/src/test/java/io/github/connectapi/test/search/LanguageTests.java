package io.github.connectapi.test.search;

import io.github.connectapi.test.RawClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class LanguageTests {

	private final SearchFixture fixture = new SearchFixture();

	LanguageTests() throws Exception {
	}

	@AfterEach
	void close() {
		this.fixture.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "de", "en-gb", "en-US", "es", "fr", "it", "ja", "ko", "nl", "pt-PT", "ru", "sv" })
	void whenLanguageIsSupportedThenThereIsNoStatusEntry(String language) throws Exception {
		JsonNode envelope = search("'%s'".formatted(language));
		assertThat(RawClient.status(envelope)).isEqualTo("success");
		assertThat(envelope.at("/ResponseHeader/StatusList").isEmpty()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "null", "''" })
	void whenLanguageIsMissingThenDefaultIsInformation(String language) throws Exception {
		JsonNode envelope = search(language);
		assertThat(RawClient.status(envelope)).isEqualTo("success");
		assertThat(RawClient.code(envelope)).isEqualTo("DefaultLanguageUsed");
		assertThat(envelope.at("/ResponseHeader/StatusList/0/Type").asString()).isEqualTo("Information");
	}

	@Test
	void whenLanguageIsNotSupportedThenDefaultIsWarning() throws Exception {
		JsonNode envelope = search("'tlh'");
		assertThat(RawClient.status(envelope)).isEqualTo("warning");
		assertThat(RawClient.code(envelope)).isEqualTo("DefaultLanguageUsed");
		assertThat(SearchFixture.total(envelope)).isPositive();
	}

	@Test
	void whenLanguageIsNoTagThenItIsNotRecognized() throws Exception {
		assertThat(RawClient.code(search("'English (US)'"))).isEqualTo("InvalidLanguageCode");
	}

	private JsonNode search(String language) throws Exception {
		return this.fixture.version2(
				"{'Query': {'SearchPhrase': 'tree'}, 'Language': %s, %s}".formatted(language, SearchFixture.OPTIONS));
	}

}

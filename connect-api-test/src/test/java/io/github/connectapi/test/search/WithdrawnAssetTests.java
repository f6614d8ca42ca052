package io.github.connectapi.test.search;

import java.util.List;

import io.github.connectapi.test.RawClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class WithdrawnAssetTests {

	private SearchFixture fixture;

	@BeforeEach
	void start() throws Exception {
		this.fixture = new SearchFixture();
	}

	@AfterEach
	void close() {
		this.fixture.close();
	}

	@Test
	void whenImageIsWithdrawnThenSearchDoesNotFindIt() throws Exception {
		String query = "{'SearchPhrase': 'old oak tree'}";
		JsonNode before = this.fixture.images(query, "{}");
		this.fixture.server.withdraw("90000001");
		JsonNode after = this.fixture.images(query, "{}");
		assertThat(before.findValuesAsString("ImageId")).contains("90000001");
		assertThat(after.findValuesAsString("ImageId")).doesNotContain("90000001");
		assertThat(SearchFixture.total(after)).isEqualTo(SearchFixture.total(before) - 1);
	}

	@Test
	void whenImageIsWithdrawnThenItHasNoDetails() throws Exception {
		this.fixture.server.withdraw("90000001");
		JsonNode envelope = this.fixture.call("/v1/search/GetImageDetails", "GetImageDetailsRequestBody",
				"{'ImageIds': ['90000001', '90000002'], 'Language': 'en-us'}");
		assertThat(RawClient.status(envelope)).isEqualTo("warning");
		assertThat(RawClient.code(envelope)).isEqualTo("ImageNotFound");
		assertThat(envelope.findValuesAsString("ImageId")).isEqualTo(List.of("90000002"));
	}

	@Test
	void whenVideoIsWithdrawnThenSearchDoesNotFindIt() throws Exception {
		int total = SearchFixture.total(this.fixture.videos("{'SearchPhrase': 'tree'}", "{}"));
		this.fixture.server.withdraw("80000001");
		JsonNode byPhrase = this.fixture.videos("{'SearchPhrase': 'tree'}", "{}");
		assertThat(SearchFixture.total(byPhrase)).isEqualTo(total - 1);
		JsonNode byId = this.fixture.videos("{'AssetIds': ['80000001', '80000002']}", "{}");
		assertThat(byId.findValuesAsString("AssetId")).isEqualTo(List.of("80000002"));
		assertThat(RawClient.code(byId)).isEqualTo("InvalidAssets");
	}

	@Test
	void whenServerIsResetThenImageIsBack() throws Exception {
		this.fixture.server.withdraw("90000001");
		this.fixture.server.reset();
		String token = RawClient.token(this.fixture.client.createSession(), "Token");
		JsonNode envelope = this.fixture.client.call("/v1/search/GetImageDetails", token, "GetImageDetailsRequestBody",
				SearchFixture.arguments("{'ImageIds': ['90000001']}"));
		assertThat(envelope.findValuesAsString("ImageId")).isEqualTo(List.of("90000001"));
	}

}

package io.github.connectapi.test.rest;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

import io.github.connectapi.test.RawClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(30)
class ImageSearchTests {

	private static final String CREATIVE = "/v3/search/images/creative";

	private final RestFixture rest = new RestFixture();

	@AfterEach
	void close() {
		this.rest.close();
	}

	@Test
	void whenSearchedThenImagesHaveSummary() throws Exception {
		HttpResponse<String> response = this.rest.get(CREATIVE + "?phrase=old%20tree", null);
		assertThat(response.statusCode()).isEqualTo(200);
		JsonNode image = RestFixture.image(response);
		assertThat(image.propertyNames()).containsExactlyInAnyOrder("id", "asset_family", "caption", "collection_code",
				"collection_id", "collection_name", "display_sizes", "license_model", "max_dimensions", "title");
		assertThat(image.path("id").asString()).isEqualTo("90000001");
		assertThat(image.path("asset_family").asString()).isEqualTo("creative");
		assertThat(image.path("license_model").asString()).isEqualTo("royaltyfree");
		assertThat(image.at("/max_dimensions/width").asInt()).isPositive();
		assertThat(image.at("/display_sizes/0/name").asString()).isEqualTo("thumb");
		assertThat(this.rest.get(file(image.at("/display_sizes/0/uri").asString()), null, null).statusCode())
			.isEqualTo(200);
	}

	@Test
	void whenSearchedThenFamilyIsThatOfThePath() throws Exception {
		assertThat(count(CREATIVE)).isEqualTo(363);
		assertThat(count("/v3/search/images/editorial")).isEqualTo(87);
	}

	@Test
	void whenPagesAreReadThenEachImageIsFoundOnce() throws Exception {
		List<String> ids = new ArrayList<>();
		int count = count(CREATIVE + "?phrase=tree");
		for (int page = 1; page <= (count + 24) / 25; page++) {
			ids.addAll(RestFixture.ids(this.rest.get(CREATIVE + "?phrase=tree&page_size=25&page=" + page, null)));
		}
		assertThat(ids).hasSize(count).doesNotHaveDuplicates();
	}

	@Test
	void whenPageHasNoSizeThenItHas30Images() throws Exception {
		assertThat(RestFixture.ids(this.rest.get(CREATIVE, null))).hasSize(30);
	}

	@Test
	void whenPageIsAfterTheLastThenMessageNamesTheLast() throws Exception {
		HttpResponse<String> response = this.rest.get(CREATIVE + "?page=5&page_size=100", null);
		assertThat(response.statusCode()).isEqualTo(400);
		assertThat(RestFixture.errorCode(response)).isEqualTo("InvalidPage");
		assertThat(RawClient.json(response).path("ErrorMessage").asString()).contains("4");
	}

	@Test
	void whenNothingIsFoundThenFirstPageIsEmpty() throws Exception {
		assertThat(this.rest.get(CREATIVE + "?phrase=unknownword", null).body())
			.isEqualTo("{\"result_count\":0,\"images\":[]}");
	}

	@ParameterizedTest
	@CsvSource({ "page=0,InvalidPage", "page=x,InvalidParameterValue", "page_size=7,InvalidParameterValue",
			"page_size=101,InvalidParameterValue", "sort_order=any,InvalidParameterValue",
			"fields=any,InvalidParameterValue" })
	void whenParameterIsNotValidThenItIsAnError(String query, String code) throws Exception {
		HttpResponse<String> response = this.rest.get(CREATIVE + "?" + query, null);
		assertThat(response.statusCode()).isEqualTo(400);
		assertThat(RestFixture.errorCode(response)).isEqualTo(code);
	}

	@Test
	void whenSortedByDateThenOrderIsThatOfTheDates() throws Exception {
		JsonNode images = RawClient.json(this.rest.get(CREATIVE + "?sort_order=newest&fields=date_created", null))
			.path("images");
		List<String> dates = images.valueStream().map((image) -> image.path("date_created").asString()).toList();
		assertThat(dates).isSortedAccordingTo((first, second) -> second.compareTo(first))
			.first()
			.asString()
			.endsWith("Z");
	}

	@Test
	void whenTokenIsOfUserThenOnlyAuthorizedImagesAreFound() throws Exception {
		int all = count(CREATIVE);
		String token = this.rest.userToken();
		int authorized = RawClient.json(this.rest.get(CREATIVE, token)).path("result_count").asInt();
		this.rest.server.accounts().removeOfferings("fake-user");
		assertThat(authorized).isPositive().isLessThan(all);
		assertThat(RestFixture.ids(this.rest.get(CREATIVE, token))).isEmpty();
		assertThat(RestFixture.ids(this.rest.get(CREATIVE, this.rest.applicationToken()))).hasSize(30);
	}

	@Test
	void whenLargestDownloadsAreRequestedThenTheyNameWhatIsAuthorized() throws Exception {
		String path = CREATIVE + "?phrase=old%20tree&fields=largest_downloads";
		JsonNode downloads = RestFixture.image(this.rest.get(path, this.rest.userToken())).path("largest_downloads");
		assertThat(downloads.valueStream().map((download) -> download.path("product_type").asString()))
			.contains("easyaccess", "premiumaccess");
		assertThat(downloads.at("/0/uri").asString())
			.isEqualTo(this.rest.server.baseUrl() + "/v3/downloads/images/90000001");
	}

	@ParameterizedTest
	@ValueSource(strings = { "largest_downloads", "id,download_sizes", "downloads" })
	void whenDownloadsAreRequestedWithoutTokenThenItIsRequired(String fields) throws Exception {
		HttpResponse<String> response = this.rest.get(CREATIVE + "?fields=" + fields, null);
		assertThat(response.statusCode()).isEqualTo(401);
		assertThat(RestFixture.errorCode(response)).isEqualTo("AuthorizationTokenRequired");
	}

	@Test
	void whenImageWasWithdrawnThenItIsNotFound() throws Exception {
		this.rest.server.withdraw("90000001");
		assertThat(RestFixture.ids(this.rest.get(CREATIVE, null))).doesNotContain("90000001");
	}

	private int count(String path) throws Exception {
		return RawClient.json(this.rest.get(path, null)).path("result_count").asInt();
	}

	private String file(String uri) {
		assertThat(uri).startsWith(this.rest.server.baseUrl());
		return uri.substring(this.rest.server.baseUrl().length());
	}

}

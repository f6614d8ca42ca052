package io.github.connectapi.test.rest;

import java.net.http.HttpResponse;

import io.github.connectapi.test.RawClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(30)
class ImageLookupTests {

	private final RestFixture rest = new RestFixture();

	@AfterEach
	void close() {
		this.rest.close();
	}

	@Test
	void whenFieldsAreNotRequestedThenImageHasSummary() throws Exception {
		JsonNode response = RawClient.json(this.rest.get("/v3/images/90000001", null));
		assertThat(response.propertyNames()).containsExactly("images", "images_not_found");
		assertThat(response.at("/images/0").propertyNames()).containsExactlyInAnyOrder("id", "artist", "asset_family",
				"caption", "collection_code", "collection_id", "collection_name", "license_model", "max_dimensions",
				"title");
	}

	@Test
	void whenDetailsAreRequestedThenImageHasThem() throws Exception {
		JsonNode image = RestFixture.image(this.rest.get("/v3/images/90000004?fields=detail_set,keywords", null));
		assertThat(image.path("date_created").asString()).isEqualTo("2012-11-08T20:00:00Z");
		assertThat(image.path("event_ids").toString()).isEqualTo("[70001]");
		assertThat(image.path("editorial_segments").toString()).isEqualTo("[\"news\"]");
		assertThat(image.at("/keywords/0/keyword_id").asString()).isNotEmpty();
		assertThat(image.at("/download_sizes/0/media_type").asString()).isEqualTo("image/jpeg");
		assertThat(image.path("product_types")).isEmpty();
	}

	@Test
	void whenDisplaySizesAreRequestedThenTheirFilesAreServed() throws Exception {
		JsonNode image = RestFixture.image(this.rest.get("/v3/images/90000001?fields=display_set", null));
		assertThat(image.propertyNames()).containsExactlyInAnyOrder("id", "display_sizes");
		assertThat(image.path("display_sizes").valueStream().map((size) -> size.path("name").asString()))
			.containsExactlyInAnyOrder("comp", "preview", "thumb");
	}

	@Test
	void whenDownloadsAreRequestedThenEachSizeHasThem() throws Exception {
		JsonNode image = RestFixture
			.image(this.rest.get("/v3/images/90000001?fields=downloads", this.rest.userToken()));
		assertThat(image.propertyNames()).containsExactlyInAnyOrder("id", "download_sizes");
		assertThat(image.path("download_sizes").valueStream()).isNotEmpty()
			.allMatch((size) -> size.at("/downloads/0/product_type").asString().equals("easyaccess"));
	}

	@Test
	void whenImageIsUnknownOrWithdrawnThenItIsNotFound() throws Exception {
		this.rest.server.withdraw("90000001");
		for (String id : new String[] { "90000001", "1" }) {
			HttpResponse<String> response = this.rest.get("/v3/images/" + id, null);
			assertThat(response.statusCode()).isEqualTo(404);
			assertThat(RestFixture.errorCode(response)).isEqualTo("ImageNotFound");
		}
	}

}

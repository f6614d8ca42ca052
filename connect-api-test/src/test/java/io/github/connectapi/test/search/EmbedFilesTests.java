package io.github.connectapi.test.search;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

import io.github.connectapi.test.DocumentedFields;
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.RawClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class EmbedFilesTests {

	private static final DocumentedFields FIELDS = DocumentedFields.of("type String", "version String", "title String",
			"caption String", "photographer String", "collection String", "html String", "width Integer",
			"height Integer", "thumbnail_url String", "thumbnail_height Integer", "thumbnail_width Integer",
			"terms_of_use_url String");

	private final FakeConnectServer server = FakeConnectServer.builder().https(false).start();

	private final RawClient client = new RawClient(this.server);

	@AfterEach
	void close() {
		this.server.close();
	}

	@Test
	void whenImageIsEmbeddableThenItsAddressHasDocumentedFields() throws Exception {
		String token = RawClient.token(this.client.createSession(), "Token");
		JsonNode image = this.client
			.searchVersion2(token,
					Map.of("Query", Map.of("SearchPhrase", "tree"), "Filter", Map.of("EmbedContentOnly", true),
							"ResultOptions", Map.of("ItemCount", 1, "ItemStartNumber", 1)))
			.at("/SearchForImagesResult/Images/0");
		JsonNode embedded = RawClient.json(get(image.path("UrlEmbed").asString()));
		FIELDS.verify(embedded);
		assertThat(embedded.path("title")).isEqualTo(image.path("Title"));
		assertThat(get(embedded.path("thumbnail_url").asString()).statusCode()).isEqualTo(200);
	}

	@Test
	void whenImageIsUnknownThenItIsNotFound() throws Exception {
		assertThat(get(this.server.baseUrl() + "/oembed/1").statusCode()).isEqualTo(404);
	}

	private static HttpResponse<String> get(String url) throws Exception {
		return RawClient.HTTP.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
	}

}

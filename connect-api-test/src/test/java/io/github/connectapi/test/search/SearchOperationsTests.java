package io.github.connectapi.test.search;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.RawClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class SearchOperationsTests {

	private final FakeConnectServer server = FakeConnectServer.builder().https(false).start();

	private final RawClient client = new RawClient(this.server);

	@AfterEach
	void close() {
		this.server.close();
	}

	@Test
	void whenWordIsSearchedThenMatchingImagesAreReturned() throws Exception {
		JsonNode result = this.client.searchVersion1(token("Token"), "Tree").path("SearchForImagesResult");
		assertThat(result.path("ItemTotalCount").asInt()).isEqualTo(5);
		assertThat(result.path("ItemCount").asInt()).isEqualTo(5);
		assertThat(result.path("Images").valueStream().map((image) -> image.path("Title").asString()))
			.allSatisfy((title) -> assertThat(title).containsIgnoringCase("tree"));
		assertThat(result.path("Images").path(0).propertyNames()).containsExactly("ImageId", "Title", "Artist",
				"Caption", "CollectionName", "DateCreated", "ImageFamily", "LicensingModel", "UrlPreview", "UrlThumb");
	}

	@Test
	void whenStartNumberIsGivenThenPageStartsThere() throws Exception {
		JsonNode result = this.client
			.searchVersion2(token("Token"), Map.of("Query", Map.of("SearchPhrase", "tree"), "ResultOptions",
					Map.of("ItemCount", 2, "ItemStartNumber", 5)))
			.path("SearchForImagesResult");
		assertThat(result.path("ItemCount").asInt()).isEqualTo(1);
		assertThat(result.path("ItemStartNumber").asInt()).isEqualTo(5);
		assertThat(result.path("ItemTotalCount").asInt()).isEqualTo(5);
		assertThat(result.at("/Images/0/Title").asString()).startsWith("Christmas tree");
	}

	@Test
	void whenImageFamilyIsGivenThenOtherFamiliesAreExcluded() throws Exception {
		JsonNode envelope = this.client.searchVersion2(token("Token"), Map.of("Query", Map.of("SearchPhrase", "tree"),
				"Filter", Map.of("ImageFamilies", List.of("editorial"))));
		assertThat(envelope.at("/SearchForImagesResult/ItemTotalCount").asInt()).isEqualTo(2);
	}

	@Test
	void whenNothingMatchesThenResultIsEmptyAndSuccessful() throws Exception {
		JsonNode envelope = this.client.searchVersion1(token("Token"), "submarine");
		assertThat(RawClient.status(envelope)).isEqualTo("success");
		assertThat(envelope.at("/SearchForImagesResult/Images").isEmpty()).isTrue();
	}

	@Test
	void whenStartNumberIsZeroThenRequestIsInvalid() throws Exception {
		JsonNode envelope = this.client.searchVersion2(token("Token"),
				Map.of("ResultOptions", Map.of("ItemStartNumber", 0)));
		assertThat(RawClient.code(envelope)).isEqualTo("InvalidRequest");
	}

	@Test
	void whenThumbnailIsFetchedThenItIsAnImage() throws Exception {
		JsonNode envelope = this.client.searchVersion1(token("Token"), "oak");
		URI thumb = URI.create(envelope.at("/SearchForImagesResult/Images/0/UrlThumb").asString());
		HttpResponse<String> response = RawClient.HTTP.send(HttpRequest.newBuilder(thumb).build(),
				BodyHandlers.ofString());
		assertThat(response.headers().firstValue("Content-Type")).hasValue("image/svg+xml");
		assertThat(response.body()).startsWith("<svg").contains("Old oak tree");
	}

	@Test
	void whenTokenIsOfApplicationThenOnlyVersion2AcceptsIt() throws Exception {
		String token = RawClient.token(this.client.createApplicationSession(), "Token");
		assertThat(RawClient.code(this.client.searchVersion1(token, "tree"))).isEqualTo("AUTH-023");
		assertThat(RawClient.status(this.client.searchVersion2(token, Map.of()))).isEqualTo("success");
	}

	@Test
	void whenTokenIsSecureThenItIsAccepted() throws Exception {
		JsonNode envelope = this.client.searchVersion1(token("SecureToken"), "tree");
		assertThat(RawClient.status(envelope)).isEqualTo("success");
	}

	@Test
	void whenThereIsNoTokenThenRequestIsInvalid() throws Exception {
		assertThat(RawClient.code(this.client.searchVersion1(null, "tree"))).isEqualTo("InvalidRequest");
	}

	@Test
	void whenTokenIsUnknownRevokedOrExpiredThenSearchFails() throws Exception {
		assertThat(RawClient.code(this.client.searchVersion1("never-issued", "tree"))).isEqualTo("AUTH-021");
		String token = token("Token");
		this.server.advanceClock(Duration.ofMinutes(30));
		assertThat(RawClient.code(this.client.searchVersion1(token, "tree"))).isEqualTo("AUTH-012");
		this.server.revoke(token);
		assertThat(RawClient.code(this.client.searchVersion1(token, "tree"))).isEqualTo("AUTH-021");
	}

	@Test
	void whenVersion1HasConventionalRequestKeyThenRequestIsInvalid() throws Exception {
		JsonNode envelope = this.client.call("/v1/search/SearchForImages", token("Token"), "SearchForImagesRequestBody",
				Map.of());
		assertThat(RawClient.code(envelope)).isEqualTo("InvalidRequest");
	}

	private String token(String field) throws Exception {
		return RawClient.token(this.client.createSession(), field);
	}

}

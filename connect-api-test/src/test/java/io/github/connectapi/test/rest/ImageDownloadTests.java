package io.github.connectapi.test.rest;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

import io.github.connectapi.test.RawClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(30)
class ImageDownloadTests {

	private static final String DOWNLOAD = "/v3/downloads/images/90000001?auto_download=false";

	private final RestFixture rest = new RestFixture();

	private String token = "";

	@BeforeEach
	void createToken() throws Exception {
		this.token = this.rest.userToken();
	}

	@AfterEach
	void close() {
		this.rest.close();
	}

	@Test
	void whenDownloadedThenUriLeadsToTheLargestFileWithoutToken() throws Exception {
		JsonNode largest = RestFixture.image(this.rest.get("/v3/images/90000001?fields=download_sizes", this.token))
			.path("download_sizes")
			.valueStream()
			.reduce((first, last) -> last)
			.orElseThrow();
		HttpResponse<String> response = this.rest.post(DOWNLOAD + "&product_type=easyaccess", this.token);
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(RawClient.json(response).propertyNames()).containsExactly("uri");
		HttpResponse<byte[]> file = file(RawClient.json(response).path("uri").asString());
		assertThat(file.body()).hasSize(largest.path("bytes").asInt());
		assertThat(RestFixture.header(file, "Content-Disposition")).isEqualTo("attachment; filename=90000001.jpg");
		assertThat(this.rest.server.count("FileDownload")).isOne();
	}

	@Test
	void whenAutoDownloadIsNotFalseThenResponseIsRedirect() throws Exception {
		HttpResponse<String> response = this.rest.post("/v3/downloads/images/90000001", this.token);
		assertThat(response.statusCode()).isEqualTo(303);
		assertThat(file(RestFixture.header(response, "Location")).statusCode()).isEqualTo(200);
	}

	@Test
	void whenDownloadedTwiceThenQuotaIsUsedTwice() throws Exception {
		this.rest.post(DOWNLOAD, this.token);
		this.rest.post(DOWNLOAD, this.token);
		assertThat(this.rest.server.downloadsUsed()).isEqualTo(2);
		assertThat(this.rest.server.accounts().downloadsUsed("fake-user")).isEqualTo(2);
	}

	@Test
	void whenHeightIsGivenThenFileHasIt() throws Exception {
		JsonNode smallest = RestFixture.image(this.rest.get("/v3/images/90000001?fields=download_sizes", this.token))
			.at("/download_sizes/0");
		HttpResponse<String> response = this.rest.post(DOWNLOAD + "&height=" + smallest.path("height").asInt(),
				this.token);
		assertThat(file(RawClient.json(response).path("uri").asString()).body())
			.hasSize(smallest.path("bytes").asInt());
	}

	@Test
	void whenQuotaIsUsedUpThenLimitIsReached() throws Exception {
		this.rest.server.accounts().setOffering("fake-user", "EasyAccess", 0);
		HttpResponse<String> response = this.rest.post(DOWNLOAD + "&product_type=easyaccess", this.token);
		assertThat(response.statusCode()).isEqualTo(403);
		assertThat(RestFixture.errorCode(response)).isEqualTo("OverageLimitReached");
		assertThat(this.rest.server.downloadsUsed()).isZero();
	}

	@Test
	void whenProductTypeIsMissingThenOneWithQuotaIsUsed() throws Exception {
		this.rest.server.accounts().setOffering("fake-user", "EasyAccess", 0);
		assertThat(this.rest.post(DOWNLOAD, this.token).statusCode()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "90000001?product_type=editorialsubscription", "90000003", "90000005" })
	void whenImageIsOutsideTheAgreementThenTokenIsNotInvalid(String image) throws Exception {
		HttpResponse<String> response = this.rest.post("/v3/downloads/images/" + image, this.token);
		assertThat(response.statusCode()).isEqualTo(401);
		assertThat(response.body()).isEqualTo("{\"message\":\"Unauthorized\"}");
		assertThat(RestFixture.header(response, "WWW-Authenticate")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "height=1", "product_type=any", "auto_download=any" })
	void whenParameterIsNotValidThenNothingIsBought(String parameter) throws Exception {
		HttpResponse<String> response = this.rest.post("/v3/downloads/images/90000001?" + parameter, this.token);
		assertThat(response.statusCode()).isEqualTo(400);
		assertThat(RestFixture.errorCode(response)).isEqualTo("InvalidParameterValue");
		assertThat(this.rest.server.downloadsUsed()).isZero();
	}

	@Test
	void whenImageIsUnknownThenItIsNotFound() throws Exception {
		HttpResponse<String> response = this.rest.post("/v3/downloads/images/1", this.token);
		assertThat(response.statusCode()).isEqualTo(404);
		assertThat(RestFixture.errorCode(response)).isEqualTo("ImageNotFound");
	}

	private static HttpResponse<byte[]> file(String uri) throws Exception {
		return RawClient.HTTP.send(HttpRequest.newBuilder(URI.create(uri)).build(), BodyHandlers.ofByteArray());
	}

}

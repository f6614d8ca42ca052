package io.github.connectapi.test.rest;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(30)
class SingleStepDownloadTests {

	private static final String DOWNLOAD = "/v2/download/90000001";

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
	void whenDownloadedThenResponseIsRedirectToTheFile() throws Exception {
		HttpResponse<String> response = this.rest.send(this.rest.request(DOWNLOAD, RestFixture.KEY, this.token)
			.header("GI-Coordination-Id", "my-request-1")
			.POST(BodyPublishers.noBody()));
		assertThat(response.statusCode()).isEqualTo(302);
		assertThat(RestFixture.header(response, "GI-Coordination-Id")).isEqualTo("my-request-1");
		HttpResponse<String> file = this.rest
			.send(HttpRequest.newBuilder(URI.create(RestFixture.header(response, "Location"))));
		assertThat(RestFixture.header(file, "Content-Type")).isEqualTo("application/x-download");
	}

	@Test
	void whenDownloadedTwiceThenQuotaIsUsedTwice() throws Exception {
		this.rest.post(DOWNLOAD, this.token);
		this.rest.post(DOWNLOAD, this.token);
		assertThat(this.rest.server.downloadsUsed()).isEqualTo(2);
	}

	@Test
	void whenTokenIsMissingOrOfApplicationThenTextsDiffer() throws Exception {
		assertError(this.rest.post(DOWNLOAD, null), 401, "This token is not fully authenticated");
		assertError(this.rest.post(DOWNLOAD, this.rest.applicationToken()), 401,
				"Only a secure token can be used with this operation");
	}

	@Test
	void whenImageIsUnknownOrNotAuthorizedThenStatusIs404() throws Exception {
		assertError(this.rest.post("/v2/download/1", this.token), 404, "Image not found");
		assertError(this.rest.post("/v2/download/90000005", this.token), 404,
				"No authorizations were found for the asset");
	}

	@Test
	void whenThereIsNoProductOfferingThenStatusIs403() throws Exception {
		this.rest.server.accounts().removeOfferings("fake-user");
		assertError(this.rest.post(DOWNLOAD, this.token), 403, "No product offering found");
	}

	@Test
	void whenQuotaIsUsedUpThenStatusIs403() throws Exception {
		this.rest.server.accounts().removeOfferings("fake-user");
		this.rest.server.accounts().setOffering("fake-user", "EasyAccess", 0);
		assertError(this.rest.post(DOWNLOAD, this.token), 403, "No product offering found");
	}

	@Test
	void whenOnlyAnImagePackIsLeftThenStatusIs403() throws Exception {
		this.rest.server.accounts().removeOfferings("fake-user");
		this.rest.server.accounts().setOffering("fake-user", "ImagePack", 5);
		assertError(this.rest.post(DOWNLOAD, this.token), 403, "Product offering can not be used with this resource");
	}

	private void assertError(HttpResponse<String> response, int status, String text) {
		assertThat(response.statusCode()).isEqualTo(status);
		assertThat(RestFixture.message(response)).isEqualTo(text);
		assertThat(this.rest.server.downloadsUsed()).isZero();
	}

}

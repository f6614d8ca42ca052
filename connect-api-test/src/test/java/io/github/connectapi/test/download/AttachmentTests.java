package io.github.connectapi.test.download;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.RawClient;
import io.github.connectapi.test.catalog.Image;
import io.github.connectapi.test.catalog.Offering;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AttachmentTests {

	private static final Image IMAGE = Customer.licensable(Offering.EASY_ACCESS).get(0);

	private final FakeConnectServer server = FakeConnectServer.builder().https(false).start();

	private Customer customer;

	@BeforeEach
	void logIn() throws Exception {
		this.customer = new Customer(this.server);
	}

	@AfterEach
	void close() {
		this.server.close();
	}

	@Test
	void whenUrlIsRequestedThenFileHasTheSizeOfTheImage() throws Exception {
		HttpResponse<byte[]> response = get(url());
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.body()).hasSize(IMAGE.largestSize().fileSizeInBytes());
	}

	@Test
	void whenUrlIsRequestedThenHeadersAreTheDocumentedOnes() throws Exception {
		HttpResponse<byte[]> response = get(url());
		assertThat(header(response, "Content-Type")).isEqualTo("application/x-download");
		assertThat(header(response, "Content-Disposition")).isEqualTo("attachment; filename=" + IMAGE.id() + ".jpg");
		assertThat(header(response, "Content-Length")).isEqualTo(String.valueOf(response.body().length));
		assertThat(header(response, "Accept-Ranges")).isEqualTo("bytes");
		assertThat(header(response, "Last-Modified")).endsWith(" GMT");
		assertThat(header(response, "ETag")).isEqualTo("\"" + IMAGE.id() + "-" + IMAGE.largestSize().key() + "\"");
	}

	@Test
	void whenImageWasWithdrawnAfterPurchaseThenFileRemains() throws Exception {
		String url = url();
		this.server.withdraw(IMAGE.id());
		assertThat(get(url).statusCode()).isEqualTo(200);
	}

	@Test
	void whenUrlIsCreatedThenItDiffersEachTime() throws Exception {
		assertThat(url()).startsWith(this.server.baseUrl() + "/downloads/").isNotEqualTo(url());
	}

	@Test
	void whenUrlIsGuessedThenThereIsNoFile() throws Exception {
		assertThat(get(this.server.baseUrl() + "/downloads/" + IMAGE.id()).statusCode()).isEqualTo(404);
		assertThat(get(this.server.baseUrl() + "/downloads/" + "A".repeat(60)).statusCode()).isEqualTo(404);
	}

	private String url() throws Exception {
		return this.customer.item(this.customer.token(IMAGE, Offering.EASY_ACCESS)).path("UrlAttachment").asString();
	}

	private static String header(HttpResponse<?> response, String name) {
		return response.headers().firstValue(name).orElse("");
	}

	private static HttpResponse<byte[]> get(String url) throws IOException, InterruptedException {
		return RawClient.HTTP.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofByteArray());
	}

}

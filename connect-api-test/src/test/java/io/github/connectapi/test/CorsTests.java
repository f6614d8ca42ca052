package io.github.connectapi.test;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

import io.github.connectapi.test.catalog.Catalog;
import io.github.connectapi.test.file.Rendition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(30)
class CorsTests {

	private static final String ALLOW_ORIGIN = "Access-Control-Allow-Origin";

	private static final String CREATE = "/v1/session/CreateSession";

	private final FakeConnectServer server = FakeConnectServer.builder().https(false).cors(true).start();

	private final RawClient client = new RawClient(this.server);

	@AfterEach
	void close() {
		this.server.close();
	}

	@Test
	void whenRequestIsPreflightThenItIsAllowedAndNotRecorded() throws Exception {
		HttpResponse<String> response = preflight(this.server);
		assertThat(response.statusCode()).isEqualTo(204);
		assertThat(response.body()).isEmpty();
		assertThat(response.headers().firstValue(ALLOW_ORIGIN)).hasValue("*");
		assertThat(response.headers().firstValue("Access-Control-Allow-Methods")).hasValue("GET, HEAD, POST, OPTIONS");
		assertThat(response.headers().firstValue("Access-Control-Allow-Headers")).hasValue("content-type, x-own");
		assertThat(response.headers().firstValue("Access-Control-Allow-Private-Network")).hasValue("true");
		assertThat(this.server.requests()).isEmpty();
	}

	@Test
	void whenRequestIsPreflightThenFaultIsKeptForTheOperation() throws Exception {
		this.server.enqueue("CreateSession", Fault.status(500));
		assertThat(preflight(this.server).statusCode()).isEqualTo(204);
		assertThat(createSession().statusCode()).isEqualTo(500);
	}

	@Test
	void whenOperationIsPerformedThenPageMayReadResponse() throws Exception {
		HttpResponse<String> response = createSession();
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.headers().allValues(ALLOW_ORIGIN)).containsExactly("*");
	}

	@Test
	void whenFileIsLoadedThenPageMayReadItAndItsHeaders() throws Exception {
		String id = Catalog.get().images().get(0).id();
		HttpResponse<String> response = send(HttpRequest.newBuilder(URI.create(Rendition.THUMB.url(baseUrl(), id))));
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.headers().firstValue(ALLOW_ORIGIN)).hasValue("*");
		assertThat(response.headers().firstValue("Access-Control-Expose-Headers").orElseThrow())
			.contains("Content-Disposition", "Content-Range", "ETag");
	}

	@Test
	void whenResponseIsFaultOrUnknownPathThenPageMayReadIt() throws Exception {
		this.server.enqueue("CreateSession", GatewayFault.overQps());
		assertThat(createSession().headers().firstValue(ALLOW_ORIGIN)).hasValue("*");
		assertThat(send(HttpRequest.newBuilder(URI.create(baseUrl() + "/no"))).headers().firstValue(ALLOW_ORIGIN))
			.hasValue("*");
	}

	@Test
	void whenOptionsIsNoPreflightThenItIsRecorded() throws Exception {
		HttpResponse<String> response = send(
				HttpRequest.newBuilder(URI.create(baseUrl() + CREATE)).method("OPTIONS", BodyPublishers.noBody()));
		assertThat(response.statusCode()).isEqualTo(405);
		assertThat(this.server.requests()).hasSize(1);
	}

	@Test
	void whenCorsIsDisabledThenPreflightIsRejected() throws Exception {
		try (FakeConnectServer other = FakeConnectServer.builder().https(false).start()) {
			HttpResponse<String> response = preflight(other);
			assertThat(response.statusCode()).isEqualTo(405);
			assertThat(response.headers().firstValue(ALLOW_ORIGIN)).isEmpty();
		}
	}

	private String baseUrl() {
		return this.server.baseUrl();
	}

	private HttpResponse<String> createSession() throws Exception {
		return this.client.post(CREATE, RawClient.createSessionBody("fake-user", "fake-user-password"));
	}

	private static HttpResponse<String> preflight(FakeConnectServer server) throws Exception {
		return send(HttpRequest.newBuilder(URI.create(server.baseUrl() + CREATE))
			.method("OPTIONS", BodyPublishers.noBody())
			.header("Origin", "https://shop.example")
			.header("Access-Control-Request-Method", "POST")
			.header("Access-Control-Request-Headers", "content-type, x-own")
			.header("Access-Control-Request-Private-Network", "true"));
	}

	private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
		return RawClient.HTTP.send(request.timeout(Duration.ofSeconds(20)).build(), BodyHandlers.ofString());
	}

}

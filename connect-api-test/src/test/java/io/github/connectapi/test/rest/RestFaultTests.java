package io.github.connectapi.test.rest;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;

import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.Fault;
import io.github.connectapi.test.GatewayFault;
import io.github.connectapi.test.ReceivedRequest;
import io.github.connectapi.test.TokenKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Timeout(30)
class RestFaultTests {

	private static final String DOWNLOAD = "/v3/downloads/images/90000001?auto_download=false";

	private final RestFixture rest = new RestFixture();

	@AfterEach
	void close() {
		this.rest.close();
	}

	@Test
	void whenFaultIsForTheOperationThenOthersAreNotAffected() throws Exception {
		this.rest.server.enqueue("SearchImagesCreative", Fault.status(503));
		assertThat(this.rest.get("/v3/search/images/editorial", null).statusCode()).isEqualTo(200);
		assertThat(this.rest.get("/v3/search/images/creative", null).statusCode()).isEqualTo(503);
	}

	@Test
	void whenFaultIsForAnyOperationThenItIsForRestOperations() throws Exception {
		this.rest.server.always(FakeConnectServer.ANY_OPERATION, Fault.status(503));
		assertThat(this.rest.get("/v3/images/90000001", null).statusCode()).isEqualTo(503);
		assertThat(this.rest.post("/v2/download/90000001", null).statusCode()).isEqualTo(503);
	}

	@Test
	void whenResponseIsLostThenImageIsBought() throws Exception {
		String token = this.rest.userToken();
		this.rest.server.enqueue("DownloadImage", Fault.dropResponse());
		assertThatExceptionOfType(IOException.class).isThrownBy(() -> this.rest.post(DOWNLOAD, token));
		assertThat(this.rest.server.downloadsUsed()).isOne();
	}

	@Test
	void whenResultIsScriptedThenTokenIsChecked() throws Exception {
		this.rest.server.always("DownloadImage", Fault.result("{\"uri\":\"https://delivery.example/1\"}"));
		assertThat(this.rest.post(DOWNLOAD, "any").statusCode()).isEqualTo(401);
		assertThat(this.rest.post(DOWNLOAD, this.rest.userToken()).body())
			.isEqualTo("{\"uri\":\"https://delivery.example/1\"}");
		assertThat(this.rest.server.downloadsUsed()).isZero();
	}

	@Test
	void whenErrorIsScriptedThenItHasTheFormOfRestErrors() throws Exception {
		this.rest.server.enqueue("GetImage", Fault.error("AnyCode", "Any text.").httpStatus(409));
		HttpResponse<String> response = this.rest.get("/v3/images/90000001", null);
		assertThat(response.statusCode()).isEqualTo(409);
		assertThat(response.body()).isEqualTo("{\"ErrorCode\":\"AnyCode\",\"ErrorMessage\":\"Any text.\"}");
	}

	@Test
	void whenThrottledThenResponseHasDetailButNoRetryAfter() throws Exception {
		this.rest.server.enqueue("GetImage", GatewayFault.tooManyRequests());
		HttpResponse<String> response = this.rest.get("/v3/images/90000001", null);
		assertThat(response.statusCode()).isEqualTo(429);
		assertThat(response.body()).isEqualTo("{\"message\":\"Too Many Requests\"}");
		assertThat(RestFixture.header(response, "X-Error-Detail")).isEqualTo("Account Over Queries Per Second Limit");
		assertThat(RestFixture.header(response, "Retry-After")).isEmpty();
	}

	@Test
	void whenRequestIsReceivedThenItsQueryAndKindOfTokenAreRecorded() throws Exception {
		String token = this.rest.userToken();
		this.rest.post(DOWNLOAD + "&product_type=easyaccess", token);
		ReceivedRequest request = this.rest.server.requests("DownloadImage").get(0);
		assertThat(request.method()).isEqualTo("POST");
		assertThat(request.path()).isEqualTo("/v3/downloads/images/90000001");
		assertThat(request.fieldNames()).containsExactlyInAnyOrder("auto_download", "product_type");
		assertThat(request.body()).contains("\"product_type\":\"easyaccess\"");
		assertThat(request.tokenKind()).isEqualTo(TokenKind.SECURE);
		assertThat(request.toString()).doesNotContain(token);
	}

	@Test
	void whenTokenIsOfAnotherKindThenItIsRecorded() throws Exception {
		this.rest.get("/v3/images/90000001", null);
		this.rest.get("/v3/images/90000001", this.rest.applicationToken());
		this.rest.get("/v3/images/90000001", "any");
		assertThat(this.rest.server.requests("GetImage")).extracting(ReceivedRequest::tokenKind)
			.isEqualTo(List.of(TokenKind.NONE, TokenKind.APPLICATION, TokenKind.UNKNOWN));
	}

	@Test
	void whenMethodIsNotThatOfTheOperationThenItIsNotFound() throws Exception {
		assertThat(this.rest.post("/v3/images/90000001", null).statusCode()).isEqualTo(404);
		assertThat(this.rest.server.requests().get(0).operation()).isEmpty();
	}

}

package io.github.connectapi.test;

import java.net.http.HttpResponse;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class GatewayFaultTests {

	private final FakeConnectServer server = FakeConnectServer.builder().https(false).start();

	@AfterEach
	void close() {
		this.server.close();
	}

	@Test
	void whenOverQpsThenResponseIsXmlWithCodeAndRetryAfter() throws Exception {
		HttpResponse<String> response = responseFor(GatewayFault.overQps());
		assertThat(response.statusCode()).isEqualTo(403);
		assertThat(header(response, "X-Mashery-Error-Code")).isEqualTo("ERR_403_DEVELOPER_OVER_QPS");
		assertThat(header(response, "Retry-After")).isEqualTo("1");
		assertThat(header(response, "Content-Type")).isEqualTo("text/xml");
	}

	@Test
	void whenAccountIsOverQpsThenResponseIsJsonWithDetailHeader() throws Exception {
		HttpResponse<String> response = responseFor(GatewayFault.overQpsAccount());
		assertThat(response.statusCode()).isEqualTo(403);
		assertThat(header(response, "X-Error-Detail")).isEqualTo("Account Over Queries Per Second Limit");
		assertThat(RawClient.json(response).path("message").asString()).isNotEmpty();
	}

	@Test
	void whenOverRateThenRetryAfterIsOptional() throws Exception {
		HttpResponse<String> with = responseFor(GatewayFault.overRate("7200"));
		assertThat(header(with, "X-Mashery-Error-Code")).isEqualTo("ERR_403_DEVELOPER_OVER_RATE");
		assertThat(header(with, "Retry-After")).isEqualTo("7200");
		assertThat(header(responseFor(GatewayFault.overRate(null)), "Retry-After")).isEmpty();
	}

	@Test
	void whenDeveloperIsInactiveOrNotAuthorizedThenCodeDiffers() throws Exception {
		assertThat(header(responseFor(GatewayFault.inactive()), "X-Mashery-Error-Code"))
			.isEqualTo("ERR_403_DEVELOPER_INACTIVE");
		assertThat(header(responseFor(GatewayFault.notAuthorized()), "X-Mashery-Error-Code"))
			.isEqualTo("ERR_403_NOT_AUTHORIZED");
	}

	@Test
	void whenStatusIsNotRegisteredThenItIsSent() throws Exception {
		assertThat(responseFor(GatewayFault.status596()).statusCode()).isEqualTo(596);
	}

	private HttpResponse<String> responseFor(Fault fault) throws Exception {
		this.server.enqueue("CreateSession", fault);
		return new RawClient(this.server).post("/v1/session/CreateSession", "{}");
	}

	private static String header(HttpResponse<String> response, String name) {
		return response.headers().firstValue(name).orElse("");
	}

}

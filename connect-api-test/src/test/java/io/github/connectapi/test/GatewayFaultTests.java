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
	void whenOverQpsThenItIsXmlWithTheCodeAndASecondToWait() throws Exception {
		HttpResponse<String> response = answered(GatewayFault.overQps());
		assertThat(response.statusCode()).isEqualTo(403);
		assertThat(header(response, "X-Mashery-Error-Code")).isEqualTo("ERR_403_DEVELOPER_OVER_QPS");
		assertThat(header(response, "Retry-After")).isEqualTo("1");
		assertThat(header(response, "Content-Type")).isEqualTo("text/xml");
	}

	@Test
	void whenTheAccountIsOverQpsThenItIsJsonWithTheDetailInAHeader() throws Exception {
		HttpResponse<String> response = answered(GatewayFault.overQpsAccount());
		assertThat(response.statusCode()).isEqualTo(403);
		assertThat(header(response, "X-Error-Detail")).isEqualTo("Account Over Queries Per Second Limit");
		assertThat(Client.json(response).path("message").asString()).isNotEmpty();
	}

	@Test
	void whenOverRateThenRetryAfterIsWhatWasAskedFor() throws Exception {
		HttpResponse<String> with = answered(GatewayFault.overRate("7200"));
		assertThat(header(with, "X-Mashery-Error-Code")).isEqualTo("ERR_403_DEVELOPER_OVER_RATE");
		assertThat(header(with, "Retry-After")).isEqualTo("7200");
		assertThat(header(answered(GatewayFault.overRate(null)), "Retry-After")).isEmpty();
	}

	@Test
	void whenTheKeyIsInactiveOrNotAuthorizedThenTheCodeSaysWhich() throws Exception {
		assertThat(header(answered(GatewayFault.inactive()), "X-Mashery-Error-Code"))
			.isEqualTo("ERR_403_DEVELOPER_INACTIVE");
		assertThat(header(answered(GatewayFault.notAuthorized()), "X-Mashery-Error-Code"))
			.isEqualTo("ERR_403_NOT_AUTHORIZED");
	}

	@Test
	void whenTheStatusIsUnregisteredThenItIsSentAllTheSame() throws Exception {
		assertThat(answered(GatewayFault.status596()).statusCode()).isEqualTo(596);
	}

	private HttpResponse<String> answered(Fault fault) throws Exception {
		this.server.enqueue("CreateSession", fault);
		return new Client(this.server).post("/v1/session/CreateSession", "{}");
	}

	private static String header(HttpResponse<String> response, String name) {
		return response.headers().firstValue(name).orElse("");
	}

}

package io.github.connectapi.test.assertj;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

import io.github.connectapi.test.FakeConnectServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static io.github.connectapi.test.assertj.ConnectAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ConnectAssertionsTests {

	private final FakeConnectServer server = FakeConnectServer.builder().https(false).start();

	@AfterEach
	void close() {
		this.server.close();
	}

	@Test
	void whenNothingWasReceivedThenThatHolds() {
		assertThat(this.server).receivedNothing().receivedExactly().received(0, "CreateSession");
	}

	@Test
	void whenSomethingWasReceivedThenReceivedNothingFailsAndListsIt() throws Exception {
		post("CreateSession", "{\"RequestHeader\":{\"Token\":\"some-token\",\"CoordinationId\":\"c-9\"}}");
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> assertThat(this.server).receivedNothing())
			.withMessageContaining("CreateSession (http, token UNKNOWN, coordination id c-9)")
			.withMessageNotContaining("some-token");
	}

	@Test
	void whenRequestsWereReceivedThenTheirNumberHolds() throws Exception {
		post("CreateSession", "{}");
		post("CreateSession", "{}");
		assertThat(this.server).received(2, "CreateSession");
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> assertThat(this.server).received(1, "CreateSession"))
			.withMessageContaining("Expected 1 of CreateSession but there were 2");
	}

	@Test
	void whenTheOrderDiffersThenReceivedExactlyFails() throws Exception {
		post("CreateSession", "{}");
		post("RenewSession", "{}");
		assertThat(this.server).receivedExactly("CreateSession", "RenewSession");
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> assertThat(this.server).receivedExactly("RenewSession", "CreateSession"));
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> assertThat(this.server).receivedExactly("CreateSession"));
	}

	@Test
	void whenThereWasNoRequestThenLastRequestFails() {
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> assertThat(this.server).lastRequest("RenewSession"))
			.withMessageContaining("Received: nothing");
	}

	@Test
	void whenTheLastRequestIsLookedAtThenItsFactsHold() throws Exception {
		post("RenewSession", "{}");
		post("RenewSession", "{\"RequestHeader\":{\"Token\":null,\"CoordinationId\":\"c-9\"}}");
		assertThat(this.server).lastRequest("RenewSession")
			.hasNoToken()
			.hasCoordinationId("c-9")
			.usedHttp()
			.hasOnlyFields("RequestHeader", "RequestHeader.Token", "RequestHeader.CoordinationId");
	}

	@Test
	void whenAFactDiffersThenTheAssertionFailsAndSaysWhatWasReceived() throws Exception {
		post("RenewSession", "{\"RequestHeader\":{\"Token\":\"some-token\",\"CoordinationId\":\"c-9\"}}");
		ReceivedRequestAssert last = assertThat(this.server).lastRequest("RenewSession");
		String received = "RenewSession (http, token UNKNOWN, coordination id c-9)";
		assertThatExceptionOfType(AssertionError.class).isThrownBy(last::usedSecureToken)
			.withMessageContaining(received);
		assertThatExceptionOfType(AssertionError.class).isThrownBy(last::usedStandardToken);
		assertThatExceptionOfType(AssertionError.class).isThrownBy(last::usedApplicationToken);
		assertThatExceptionOfType(AssertionError.class).isThrownBy(last::hasNoToken);
		assertThatExceptionOfType(AssertionError.class).isThrownBy(last::usedHttps).withMessageContaining(received);
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> last.hasCoordinationId("c-8"))
			.withMessageContaining(received);
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> last.hasOnlyFields("RequestHeader"))
			.withMessageContaining(received);
	}

	private void post(String operation, String body) throws Exception {
		URI address = URI.create(this.server.baseUrl() + "/v1/session/" + operation);
		HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(address).POST(BodyPublishers.ofString(body)).build(),
					BodyHandlers.discarding());
	}

}

package io.github.connectapi.test;

import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for unusual requests of real clients, and for requests that match no operation.
 */
class LenientParsingTests {

	private static final String BODY = """
			"CreateSessionRequestBody": {"SystemId": "fake-system", "SystemPassword": "fake-system-password",
			"UserName": "fake-user", "UserPassword": "fake-user-password"}""";

	private final FakeConnectServer server = FakeConnectServer.builder().https(false).start();

	private final RawClient client = new RawClient(this.server);

	@AfterEach
	void close() {
		this.server.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"RequestHeader\": {}, %s}", "{%s}", "{\"RequestHeader\": null, %s}",
			"{\"RequestHeader\": {\"Token\": null, \"CoordinationId\": null}, %s}",
			"{\"RequestHeader\": {\"Token\": \"\", \"CoordinationId\": \"\"}, %s}",
			"{%s, \"RequestHeader\": {\"Detail\": 1, \"CoordinationId\": \"any text\"}, \"Extra\": [{}]}" })
	void whenHeaderIsUnusualThenSessionIsReturned(String template) throws Exception {
		assertThat(RawClient.status(createSession(template.formatted(BODY)))).isEqualTo("success");
	}

	@Test
	void whenRequestHasTrailingCommasThenSessionIsReturned() throws Exception {
		String body = "{\"RequestHeader\": {\"Token\": null,}," + BODY.replace("}", ",}") + ",}";
		assertThat(RawClient.status(createSession(body))).isEqualTo("success");
	}

	@Test
	void whenFieldsAreUnknownThenSessionIsReturned() throws Exception {
		String body = BODY.replace("}", ", \"RememberedUser\": true, \"UserId\": null}");
		assertThat(RawClient.status(createSession("{" + body + "}"))).isEqualTo("success");
	}

	@Test
	void whenSystemIdIsNumberThenSessionIsReturned() throws Exception {
		try (FakeConnectServer numbered = FakeConnectServer.builder()
			.https(false)
			.system("83", "fake-system-password")
			.start()) {
			HttpResponse<String> response = new RawClient(numbered).post("/v1/session/CreateSession",
					"{" + BODY.replace("\"fake-system\"", "83") + "}");
			assertThat(RawClient.status(RawClient.json(response))).isEqualTo("success");
		}
	}

	@Test
	void whenContentTypeIsTextJsonThenSessionIsReturned() throws Exception {
		HttpResponse<String> response = RawClient.HTTP
			.send(this.client.request("/v1/session/CreateSession", "{" + BODY + "}")
				.setHeader("Content-Type", "text/json")
				.build(), BodyHandlers.ofString());
		assertThat(RawClient.status(RawClient.json(response))).isEqualTo("success");
	}

	@Test
	void whenClientExpectsContinueThenSessionIsReturned() throws Exception {
		HttpResponse<String> response = RawClient.HTTP.send(
				this.client.request("/v1/session/CreateSession", "{" + BODY + "}").expectContinue(true).build(),
				BodyHandlers.ofString());
		assertThat(RawClient.status(RawClient.json(response))).isEqualTo("success");
	}

	@Test
	void whenThereIsNoCoordinationIdThenNoneIsReturned() throws Exception {
		assertThat(createSession("{" + BODY + "}").path("ResponseHeader").has("CoordinationId")).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "not json", "[]", "{\"RequestHeader\":", "null" })
	void whenBodyIsNotJsonObjectThenRequestIsInvalidWithStatus400(String body) throws Exception {
		HttpResponse<String> response = this.client.post("/v1/session/CreateSession", body);
		assertThat(response.statusCode()).isEqualTo(400);
		assertThat(RawClient.code(RawClient.json(response))).isEqualTo("InvalidRequest");
	}

	@Test
	void whenPathIsUnknownThenHtmlPageIsReturned() throws Exception {
		HttpResponse<String> response = this.client.post("/v1/session/createsession", "{}");
		assertThat(response.statusCode()).isEqualTo(404);
		assertThat(response.headers().firstValue("Content-Type"))
			.hasValueSatisfying((type) -> assertThat(type).startsWith("text/html"));
		assertThat(this.server.requests()).singleElement()
			.satisfies((request) -> assertThat(request.operation()).isEmpty());
	}

	@Test
	void whenMethodIsNotPostThenItIsNotAllowed() throws Exception {
		HttpResponse<String> response = RawClient.HTTP
			.send(this.client.request("/v1/session/CreateSession", "").GET().build(), BodyHandlers.ofString());
		assertThat(response.statusCode()).isEqualTo(405);
		assertThat(response.headers().firstValue("Allow")).hasValue("POST");
		assertThat(this.server.count("CreateSession")).isZero();
	}

	private JsonNode createSession(String body) throws Exception {
		return RawClient.json(this.client.post("/v1/session/CreateSession", body));
	}

}

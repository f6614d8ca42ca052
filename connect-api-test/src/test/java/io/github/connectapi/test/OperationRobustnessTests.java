package io.github.connectapi.test;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Sends every kind of bad input to every operation. The response is a documented code or
 * an HTTP status below 500, and the server works afterwards.
 */
@Timeout(60)
class OperationRobustnessTests {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final int MEGABYTE = 1024 * 1024;

	/**
	 * More than any operation reads of an argument. HttpListenerTests sends longer
	 * bodies.
	 */
	private static final int LENGTH = 100_000;

	private static FakeConnectServer server;

	private static RawClient client;

	private static String token;

	@BeforeAll
	static void start() throws Exception {
		server = FakeConnectServer.builder().https(false).start();
		client = new RawClient(server);
		token = RawClient.token(client.createSession(), "SecureToken");
		// Two lightboxes, which the documented requests name.
		for (int i = 0; i < 2; i++) {
			client.call("/v1/lightbox/CreateLightbox", token, "CreateLightboxRequestBody", Map.of("LightboxName", "a"));
		}
	}

	@AfterAll
	static void close() {
		server.close();
	}

	@AfterEach
	void whenInputWasBadThenServerWorks() throws Exception {
		assertThat(RawClient.status(client.createSession())).isEqualTo("success");
	}

	static List<String> paths() {
		return DocumentedRequests.paths();
	}

	@Test
	void whenServerSupportsOperationThenItsRequestIsListed() {
		assertThat(DocumentedRequests.paths()).containsExactlyInAnyOrderElementsOf(server.operationPaths());
	}

	@ParameterizedTest
	@MethodSource("paths")
	void whenBodyIsNoJsonObjectThenStatusIs400(String path) throws Exception {
		for (String body : List.of("", "no JSON", "[]", "[{}]", "\"text\"", "7", "null", "true", "{", "{\"a\":}",
				"\u0000", "[".repeat(5000), "[".repeat(5000) + "]".repeat(5000), "{\"a\":".repeat(5000),
				"{\"a\":".repeat(5000) + "1" + "}".repeat(5000), "a".repeat(MEGABYTE))) {
			HttpResponse<String> response = client.post(path, body);
			assertThat(response.statusCode()).isEqualTo(400);
			assertThat(RawClient.code(RawClient.json(response))).isEqualTo("InvalidRequest");
			verify(path, response);
		}
	}

	@ParameterizedTest
	@MethodSource("paths")
	void whenEnvelopeIsUnusualThenCodeIsDocumented(String path) throws Exception {
		for (String body : List.of("{}", "{\"RequestHeader\":null}", "{\"RequestHeader\":[]}",
				"{\"RequestHeader\":{\"Token\":{}}}", "{\"RequestHeader\":{\"Token\":7,\"CoordinationId\":[{}]}}")) {
			verify(path, client.post(path, body));
		}
		for (String arguments : List.of("null", "[]", "7", "\"text\"", "true", "{}",
				"{\"a\":".repeat(300) + "1" + "}".repeat(300))) {
			verify(path, client.post(path, DocumentedRequests.envelope(path, token, JSON.readTree(arguments))));
		}
	}

	@ParameterizedTest
	@MethodSource("paths")
	void whenOneArgumentIsWrongThenCodeIsDocumented(String path) throws Exception {
		for (JsonNode arguments : WrongArguments.variants(DocumentedRequests.arguments(path))) {
			String body = DocumentedRequests.envelope(path, token, arguments);
			verify(path + " " + arguments, client.post(path, body));
		}
	}

	@ParameterizedTest
	@MethodSource("paths")
	void whenArgumentIsLongThenCodeIsDocumented(String path) throws Exception {
		for (Object value : List.of("a ".repeat(LENGTH / 2), Collections.nCopies(LENGTH / 10, "number"))) {
			JsonNode arguments = DocumentedRequests.arguments(path).set(firstName(path), JSON.valueToTree(value));
			verify(path, client.post(path, DocumentedRequests.envelope(path, token, arguments)));
		}
	}

	@ParameterizedTest
	@MethodSource("paths")
	void whenBodyHasElevenMegabytesThenItIsTooLarge(String path) throws Exception {
		HttpResponse<String> response = send(
				client.request(path, "").POST(BodyPublishers.ofByteArray(new byte[11 * MEGABYTE])));
		assertThat(response.statusCode()).isEqualTo(413);
		verify(path, response);
	}

	@ParameterizedTest
	@MethodSource("paths")
	void whenMethodIsNotPostThenItIsNotAllowed(String path) throws Exception {
		for (String method : List.of("GET", "HEAD", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE")) {
			boolean body = Set.of("PUT", "PATCH").contains(method);
			HttpResponse<String> response = send(client.request(path, "")
				.method(method, body ? BodyPublishers.ofString("{}") : BodyPublishers.noBody()));
			assertThat(response.statusCode()).as(method).isEqualTo(405);
			assertThat(response.headers().allValues("Allow")).as(method).containsExactly("POST");
			verify(path, response);
		}
	}

	@ParameterizedTest
	@MethodSource("paths")
	void whenClientExpectsContinueThenCodeIsDocumented(String path) throws Exception {
		String body = DocumentedRequests.envelope(path, token, DocumentedRequests.arguments(path));
		verify(path, send(client.request(path, body).expectContinue(true)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/v1", "/v1/", "/v1/lightbox/", "/v1/lightbox/Unknown", "/v1/lightbox/createlightbox",
			"/v1/lightbox/CreateLightbox/", "/v3/lightbox/CreateLightbox", "/v1/lightbox/CreateLightbox%00",
			"/v1/lightbox/../../CreateLightbox", "/%25s%25n" })
	void whenOperationIsUnknownThenItIsNotFound(String path) throws Exception {
		HttpResponse<String> response = client.post(path, "{}");
		assertThat(response.statusCode()).isEqualTo(404);
		verify(path, response);
	}

	private static String firstName(String path) {
		return DocumentedRequests.arguments(path).propertyNames().stream().findFirst().orElse("Any");
	}

	private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
		return RawClient.HTTP.send(request.build(), BodyHandlers.ofString());
	}

	private static void verify(String description, HttpResponse<String> response) {
		assertThat(response.statusCode()).as(description).isBetween(200, 499);
		assertThat(response.body()).as(description).doesNotContain("Exception", "\tat ", "java.");
		if (response.statusCode() == 200) {
			JsonNode envelope = RawClient.json(response);
			assertThat(RawClient.status(envelope)).as(description).isIn("success", "warning", "error");
			assertThat(codes(envelope)).as(description).allMatch(DocumentedCodes.ALL::contains);
		}
	}

	private static Stream<String> codes(JsonNode envelope) {
		return envelope.at("/ResponseHeader/StatusList").valueStream().map((status) -> status.path("Code").asString());
	}

}

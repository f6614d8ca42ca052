package io.github.connectapi.integration.operations;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.github.connectapi.ConnectSession;
import io.github.connectapi.autoconfigure.endpoint.ConnectAction;
import io.github.connectapi.test.FakeConnectServerBuilder;
import io.github.connectapi.test.Fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

/**
 * Tests that the endpoint works over HTTP as documented.
 */
@Timeout(60)
class EndpointTests {

	private static final Pattern CURL = Pattern.compile("(?m)^curl (?:-X (\\w+) )?http://localhost:8080(\\S+)$");

	private static final Pattern COORDINATION_ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f-]*…?");

	private final Document document = Document.of("docs/operations.md");

	private final MonitoredApplication app = MonitoredApplication.start();

	@AfterEach
	void close() {
		this.app.close();
	}

	@Test
	void whenEachStatusIsProvokedThenItIsDocumented() {
		Set<Integer> seen = new TreeSet<>();
		HttpResponse<String> noSession = this.app.invoke("invalidate");
		seen.add(noSession.statusCode());
		assertThat(message(noSession)).isEqualTo("There is no valid session");
		assertThat(noSession.statusCode()).isEqualTo(409);
		assertThat(record(seen, this.app.invoke("stop"))).as("no such action").isEqualTo(400);
		assertThat(record(seen, this.app.send("POST", "/actuator/gettyconnect/another/renew"))).as("no such manager")
			.isEqualTo(404);
		assertThat(this.app.send("GET", "/actuator/gettyconnect/another").statusCode()).isEqualTo(404);
		assertThat(record(seen, this.app.invoke("reset"))).isEqualTo(200);
		assertThat(record(seen, this.app.invoke("reset"))).isEqualTo(429);

		assertThat(this.document.table("Actions")).extracting((row) -> row.get(0))
			.filteredOn((cell) -> cell.matches("\\d+"))
			.containsExactlyElementsOf(seen.stream().map(String::valueOf).toList());
		assertThat(this.app.server.requests()).isEmpty();
	}

	@Test
	void whenAnActionIsRefusedThenItDoesNotCountForTheRateLimit() {
		assertThat(this.app.invoke("invalidate").statusCode()).as("there is no session").isEqualTo(409);
		this.app.manager().getSession();
		assertThat(this.app.invoke("invalidate").statusCode()).isEqualTo(200);
		await().until(() -> this.app.session().path("generation").asInt() == 2);
		HttpResponse<String> ignored = this.app.invoke("invalidate");
		assertThat(ignored.statusCode()).isEqualTo(409);
		assertThat(message(ignored)).startsWith("Invalidations are ignored until ")
			.endsWith("; use reset to accept them now");

		assertThat(this.app.invoke("reset").statusCode()).isEqualTo(200);
		assertThat(this.app.invoke("invalidate").statusCode()).as("within a minute").isEqualTo(429);
		assertThat(this.app.server.count("CreateSession")).isEqualTo(2);
	}

	@Test
	void whenTheDocumentedCommandsAreRunThenTheySucceed() {
		this.app.manager().getSession();
		String commands = String.join("", this.document.codeBlocks("sh", "Actions"))
				+ Document.of("docs/runbook.md").codeBlocks("sh", "Runbook").get(0);

		assertThat(CURL.matcher(commands).results()).hasSize(4).allSatisfy((curl) -> {
			await().until(() -> !this.app.session().path("acquiring").asBoolean());
			String method = (curl.group(1) != null) ? curl.group(1) : "GET";
			assertThat(this.app.send(method, curl.group(2)).statusCode()).as(curl.group()).isEqualTo(200);
		});
	}

	@Test
	void whenActionsExistThenAllAreDocumented() {
		assertThat(
				this.document.table("Actions").stream().map((row) -> row.get(0)).filter((cell) -> cell.contains("`")))
			.containsExactlyInAnyOrder("`renew`", "`invalidate`", "`reset`");
		assertThat(ConnectAction.values()).hasSize(3);
	}

	@Test
	void whenASessionIsShownThenItHasTheDocumentedFields() {
		JsonNode documented = JsonMapper.shared().readTree(this.document.codeBlocks("json", "The endpoint").get(0));
		JsonNode actual = JsonMapper.shared()
			.readTree(OnCallScenario.result().endpoint())
			.path("gettyConnectSessionManager");

		assertThat(actual.propertyNames()).containsExactlyElementsOf(documented.propertyNames());
		assertThat(actual.path("lastFailure").propertyNames())
			.containsExactlyElementsOf(documented.path("lastFailure").propertyNames());
		assertThat(actual.path("state").asString()).isEqualTo(documented.path("state").asString());
	}

	@Test
	void whenTheCredentialsAreRejectedThenTheMessageIsTheDocumentedOne() {
		JsonNode documented = JsonMapper.shared().readTree(this.document.codeBlocks("json", "The endpoint").get(0));
		String message = documented.path("lastFailure").path("message").asString();
		this.app.server.always("CreateSession", Fault.error("InvalidUsernameOrPassword", "no such user or password"));
		assertThat(catchThrowable(this.app::call)).isNotNull();

		assertThat(this.app.session().path("lastFailure").path("message").asString()).matches(
				(actual) -> new DocumentedText(COORDINATION_ID.matcher(message).replaceAll("...")).matches(actual),
				message);
	}

	@Test
	void whenActionsAreInvokedThenNoResponseContainsASecret() {
		ConnectSession first = this.app.manager().getSession();
		String responses = Stream.of("renew", "reset", "invalidate", "renew", "stop")
			.map((action) -> this.app.invoke(action).body() + this.app.session()
					+ this.app.get("/actuator/gettyconnect"))
			.collect(Collectors.joining());
		ConnectSession last = this.app.manager().getSession();

		assertThat(responses).contains("\"accountId\":\"" + FakeConnectServerBuilder.ACCOUNT_ID + '"')
			.doesNotContain(FakeConnectServerBuilder.SYSTEM_ID, FakeConnectServerBuilder.SYSTEM_PASSWORD,
					FakeConnectServerBuilder.USER_NAME, FakeConnectServerBuilder.USER_PASSWORD)
			.doesNotContain(secrets(first))
			.doesNotContain(secrets(last));
	}

	private static List<CharSequence> secrets(ConnectSession session) {
		return List.of(session.token().reveal(), session.secureToken().orElseThrow().reveal());
	}

	private static int record(Set<Integer> seen, HttpResponse<String> response) {
		seen.add(response.statusCode());
		return response.statusCode();
	}

	private static String message(HttpResponse<String> response) {
		Map<?, ?> body = JsonMapper.shared().readValue(response.body(), Map.class);
		assertThat(body.get("performed")).isEqualTo(false);
		return String.valueOf(body.get("message"));
	}

}

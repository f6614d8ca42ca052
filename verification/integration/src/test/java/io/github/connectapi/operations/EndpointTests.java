package io.github.connectapi.operations;

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

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The endpoint over HTTP, as the reference describes it.
 */
@Timeout(60)
class EndpointTests {

	private static final Pattern CURL = Pattern.compile("(?m)^curl (?:-X (\\w+) )?http://localhost:8080(\\S+)$");

	private final Document document = Document.of("docs/operations.md");

	private final Operated app = Operated.start();

	@AfterEach
	void close() {
		this.app.close();
	}

	@Test
	void whenEachStatusIsProvokedThenTheyAreTheDocumentedOnes() {
		Set<Integer> seen = new TreeSet<>();
		HttpResponse<String> noSession = this.app.act("invalidate");
		seen.add(noSession.statusCode());
		assertThat(message(noSession)).isEqualTo("There is no valid session");
		assertThat(noSession.statusCode()).isEqualTo(409);
		assertThat(status(seen, this.app.act("stop"))).as("no such action").isEqualTo(400);
		assertThat(status(seen, this.app.send("POST", "/actuator/gettyconnect/another/renew"))).as("no such manager")
			.isEqualTo(404);
		assertThat(this.app.send("GET", "/actuator/gettyconnect/another").statusCode()).isEqualTo(404);
		assertThat(status(seen, this.app.act("reset"))).isEqualTo(200);
		assertThat(status(seen, this.app.act("reset"))).isEqualTo(429);

		assertThat(this.document.table("Actions")).extracting((row) -> row.get(0))
			.filteredOn((cell) -> cell.matches("\\d+"))
			.containsExactlyElementsOf(seen.stream().map(String::valueOf).toList());
		assertThat(this.app.server.requests()).isEmpty();
	}

	@Test
	void whenAnActionIsRefusedThenItMayBeDoneOnceThatIsOver() {
		assertThat(this.app.act("invalidate").statusCode()).as("there is no session").isEqualTo(409);
		this.app.manager().getSession();
		assertThat(this.app.act("invalidate").statusCode()).isEqualTo(200);
		await().until(() -> this.app.session().path("generation").asInt() == 2);
		HttpResponse<String> tooEarly = this.app.act("invalidate");
		assertThat(tooEarly.statusCode()).isEqualTo(409);
		assertThat(message(tooEarly)).startsWith("Invalidations are ignored until ").endsWith("; use reset to accept them now");

		assertThat(this.app.act("reset").statusCode()).isEqualTo(200);
		assertThat(this.app.act("invalidate").statusCode()).as("within a minute").isEqualTo(429);
		assertThat(this.app.server.count("CreateSession")).isEqualTo(2);
	}

	@Test
	void whenTheDocumentedCommandsAreRunThenTheyAreDone() {
		this.app.manager().getSession();
		String commands = String.join("", this.document.blocks("sh", "Actions"))
				+ Document.of("docs/runbook.md").blocks("sh", "Runbook").get(0);

		assertThat(CURL.matcher(commands).results()).hasSize(4).allSatisfy((curl) -> {
			await().until(() -> !this.app.session().path("acquiring").asBoolean());
			String method = (curl.group(1) != null) ? curl.group(1) : "GET";
			assertThat(this.app.send(method, curl.group(2)).statusCode()).as(curl.group()).isEqualTo(200);
		});
	}

	@Test
	void whenActionsAreDocumentedThenTheyAreAllThereAre() {
		assertThat(
				this.document.table("Actions").stream().map((row) -> row.get(0)).filter((cell) -> cell.contains("`")))
			.containsExactlyInAnyOrder("`renew`", "`invalidate`", "`reset`");
		assertThat(ConnectAction.values()).hasSize(3);
	}

	@Test
	void whenTheAnswerIsReadThenItHasTheDocumentedFields() {
		JsonNode documented = JsonMapper.shared().readTree(this.document.blocks("json", "The endpoint").get(0));
		JsonNode real = JsonMapper.shared()
			.readTree(OnCallScenario.once().endpoint())
			.path("gettyConnectSessionManager");

		assertThat(real.propertyNames()).containsExactlyElementsOf(documented.propertyNames());
		assertThat(real.path("lastFailure").propertyNames())
			.containsExactlyElementsOf(documented.path("lastFailure").propertyNames());
		assertThat(real.path("state").asString()).isEqualTo(documented.path("state").asString());
	}

	@Test
	void whenAnythingIsAnsweredThenThereIsNoSecretInIt() {
		ConnectSession first = this.app.manager().getSession();
		String answers = Stream.of("renew", "reset", "invalidate", "renew", "stop")
			.map((action) -> this.app.act(action).body() + this.app.session() + this.app.get("/actuator/gettyconnect"))
			.collect(Collectors.joining());
		ConnectSession last = this.app.manager().getSession();

		assertThat(answers).contains("\"accountId\":\"" + FakeConnectServerBuilder.ACCOUNT_ID + '"')
			.doesNotContain(FakeConnectServerBuilder.SYSTEM_ID, FakeConnectServerBuilder.SYSTEM_PASSWORD,
					FakeConnectServerBuilder.USER_NAME, FakeConnectServerBuilder.USER_PASSWORD)
			.doesNotContain(secrets(first))
			.doesNotContain(secrets(last));
	}

	private static List<CharSequence> secrets(ConnectSession session) {
		return List.of(session.token().reveal(), session.secureToken().orElseThrow().reveal());
	}

	private static int status(Set<Integer> seen, HttpResponse<String> answer) {
		seen.add(answer.statusCode());
		return answer.statusCode();
	}

	private static String message(HttpResponse<String> answer) {
		Map<?, ?> body = JsonMapper.shared().readValue(answer.body(), Map.class);
		assertThat(body.get("done")).isEqualTo(false);
		return String.valueOf(body.get("message"));
	}

}

package io.github.connectapi.integration.operations;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.session.ConnectSessionEvent;
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.FakeConnectServerBuilder;
import io.github.connectapi.test.Fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

/**
 * Tests that health, meters, events, log lines and the endpoint agree on what happens.
 */
@Timeout(60)
@ExtendWith(OutputCaptureExtension.class)
class OnCallTests {

	private static final String FAILURES = "getty_connect_session_failures_total";

	@Test
	void whenTheSessionIsValidThenEverySignalShowsIt(CapturedOutput output) {
		try (MonitoredApplication app = MonitoredApplication.start()) {
			assertThat(app.get("/actuator/health/gettyConnect").path("status").asString()).isEqualTo("UNKNOWN");
			app.call();

			assertThat(app.get("/actuator/health/gettyConnect").path("status").asString()).isEqualTo("UP");
			assertThat(app.send("GET", "/actuator/health/readiness").statusCode()).isEqualTo(200);
			assertThat(app.session().path("state").asString()).isEqualTo("VALID");
			assertThat(app.session().path("generation").asInt()).isOne();
			assertThat(value(app, "getty_connect_session_expiry_seconds")).isBetween(1700.0, 1800.0);
			assertThat(state(app, "valid")).isOne();
			assertThat(app.scrapedLines("getty_connect_acquisition_seconds_count")).singleElement()
				.asString()
				.contains("operation=\"CreateSession\"", "outcome=\"SUCCESS\"", "code=\"none\"")
				.endsWith(" 1");
			assertThat(app.scrapedLines("getty_connect_wait_seconds_count")).hasSize(1);
			assertThat(app.scrapedLines("getty_connect_call_seconds_count")).singleElement()
				.asString()
				.contains("replayed=\"false\"");
			eventually(() -> eventTypes(app).equals("Created"));
			assertThat(logLines(output)).singleElement().asString().contains("generation=1 expiresAt=");
		}
	}

	@Test
	void whenTheApiIsDownAndRecoversThenEverySignalShowsIt(CapturedOutput output) {
		try (MonitoredApplication app = MonitoredApplication.start()) {
			app.call();
			app.server.always(FakeConnectServer.ANY_OPERATION, Fault.status(503));
			assertThat(app.invoke("renew").statusCode()).isEqualTo(200);
			eventually(() -> app.session().path("lastFailure").path("consecutiveFailures").asInt() >= 2);

			assertThat(app.get("/actuator/health/gettyConnect").path("status").asString()).as("remains in use")
				.isEqualTo("UP");
			assertThat(value(app, "getty_connect_session_consecutive_failures")).isGreaterThanOrEqualTo(2);
			assertThat(app.scrapedLines(FAILURES)).singleElement()
				.asString()
				.contains("operation=\"RenewSession\"", "outcome=\"UNAVAILABLE\"");
			assertThat(output).contains("generation=1 operation=RenewSession code=none");

			app.manager().invalidate(app.manager().getSession());
			assertThat(catchThrowable(app::call)).isInstanceOf(ConnectApiException.class);
			eventually(() -> eventTypes(app).endsWith("Unavailable"));
			assertThat(app.get("/actuator/health/gettyConnect").path("status").asString()).isEqualTo("DOWN");
			assertThat(app.send("GET", "/actuator/health/readiness").statusCode()).isEqualTo(503);
			assertThat(app.session().path("state").asString()).isEqualTo("FAILED");
			assertThat(app.session().path("lastFailure").path("coordinationId").asString()).isNotBlank();
			assertThat(state(app, "failed")).isOne();
			assertThat(app.scrapedLines("getty_connect_session_expiry_seconds")).singleElement()
				.asString()
				.endsWith("NaN");

			app.server.clearFaults();
			eventually(() -> app.session().path("state").asString().equals("VALID"));
			eventually(() -> eventTypes(app).endsWith("Created Recovered"));
			assertThat(value(app, "getty_connect_session_consecutive_failures")).isZero();
			assertThat(logLines(output)).hasSize(5);
		}
	}

	@Test
	void whenCallsFailAndTheSessionIsValidThenOnlyTheirMeterShowsIt(CapturedOutput output) {
		try (MonitoredApplication app = MonitoredApplication.start()) {
			app.call();
			app.server.always("GetCountries", Fault.error("InternalError", "no"));
			assertThat(catchThrowable(app::call)).isInstanceOf(ConnectApiException.class);

			assertThat(app.scrapedLines("getty_connect_call_seconds_count"))
				.filteredOn((line) -> !line.contains("outcome=\"SUCCESS\""))
				.singleElement()
				.asString()
				.contains("code=\"InternalError\"", "operation=\"GetCountries\"");
			assertThat(state(app, "valid")).isOne();
			assertThat(app.get("/actuator/health/gettyConnect").path("status").asString()).isEqualTo("UP");
			assertThat(app.session().path("lastFailure").isNull()).isTrue();
			assertThat(logLines(output)).hasSize(1);
		}
	}

	@Test
	void whenTheCredentialsAreRejectedAndCorrectedThenEverySignalShowsIt(CapturedOutput output) {
		try (MonitoredApplication app = MonitoredApplication
			.with(Map.of("getty.connect.user-password", "wrong-canary"))) {
			assertThat(catchThrowable(app::call)).isInstanceOf(ConnectApiException.class);

			JsonNode details = app.get("/actuator/health/gettyConnect").path("details");
			assertThat(details.path("code").asString()).isEqualTo("InvalidUsernameOrPassword");
			assertThat(details.path("credentialsRejected").asBoolean()).isTrue();
			assertThat(app.session().path("nextAttemptAt").asString()).isNotBlank();
			assertThat(value(app, "getty_connect_session_next_attempt_seconds")).isBetween(3500.0, 3600.0);
			assertThat(value(app, "getty_connect_session_credentials_rejected")).isOne();
			assertThat(app.invoke("renew").statusCode()).as("backing off").isEqualTo(409);
			eventually(() -> eventTypes(app).equals("Rejected"));
			eventually(() -> app.scrapedLines(FAILURES).size() == 1);
			assertThat(app.scrapedLines(FAILURES)).singleElement()
				.asString()
				.contains("code=\"InvalidUsernameOrPassword\"", "outcome=\"CREDENTIALS_REJECTED\"");
			assertThat(output).containsOnlyOnce("generation=0 operation=CreateSession code=InvalidUsernameOrPassword");

			app.server.accounts().changeUserPassword(FakeConnectServerBuilder.USER_NAME, "wrong-canary");
			assertThat(app.invoke("reset").statusCode()).isEqualTo(200);
			eventually(() -> app.session().path("state").asString().equals("VALID"));
			eventually(() -> eventTypes(app).equals("Rejected Reset Created"));
			assertThat(output).doesNotContain("canary");
		}
	}

	@Test
	void whenTheTokenIsRevokedThenTheReplayIsCountedAndTheCallSucceeds(CapturedOutput output) {
		try (MonitoredApplication app = MonitoredApplication.start()) {
			app.call();
			app.server.revokeAll();
			app.call();

			assertThat(app.scrapedLines("getty_connect_call_seconds_count"))
				.filteredOn((line) -> line.contains("replayed=\"true\""))
				.singleElement()
				.asString()
				.endsWith(" 1");
			assertThat(app.scrapedLines("getty_connect_exchange_seconds_count"))
				.anyMatch((line) -> line.contains("outcome=\"TOKEN_REJECTED\""));
			eventually(() -> eventTypes(app).equals("Created Invalidated Created"));
			assertThat(app.session().path("invalidationsIgnoredUntil").asString()).isNotBlank();
			assertThat(logLines(output)).filteredOn((line) -> line.contains(" WARN "))
				.singleElement()
				.asString()
				.endsWith("generation=1");
		}
	}

	@Test
	void whenTheSessionIsRenewedByTheEndpointThenEverySignalShowsIt() {
		try (MonitoredApplication app = MonitoredApplication.start()) {
			app.call();
			assertThat(app.invoke("renew").statusCode()).isEqualTo(200);
			eventually(() -> eventTypes(app).equals("Created Renewed"));

			assertThat(app.session().path("renewals").asInt()).isOne();
			assertThat(app.scrapedLines("getty_connect_acquisition_seconds_count"))
				.anyMatch((line) -> line.contains("operation=\"RenewSession\""));
			assertThat(app.invoke("renew").statusCode()).as("once a minute").isEqualTo(429);
		}
	}

	@Test
	void whenCredentialsAreRotatedThenTheSessionRemainsInUseAndTheNextLoginUsesThem() {
		try (MonitoredApplication app = MonitoredApplication.withCredentialsProvider()) {
			app.call();
			app.server.accounts().changeUserPassword(FakeConnectServerBuilder.USER_NAME, "rotated");
			app.setProvidedPassword("rotated");
			app.call();
			assertThat(app.session().path("generation").asInt()).as("remains in use").isOne();

			assertThat(app.invoke("renew").statusCode()).isEqualTo(200);
			eventually(() -> app.session().path("generation").asInt() == 2);
			assertThat(app.session().path("renewals").asInt()).as("renewals").isZero();
			assertThat(app.get("/actuator/health/gettyConnect").path("status").asString()).isEqualTo("UP");
			assertThat(app.scrapedLines(FAILURES)).isEmpty();
		}
	}

	@Test
	void whenHealthIsReadAHundredTimesThenNoRequestIsSent() {
		try (MonitoredApplication app = MonitoredApplication.start()) {
			readHealth(app, "UNKNOWN");
			assertThat(app.server.requests()).isEmpty();

			app.call();
			app.server.clearRequests();
			readHealth(app, "UP");
			assertThat(app.server.requests()).isEmpty();
		}
		try (MonitoredApplication app = MonitoredApplication.with(Map.of("getty.connect.user-password", "wrong"))) {
			catchThrowable(app::call);
			app.server.clearRequests();
			readHealth(app, "DOWN");
			assertThat(app.server.requests()).isEmpty();
		}
	}

	private static void readHealth(MonitoredApplication app, String status) {
		for (int i = 0; i < 100; i++) {
			assertThat(app.get("/actuator/health/gettyConnect").path("status").asString()).isEqualTo(status);
		}
		app.session();
		app.scrapedLines("getty");
	}

	/** Return the lines that the session manager logged. */
	private static List<String> logLines(CapturedOutput output) {
		return output.getAll().lines().filter((line) -> line.contains(".ConnectSessionManager ")).toList();
	}

	/** Return the types of the events in their order, without repetitions. */
	private static String eventTypes(MonitoredApplication app) {
		StringBuilder types = new StringBuilder();
		String last = "";
		for (ConnectSessionEvent event : app.events()) {
			String type = event.getClass().getSimpleName();
			types.append(type.equals(last) ? "" : " " + type);
			last = type;
		}
		return types.toString().strip();
	}

	private static double value(MonitoredApplication app, String meter) {
		String line = app.scrapedLines(meter + "{").get(0);
		return Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1));
	}

	private static double state(MonitoredApplication app, String state) {
		String line = app.scrapedLines("getty_connect_session_state{")
			.stream()
			.filter((each) -> each.contains("state=\"" + state + "\""))
			.findFirst()
			.orElseThrow();
		return Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1));
	}

	private static void eventually(Callable<Boolean> condition) {
		await().timeout(Duration.ofSeconds(20)).until(condition);
	}

}

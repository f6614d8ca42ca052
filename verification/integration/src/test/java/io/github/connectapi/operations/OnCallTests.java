package io.github.connectapi.operations;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.operation.ConnectOperations;
import io.github.connectapi.session.ConnectSessionEvent;
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.FakeConnectServerBuilder;
import io.github.connectapi.test.Fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

/**
 * Every signal of what can happen at night, through everything down to the wire.
 */
@Timeout(60)
@ExtendWith(OutputCaptureExtension.class)
class OnCallTests {

	private static final String FAILURES = "getty_connect_session_failures_total";

	@Test
	void whenAllIsWellThenEverySignalSaysSo(CapturedOutput output) {
		try (Operated app = Operated.start()) {
			assertThat(app.get("/actuator/health/gettyConnect").path("status").asString()).isEqualTo("UNKNOWN");
			call(app);

			assertThat(app.get("/actuator/health/gettyConnect").path("status").asString()).isEqualTo("UP");
			assertThat(app.send("GET", "/actuator/health/readiness").statusCode()).isEqualTo(200);
			assertThat(app.session().path("state").asString()).isEqualTo("VALID");
			assertThat(app.session().path("generation").asInt()).isOne();
			assertThat(value(app, "getty_connect_session_expiry_seconds")).isBetween(1700.0, 1800.0);
			assertThat(state(app, "valid")).isOne();
			assertThat(app.meter("getty_connect_acquisition_seconds_count")).singleElement()
				.asString()
				.contains("operation=\"CreateSession\"", "outcome=\"SUCCESS\"", "code=\"none\"")
				.endsWith(" 1");
			assertThat(app.meter("getty_connect_wait_seconds_count")).hasSize(1);
			assertThat(app.meter("getty_connect_call_seconds_count")).singleElement()
				.asString()
				.contains("replayed=\"false\"");
			eventually(() -> kinds(app).equals("Created"));
			assertThat(output).containsOnlyOnce("Connect session created: generation=1 expiresAt=");
		}
	}

	@Test
	void whenTheApiIsDownAndComesBackThenEverySignalSaysSo(CapturedOutput output) {
		try (Operated app = Operated.start()) {
			call(app);
			app.server.always(FakeConnectServer.ANY_OPERATION, Fault.status(503));
			assertThat(app.act("renew").statusCode()).isEqualTo(200);
			eventually(() -> app.session().path("lastFailure").path("consecutiveFailures").asInt() >= 2);

			assertThat(app.get("/actuator/health/gettyConnect").path("status").asString()).as("served on")
				.isEqualTo("UP");
			assertThat(value(app, "getty_connect_session_consecutive_failures")).isGreaterThanOrEqualTo(2);
			assertThat(app.meter(FAILURES)).singleElement()
				.asString()
				.contains("operation=\"RenewSession\"", "outcome=\"UNAVAILABLE\"");
			assertThat(output).contains("the valid one is served on: generation=1 operation=RenewSession code=none");

			app.manager().invalidate(app.manager().getSession());
			assertThat(catchThrowable(() -> call(app))).isInstanceOf(ConnectApiException.class);
			eventually(() -> kinds(app).endsWith("Unavailable"));
			assertThat(app.get("/actuator/health/gettyConnect").path("status").asString()).isEqualTo("DOWN");
			assertThat(app.send("GET", "/actuator/health/readiness").statusCode()).isEqualTo(503);
			assertThat(app.session().path("state").asString()).isEqualTo("FAILED");
			assertThat(app.session().path("lastFailure").path("coordinationId").asString()).isNotBlank();
			assertThat(state(app, "failed")).isOne();
			assertThat(app.meter("getty_connect_session_expiry_seconds")).singleElement().asString().endsWith("NaN");

			app.server.clearFaults();
			eventually(() -> app.session().path("state").asString().equals("VALID"));
			eventually(() -> kinds(app).endsWith("Created Recovered"));
			assertThat(value(app, "getty_connect_session_consecutive_failures")).isZero();
			assertThat(output.getAll().lines().filter((line) -> line.contains("Connect session "))).as("lines")
				.hasSize(5);
		}
	}

	@Test
	void whenCallsFailWhileTheSessionIsValidThenOnlyTheirMeterSaysSo(CapturedOutput output) {
		try (Operated app = Operated.start()) {
			call(app);
			app.server.always("GetCountries", Fault.error("InternalError", "no"));
			assertThat(catchThrowable(() -> call(app))).isInstanceOf(ConnectApiException.class);

			assertThat(app.meter("getty_connect_call_seconds_count"))
				.filteredOn((line) -> !line.contains("outcome=\"SUCCESS\""))
				.singleElement()
				.asString()
				.contains("code=\"InternalError\"", "operation=\"GetCountries\"");
			assertThat(state(app, "valid")).isOne();
			assertThat(app.get("/actuator/health/gettyConnect").path("status").asString()).isEqualTo("UP");
			assertThat(app.session().path("lastFailure").isNull()).isTrue();
			assertThat(output.getAll().lines().filter((line) -> line.contains("Connect session "))).hasSize(1);
		}
	}

	@Test
	void whenTheCredentialsAreRejectedAndCorrectedThenEverySignalSaysSo(CapturedOutput output) {
		try (Operated app = Operated.with(Map.of("getty.connect.user-password", "wrong-canary"))) {
			assertThat(catchThrowable(() -> call(app))).isInstanceOf(ConnectApiException.class);

			JsonNode details = app.get("/actuator/health/gettyConnect").path("details");
			assertThat(details.path("code").asString()).isEqualTo("InvalidUsernameOrPassword");
			assertThat(details.path("credentialsRejected").asBoolean()).isTrue();
			assertThat(app.session().path("nextAttemptAt").asString()).isNotBlank();
			assertThat(value(app, "getty_connect_session_next_attempt_seconds")).isBetween(3500.0, 3600.0);
			assertThat(value(app, "getty_connect_session_credentials_rejected")).isOne();
			assertThat(app.act("renew").statusCode()).as("held back").isEqualTo(409);
			eventually(() -> kinds(app).equals("Rejected"));
			eventually(() -> app.meter(FAILURES).size() == 1);
			assertThat(app.meter(FAILURES)).singleElement()
				.asString()
				.contains("code=\"InvalidUsernameOrPassword\"", "outcome=\"CREDENTIALS_REJECTED\"");
			assertThat(output).containsOnlyOnce("not available because the credentials are rejected: generation=0");

			app.server.accounts().changeUserPassword(FakeConnectServerBuilder.USER_NAME, "wrong-canary");
			assertThat(app.act("reset").statusCode()).isEqualTo(200);
			eventually(() -> app.session().path("state").asString().equals("VALID"));
			eventually(() -> kinds(app).equals("Rejected Reset Created"));
			assertThat(output).doesNotContain("canary");
		}
	}

	@Test
	void whenTheTokenIsRevokedThenTheReplayIsCountedAndTheCallSucceeds(CapturedOutput output) {
		try (Operated app = Operated.start()) {
			call(app);
			app.server.revokeAll();
			call(app);

			assertThat(app.meter("getty_connect_call_seconds_count"))
				.filteredOn((line) -> line.contains("replayed=\"true\""))
				.singleElement()
				.asString()
				.endsWith(" 1");
			assertThat(app.meter("getty_connect_exchange_seconds_count"))
				.anyMatch((line) -> line.contains("outcome=\"TOKEN_REJECTED\""));
			eventually(() -> kinds(app).equals("Created Invalidated Created"));
			assertThat(app.session().path("invalidationsIgnoredUntil").asString()).isNotBlank();
			assertThat(output).containsOnlyOnce("invalidated because its token was reported as rejected: generation=1");
		}
	}

	@Test
	void whenTheSessionIsRenewedByHandThenEverySignalSaysSo() {
		try (Operated app = Operated.start()) {
			call(app);
			assertThat(app.act("renew").statusCode()).isEqualTo(200);
			eventually(() -> kinds(app).equals("Created Renewed"));

			assertThat(app.session().path("renewals").asInt()).isOne();
			assertThat(app.meter("getty_connect_acquisition_seconds_count"))
				.anyMatch((line) -> line.contains("operation=\"RenewSession\""));
			assertThat(app.act("renew").statusCode()).as("once a minute").isEqualTo(429);
		}
	}

	@Test
	void whenCredentialsAreRotatedThenTheSessionIsServedOnAndTheNextOneHasThem() {
		try (Operated app = Operated.rotating()) {
			call(app);
			app.server.accounts().changeUserPassword(FakeConnectServerBuilder.USER_NAME, "rotated");
			app.rotate("rotated");
			call(app);
			assertThat(app.session().path("generation").asInt()).as("served on").isOne();

			assertThat(app.act("renew").statusCode()).isEqualTo(200);
			eventually(() -> app.session().path("generation").asInt() == 2);
			assertThat(app.session().path("renewals").asInt()).as("another login").isZero();
			assertThat(app.get("/actuator/health/gettyConnect").path("status").asString()).isEqualTo("UP");
			assertThat(app.meter(FAILURES)).isEmpty();
		}
	}

	@Test
	void whenHealthIsReadAThousandTimesThenNothingIsSent() {
		try (Operated app = Operated.start()) {
			readHealth(app, "UNKNOWN");
			assertThat(app.server.requests()).isEmpty();

			call(app);
			app.server.clearRequests();
			readHealth(app, "UP");
			assertThat(app.server.requests()).isEmpty();
		}
		try (Operated app = Operated.with(Map.of("getty.connect.user-password", "wrong"))) {
			catchThrowable(() -> call(app));
			app.server.clearRequests();
			readHealth(app, "DOWN");
			assertThat(app.server.requests()).isEmpty();
		}
	}

	private static void readHealth(Operated app, String status) {
		for (int i = 0; i < 1000; i++) {
			assertThat(app.get("/actuator/health/gettyConnect").path("status").asString()).isEqualTo(status);
		}
		app.session();
		app.meter("getty");
	}

	private static void call(Operated app) {
		app.connect().call(ConnectOperations.GET_COUNTRIES, Map.of(), Object.class);
	}

	/** The events in their order, those that repeat as one. */
	private static String kinds(Operated app) {
		StringBuilder kinds = new StringBuilder();
		String last = "";
		for (ConnectSessionEvent event : app.events()) {
			String kind = event.getClass().getSimpleName();
			kinds.append(kind.equals(last) ? "" : " " + kind);
			last = kind;
		}
		return kinds.toString().strip();
	}

	private static double value(Operated app, String meter) {
		String line = app.meter(meter + "{").get(0);
		return Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1));
	}

	private static double state(Operated app, String state) {
		String line = app.meter("getty_connect_session_state{")
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

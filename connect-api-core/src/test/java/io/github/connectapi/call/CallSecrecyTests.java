package io.github.connectapi.call;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

import io.github.connectapi.ConnectSession;
import io.github.connectapi.download.CreateDownloadRequest;
import io.github.connectapi.operation.ConnectOperations;
import io.github.connectapi.operation.ConnectRequest;
import io.github.connectapi.test.Fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Repeats the token in every part of the response, logs everything, and verifies that
 * neither exceptions nor logs contain the token or the canary of the request.
 */
@Timeout(60)
class CallSecrecyTests {

	private static final String CANARY = "canary-of-the-request";

	private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

	private final Level level = this.root.getLevel();

	private final ListAppender<ILoggingEvent> log = new ListAppender<>();

	private final CallFixture fixture = CallFixture.create();

	@BeforeEach
	void logEverything() {
		this.log.start();
		this.root.addAppender(this.log);
		this.root.setLevel(Level.TRACE);
	}

	@AfterEach
	void restore() {
		this.root.setLevel(this.level);
		this.root.detachAppender(this.log);
		this.fixture.close();
	}

	static Stream<Named<Function<String, Fault>>> responses() {
		return Stream.of(named("success", (token) -> Fault.normal()),
				named("as a message", (token) -> Fault.error("InvalidRequest", "The token " + token + " is bad.")),
				named("as a code", (token) -> Fault.error(token, null)),
				named("as the message of a rejection", (token) -> Fault.error("AUTH-014", token)),
				named("as a warning", (token) -> Fault.warning("Odd", token)),
				named("as the coordination id", (token) -> Fault.normal().set("/ResponseHeader/CoordinationId", token)),
				named("as the status", (token) -> Fault.normal().set("/ResponseHeader/Status", token)),
				named("as a value of another type", (token) -> Fault.result("{\"Names\":\"" + token + "\"}")),
				named("as a name in the path to an invalid value",
						(token) -> Fault.result("{\"Names\":{\"" + token + "\":\"odd\"}}")),
				named("as a result of another type", (token) -> Fault.result("\"" + token + "\"")),
				named("in broken JSON", (token) -> Fault.status(200).body("application/json", "{\"" + token)),
				named("in html", (token) -> Fault.status(500).body("text/html", "<p>" + token)),
				named("in a gateway header",
						(token) -> Fault.status(403).header("X-Error-Detail", "Bad token " + token)),
				named("in a redirect", (token) -> Fault.redirect(302, "http://127.0.0.1:1/" + token)),
				named("no response", (token) -> Fault.drop()));
	}

	@ParameterizedTest
	@MethodSource("responses")
	void whenTheServerRepeatsTheTokenThenNeitherExceptionNorLogContainsIt(Function<String, Fault> response)
			throws IOException {
		ConnectSession session = this.fixture.manager.getSession();
		this.fixture.server.always("ReportUsage", response.apply(session.token().reveal()));
		ConnectRequest request = ConnectRequest.of(ConnectOperations.REPORT_USAGE, Map.of("Note", CANARY));

		assertSecret(request, List.of(session.token().reveal(), session.secureToken().orElseThrow().reveal(), CANARY));
		assertThat(request.toString()).doesNotContain(CANARY);
	}

	@ParameterizedTest
	@MethodSource("responses")
	void whenTheServerRepeatsTheDownloadTokenThenNeitherExceptionNorLogContainsIt(Function<String, Fault> response)
			throws IOException {
		this.fixture.server.always("CreateDownloadRequest", response.apply(CANARY));
		assertSecret(
				ConnectRequest.of(ConnectOperations.CREATE_DOWNLOAD_REQUEST, CreateDownloadRequest.of("other", CANARY)),
				List.of(CANARY));
	}

	private void assertSecret(ConnectRequest request, List<String> secrets) throws IOException {
		Throwable failure = catchThrowable(
				() -> this.log.list.add(event(this.fixture.connect.exchange(request, Numbers.class).toString())));
		String rendered = (failure != null) ? render(failure) : "";
		String logged = String.join("\n", List.copyOf(this.log.list).stream().map(this::text).toList());
		for (String secret : secrets) {
			// A part of a secret is a leak, too.
			String part = secret.substring(0, Math.min(40, secret.length()));
			assertThat(rendered.contains(part)).as("a secret in the exception").isFalse();
			assertThat(logged.contains(part)).as("a secret in the log").isFalse();
		}
	}

	private static Named<Function<String, Fault>> named(String name, Function<String, Fault> response) {
		return Named.of(name, response);
	}

	private ILoggingEvent event(String message) {
		return new LoggingEvent("", this.root, Level.INFO, message, null, null);
	}

	private String text(ILoggingEvent event) {
		return event.getFormattedMessage() + event.getMDCPropertyMap() + event.getThrowableProxy();
	}

	private static String render(Throwable failure) throws IOException {
		StringWriter trace = new StringWriter();
		failure.printStackTrace(new PrintWriter(trace));
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		new ObjectOutputStream(bytes).writeObject(failure);
		return trace + bytes.toString(StandardCharsets.ISO_8859_1);
	}

	record Numbers(Map<String, Integer> names) {
	}

}

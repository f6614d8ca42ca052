package io.github.connectapi.integration.operations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.io.ByteArrayResource;

import io.github.connectapi.integration.operations.examples.Examples;
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.Fault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

/**
 * Tests that the documented examples work as documented.
 */
class ExampleTests {

	private static final Path EXAMPLES = Path.of("src/test/java/io/github/connectapi/integration/operations/examples");

	private final Document document = Document.of("docs/operations.md");

	@Test
	void whenTheConfigurationIsCopiedThenSignalsAreEnabled() {
		Map<String, String> copied = properties(this.document, "Enable meters and the endpoint");
		copied.putAll(properties(this.document, "Readiness"));
		copied.put("spring.application.name", "shop");
		try (MonitoredApplication app = MonitoredApplication.withDefaults(copied)) {
			assertThat(app.send("GET", "/actuator/gettyconnect").statusCode()).isEqualTo(200);
			assertThat(app.scrapedLines("getty_")).isNotEmpty()
				.allSatisfy((line) -> assertThat(line).contains("application=\"shop\""));
			assertThat(app.send("GET", "/actuator/health/readiness").statusCode()).as("before the first call")
				.isEqualTo(200);

			app.server.always(FakeConnectServer.ANY_OPERATION, Fault.error("AccountLocked", "no"));
			assertThat(catchThrowable(app::call)).isNotNull();
			assertThat(app.send("GET", "/actuator/health/readiness").statusCode()).isEqualTo(503);
			assertThat(app.send("GET", "/actuator/health/liveness").statusCode()).isEqualTo(200);
			assertThat(app.send("GET", "/actuator/health").statusCode()).as("all contributors").isEqualTo(503);
			assertThat(app.get("/actuator/health").findPath("details").isMissingNode()).as("when authorized").isTrue();
		}
	}

	@Test
	void whenAnObservationIsDisabledThenTheOthersRemain() {
		Map<String, String> copied = properties(this.document, "Disable an observation");
		copied.put("management.metrics.distribution.percentiles-histogram.getty.connect.call", "true");
		try (MonitoredApplication app = MonitoredApplication.with(copied)) {
			app.call();
			assertThat(app.scrapedLines("getty_connect_wait")).isEmpty();
			assertThat(app.scrapedLines("getty_connect_acquisition_seconds_count")).isNotEmpty();
			assertThat(app.scrapedLines("getty_connect_session_state")).isNotEmpty();
			assertThat(app.scrapedLines("getty_connect_call_seconds_bucket")).as("for quantiles").isNotEmpty();
		}
	}

	@Test
	void whenAllObservationsAreDisabledThenGaugesAndTheCounterRemain() {
		try (MonitoredApplication app = MonitoredApplication
			.with(Map.of("management.observations.enable.getty.connect", "false"))) {
			app.server.always(FakeConnectServer.ANY_OPERATION, Fault.error("AccountLocked", "no"));
			assertThat(catchThrowable(app::call)).isNotNull();
			await().until(() -> !app.scrapedLines("getty_connect_session_failures_total").isEmpty());

			assertThat(app.scrapedLines("getty_")).allSatisfy(
					(line) -> assertThat(line).containsPattern("^getty_connect_(session|http_connections|reload)_?"));
		}
	}

	@Test
	void whenTheBeansAreCopiedThenTheyAreUsed() {
		try (MonitoredApplication app = MonitoredApplication.with(Map.of(), Examples.class,
				OnCallScenario.Spans.class)) {
			app.server.enqueue("CreateSession", Fault.error("AccountLocked", "no"));
			assertThat(catchThrowable(app::call)).isNotNull();

			assertThat(app.getBean(OnCallScenario.Spans.class).spans).extracting(OnCallScenario.Span::name)
				.contains("getty GetCountries", "getty CreateSession");
			assertThat(app.scrapedLines("getty_connect_call_seconds_count")).singleElement()
				.asString()
				.contains("api=\"v1\"");
			await().untilAsserted(() -> assertThat(app.getBean(Examples.class).sent)
				.containsExactly("Getty Images rejects our credentials: AccountLocked"));
		}
	}

	@ParameterizedTest
	@CsvSource({ "Change names and keys, ShortNames.java", "Events, SessionAlarm.java",
			"With Spring Security, EndpointSecurity.java" })
	void whenAnExampleIsDocumentedThenItIsTheCompiledFile(String heading, String file) throws IOException {
		assertThat(Files.readString(EXAMPLES.resolve(file)))
			.endsWith("\n\n" + this.document.codeBlocks("java", heading).get(0));
	}

	@Test
	void whenAPurchaseIsDocumentedThenItIsTheCompiledFile() throws IOException {
		assertThat(Files.readString(EXAMPLES.resolve("Shop.java")))
			.endsWith("\n\n" + Document.of("docs/licensing.md").codeBlocks("java", "Buy and download").get(0));
	}

	@Test
	void whenAReadinessGroupIsDocumentedThenItIsThatOfTheReference() {
		String group = this.document.codeBlocks("yaml", "Readiness").get(0);
		assertThat(Document.all().stream().flatMap((each) -> each.codeBlocks("yaml").stream()))
			.filteredOn((block) -> block.contains("readinessState"))
			.hasSizeGreaterThan(1)
			.allMatch(group::equals);
	}

	private static Map<String, String> properties(Document document, String heading) {
		Map<String, String> properties = new LinkedHashMap<>();
		List<String> blocks = document.codeBlocks("yaml", heading);
		assertThat(blocks).hasSize(1);
		try {
			new YamlPropertySourceLoader().load("example", new ByteArrayResource(blocks.get(0).getBytes(UTF_8)))
				.forEach((source) -> {
					EnumerablePropertySource<?> all = (EnumerablePropertySource<?>) source;
					for (String name : all.getPropertyNames()) {
						properties.put(name, String.valueOf(all.getProperty(name)));
					}
				});
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		return properties;
	}

}

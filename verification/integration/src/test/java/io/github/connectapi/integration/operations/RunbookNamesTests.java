package io.github.connectapi.integration.operations;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;

import io.github.connectapi.autoconfigure.GettyConnectAutoConfiguration;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that the log lines, meters and properties that the runbook names exist.
 */
class RunbookNamesTests {

	private static final Pattern LOG_LINE = Pattern.compile("log line(?: ends with| contains|:)? `([^`]+)`");

	private static final Pattern METER = Pattern.compile("`(getty_\\w+)`");

	private static final Pattern PROPERTY = Pattern.compile("`(getty\\.connect\\.[a-z.-]+)");

	private final String runbook = Document.of("docs/runbook.md").text();

	@Test
	void whenALogLineIsNamedThenItIsLogged() {
		List<String> logged = LogScenario.log().messages();
		assertThat(LOG_LINE.matcher(this.runbook).results()).hasSizeGreaterThan(3)
			.allSatisfy((line) -> assertThat(logged).anyMatch(new DocumentedText(line.group(1))::isContainedIn));
	}

	@Test
	void whenAMeterIsNamedThenPrometheusScrapesIt() {
		List<String> scraped = OnCallScenario.result()
			.scrape()
			.samples()
			.stream()
			.map(PrometheusScrape.Sample::name)
			.toList();
		assertThat(METER.matcher(this.runbook).results()).isNotEmpty()
			.allSatisfy((meter) -> assertThat(scraped).contains(meter.group(1)));
	}

	@Test
	void whenAPropertyIsNamedThenItExists() throws IOException {
		String classes = GettyConnectAutoConfiguration.class.getProtectionDomain()
			.getCodeSource()
			.getLocation()
			.toString();
		String file = "META-INF/spring-configuration-metadata.json";
		URI metadata = URI.create(classes.endsWith(".jar") ? "jar:" + classes + "!/" + file : classes + file);
		try (InputStream in = metadata.toURL().openStream()) {
			List<String> names = JsonMapper.shared().readTree(in).path("properties").findValuesAsString("name");
			assertThat(PROPERTY.matcher(this.runbook).results()).hasSizeGreaterThan(5)
				.allSatisfy((property) -> assertThat(names).contains(property.group(1)));
		}
	}

}

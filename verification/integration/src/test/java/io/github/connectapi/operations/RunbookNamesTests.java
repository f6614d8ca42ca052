package io.github.connectapi.operations;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import io.github.connectapi.autoconfigure.GettyConnectAutoConfiguration;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the runbook tells its reader to look for is there under that name.
 */
class RunbookNamesTests {

	private static final Pattern LOG_LINE = Pattern
		.compile("log line (?:ends with )?`([^`]+)`|`(Connect (?:session|answer|properties) [^`]+)`");

	private static final Pattern METER = Pattern.compile("`(getty_\\w+)`");

	private static final Pattern PROPERTY = Pattern.compile("`(getty\\.connect\\.[a-z.-]+)");

	private final String runbook = Document.of("docs/runbook.md").text();

	@Test
	void whenALogLineIsNamedThenItIsOneOfTheReference() {
		List<String> sentences = Document.of("docs/operations.md")
			.table("Log lines")
			.stream()
			.map((row) -> row.get(2))
			.toList();
		assertThat(LOG_LINE.matcher(this.runbook).results()).hasSizeGreaterThan(5)
			.allSatisfy((line) -> assertThat(sentences)
				.anySatisfy((sentence) -> assertThat(sentence).contains(named(line))));
	}

	@Test
	void whenAMeterIsNamedThenPrometheusReadsIt() {
		List<String> read = OnCallScenario.once().scrape().samples().stream().map(Scrape.Sample::name).toList();
		assertThat(METER.matcher(this.runbook).results()).isNotEmpty()
			.allSatisfy((meter) -> assertThat(read).contains(meter.group(1)));
	}

	@Test
	void whenAPropertyIsNamedThenThereIsOne() throws IOException {
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

	private static String named(MatchResult line) {
		return (line.group(1) != null) ? line.group(1) : line.group(2);
	}

}

package io.github.connectapi.integration.operations;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * Tests that the alerts use meters and labels that Prometheus scrapes, and that each is
 * linked with a section of the runbook.
 */
class AlertTests {

	private static final Pattern LABEL = Pattern.compile("\\$labels\\.(\\w+)");

	private static final String RUNBOOK = "docs/runbook.md#";

	private final Document document = Document.of("docs/prometheus-alerts.yml");

	private final List<Map<String, Object>> rules = rules();

	@Test
	void whenAlertsQueryMetersAndLabelsThenTheyExist() {
		assertThat(this.rules).hasSizeGreaterThanOrEqualTo(6)
			.allSatisfy((rule) -> query(rule).assertScraped(OnCallScenario.result().scrape()));
	}

	@Test
	void whenAnAlertFiresThenItHasASeverityAndADescription() {
		assertThat(this.rules).allSatisfy((rule) -> {
			assertThat(rule).containsOnlyKeys("alert", "expr", "for", "labels", "annotations");
			assertThat(map(rule, "labels").get("severity")).isIn("critical", "warning");
			assertThat(map(rule, "annotations")).containsOnlyKeys("summary", "description", "runbook_url");
		});
	}

	@Test
	void whenAnAlertNamesALabelThenItsResultHasIt() {
		assertThat(this.rules).allSatisfy((rule) -> {
			List<String> named = LABEL.matcher(map(rule, "annotations").toString())
				.results()
				.map((label) -> label.group(1))
				.toList();
			assertThat(query(rule).labels(OnCallScenario.result().scrape())).containsAll(named);
		});
	}

	@Test
	void whenAnAlertFiresThenItsSectionOfTheRunbookNamesIt() {
		Document runbook = Document.of("docs/runbook.md");
		assertThat(this.rules).allSatisfy((rule) -> {
			String link = String.valueOf(map(rule, "annotations").get("runbook_url"));
			assertThat(link).startsWith(RUNBOOK);
			assertThat(runbook.section(runbook.heading(link.substring(RUNBOOK.length()))))
				.contains("Alert `" + rule.get("alert") + "`");
		});
	}

	@Test
	void whenTheRunbookNamesAnAlertThenItExists() {
		List<String> named = Pattern.compile("Alert `(\\w+)`")
			.matcher(Document.of("docs/runbook.md").text())
			.results()
			.map((alert) -> alert.group(1))
			.toList();
		assertThat(this.rules).extracting((rule) -> rule.get("alert")).containsExactlyInAnyOrderElementsOf(named);
	}

	/** Skipped if there is no promtool on the PATH. */
	@Test
	void whenPromtoolIsInstalledThenItAcceptsTheRules() throws IOException, InterruptedException {
		Optional<Path> promtool = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
			.map((folder) -> Path.of(folder, "promtool"))
			.filter((file) -> file.toFile().canExecute())
			.findFirst();
		assumeThat(promtool).as("promtool is on the PATH").isPresent();
		Process check = new ProcessBuilder(promtool.orElseThrow().toString(), "check", "rules",
				this.document.path().toString())
			.redirectErrorStream(true)
			.start();
		String output = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

		assertThat(check.waitFor()).as(output).isZero();
	}

	private static PromqlQuery query(Map<String, Object> rule) {
		return new PromqlQuery(String.valueOf(rule.get("expr")));
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Object> map(Map<String, Object> rule, String key) {
		return (Map<String, Object>) rule.get(key);
	}

	private List<Map<String, Object>> rules() {
		Map<String, List<Map<String, List<Map<String, Object>>>>> file = new Yaml().load(this.document.text());
		return file.get("groups").stream().flatMap((group) -> group.get("rules").stream()).toList();
	}

}

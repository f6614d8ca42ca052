package io.github.connectapi.operations;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The dashboard shows what Prometheus reads of a running application.
 */
class DashboardTests {

	private static final Set<String> OF_GRAFANA = Set.of("__rate_interval", "__all");

	private static final Pattern VARIABLE = Pattern.compile("\\$\\{?(\\w+)}?");

	private static final Pattern LEGEND = Pattern.compile("\\{\\{(\\w+)}}");

	private static final Pattern VALUES = Pattern.compile("label_values\\((.+), (\\w+)\\)");

	private final Document document = Document.of("docs/grafana-dashboard.json");

	private final JsonNode dashboard = JsonMapper.shared().readTree(this.document.text());

	private final List<JsonNode> targets = this.dashboard.findParents("expr");

	@Test
	void whenPanelsAskThenForMetersAndLabelsThatThereAre() {
		assertThat(this.targets).hasSizeGreaterThan(10)
			.allSatisfy((target) -> query(target).assertReadFrom(OnCallScenario.once().scrape()));
	}

	@Test
	void whenALegendNamesALabelThenItIsLeftOfTheResult() {
		assertThat(this.targets).allSatisfy((target) -> assertThat(query(target).labels(OnCallScenario.once().scrape()))
			.containsAll(found(LEGEND, target.path("legendFormat").asString())));
	}

	@Test
	void whenAVariableOffersValuesThenOfALabelThatThereIs() {
		List<String> queries = this.dashboard.path("templating").findValuesAsString("definition");
		assertThat(this.dashboard.path("templating").findValues("query").stream().filter(JsonNode::isObject))
			.extracting((query) -> query.path("query").asString())
			.isEqualTo(queries);
		assertThat(queries).hasSize(2).allSatisfy((text) -> {
			MatchResult values = VALUES.matcher(text).results().findFirst().orElseThrow();
			Query query = new Query(values.group(1));
			query.assertReadFrom(OnCallScenario.once().scrape());
			assertThat(query.labels(OnCallScenario.once().scrape())).contains(values.group(2));
		});
	}

	@Test
	void whenVariablesAreUsedThenTheyAreTheDeclaredOnes() {
		Set<String> used = found(VARIABLE, this.document.text());
		used.removeAll(OF_GRAFANA);
		assertThat(used).containsExactlyInAnyOrderElementsOf(
				this.dashboard.path("templating").path("list").findValuesAsString("name"));
	}

	@Test
	void whenItIsImportedThenEachPanelAsksTheChosenSource() {
		assertThat(this.dashboard.findValues("datasource")).hasSizeGreaterThan(this.targets.size())
			.allSatisfy((source) -> assertThat(source.path("uid").asString()).isEqualTo("${datasource}"));
		assertThat(this.dashboard.path("panels").findValuesAsString("id")).doesNotHaveDuplicates();
	}

	@Test
	void whenAMeterIsReadThenAPanelShowsIt() {
		String all = this.targets.stream().map((target) -> query(target).text()).collect(Collectors.joining("\n"));
		assertThat(OnCallScenario.once().scrape().types().keySet())
			.filteredOn((metric) -> !metric.endsWith("_active_seconds"))
			.allSatisfy((metric) -> assertThat(all).contains(metric));
	}

	private static Query query(JsonNode target) {
		return new Query(target.path("expr").asString());
	}

	private static Set<String> found(Pattern pattern, String text) {
		return pattern.matcher(text)
			.results()
			.map((MatchResult found) -> found.group(1))
			.collect(Collectors.toCollection(TreeSet::new));
	}

}

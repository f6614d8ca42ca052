package io.github.connectapi.integration.operations;

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
 * Tests that the dashboard uses meters and labels that Prometheus scrapes.
 */
class DashboardTests {

	private static final Set<String> BUILT_IN_VARIABLES = Set.of("__rate_interval", "__all");

	private static final Pattern VARIABLE = Pattern.compile("\\$\\{?(\\w+)}?");

	private static final Pattern LEGEND = Pattern.compile("\\{\\{(\\w+)}}");

	private static final Pattern VALUES = Pattern.compile("label_values\\((.+), (\\w+)\\)");

	private final Document document = Document.of("docs/grafana-dashboard.json");

	private final JsonNode dashboard = JsonMapper.shared().readTree(this.document.text());

	private final List<JsonNode> targets = this.dashboard.findParents("expr");

	@Test
	void whenPanelsQueryMetersAndLabelsThenTheyExist() {
		assertThat(this.targets).hasSizeGreaterThan(10)
			.allSatisfy((target) -> query(target).assertScraped(OnCallScenario.result().scrape()));
	}

	@Test
	void whenALegendNamesALabelThenItsResultHasIt() {
		assertThat(this.targets)
			.allSatisfy((target) -> assertThat(query(target).labels(OnCallScenario.result().scrape()))
				.containsAll(groups(LEGEND, target.path("legendFormat").asString())));
	}

	@Test
	void whenAVariableOffersValuesThenItsLabelExists() {
		List<String> queries = this.dashboard.path("templating").findValuesAsString("definition");
		assertThat(this.dashboard.path("templating").findValues("query").stream().filter(JsonNode::isObject))
			.extracting((query) -> query.path("query").asString())
			.isEqualTo(queries);
		assertThat(queries).hasSize(2).allSatisfy((text) -> {
			MatchResult values = VALUES.matcher(text).results().findFirst().orElseThrow();
			PromqlQuery query = new PromqlQuery(values.group(1));
			query.assertScraped(OnCallScenario.result().scrape());
			assertThat(query.labels(OnCallScenario.result().scrape())).contains(values.group(2));
		});
	}

	@Test
	void whenVariablesAreUsedThenTheyAreDeclared() {
		Set<String> used = groups(VARIABLE, this.document.text());
		used.removeAll(BUILT_IN_VARIABLES);
		assertThat(used).containsExactlyInAnyOrderElementsOf(
				this.dashboard.path("templating").path("list").findValuesAsString("name"));
	}

	@Test
	void whenADataSourceIsChosenThenEachPanelUsesIt() {
		assertThat(this.dashboard.findValues("datasource")).hasSizeGreaterThan(this.targets.size())
			.allSatisfy((source) -> assertThat(source.path("uid").asString()).isEqualTo("${datasource}"));
		assertThat(this.dashboard.path("panels").findValuesAsString("id")).doesNotHaveDuplicates();
	}

	@Test
	void whenAMeterIsScrapedThenAPanelShowsIt() {
		String all = this.targets.stream().map((target) -> query(target).text()).collect(Collectors.joining("\n"));
		assertThat(OnCallScenario.result().scrape().types().keySet())
			.filteredOn((metric) -> !metric.endsWith("_active_seconds"))
			.allSatisfy((metric) -> assertThat(all).contains(metric));
	}

	private static PromqlQuery query(JsonNode target) {
		return new PromqlQuery(target.path("expr").asString());
	}

	private static Set<String> groups(Pattern pattern, String text) {
		return pattern.matcher(text)
			.results()
			.map((MatchResult found) -> found.group(1))
			.collect(Collectors.toCollection(TreeSet::new));
	}

}

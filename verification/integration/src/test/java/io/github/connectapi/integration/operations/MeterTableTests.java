package io.github.connectapi.integration.operations;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import io.github.connectapi.observation.ConnectOutcome;
import io.github.connectapi.purchase.PurchaseOutcome;
import io.github.connectapi.session.ConnectSessionSnapshot;
import io.micrometer.core.instrument.Meter;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that the documented meters are those that Prometheus scrapes.
 */
class MeterTableTests {

	private static final Map<Meter.Type, String> PROMETHEUS_TYPES = Map.of(Meter.Type.GAUGE, "gauge",
			Meter.Type.COUNTER, "counter", Meter.Type.TIMER, "summary", Meter.Type.LONG_TASK_TIMER, "summary");

	private static final Set<String> COMMON_TAGS = Set.of("application");

	private final Document document = Document.of("docs/operations.md");

	private final OnCallScenario scenario = OnCallScenario.result();

	private final List<List<String>> rows = this.document.table("Meters");

	@Test
	void whenTheScenarioHasRunThenItsMetersAreTheDocumentedOnes() {
		assertThat(this.rows).extracting((row) -> Document.codeSpans(row.get(0)).get(0))
			.doesNotHaveDuplicates()
			.containsExactlyInAnyOrderElementsOf(meters().keySet());
	}

	@Test
	void whenPrometheusScrapesThenNamesAndTypesAreTheDocumentedOnes() {
		Map<String, String> documented = new TreeMap<>();
		this.rows.forEach((row) -> documented.put(Document.codeSpans(row.get(1)).get(0),
				PROMETHEUS_TYPES.get(Meter.Type.valueOf(row.get(2).toUpperCase(Locale.ROOT).replace(' ', '_')))));

		assertThat(this.scenario.scrape().types()).containsExactlyEntriesOf(documented);
	}

	@Test
	void whenPrometheusScrapesThenTheLabelsAreTheDocumentedTags() {
		assertThat(this.rows).allSatisfy((row) -> {
			Set<String> labels = this.scenario.scrape().labels(Document.codeSpans(row.get(1)).get(0));
			assertThat(labels).as(row.get(1)).containsAll(COMMON_TAGS);
			labels.removeAll(COMMON_TAGS);
			assertThat(labels).as(row.get(1)).containsExactlyInAnyOrderElementsOf(Document.codeSpans(row.get(4)));
		});
	}

	@Test
	void whenAMeterIsDocumentedThenItsTypeUnitAndMeaningAreThoseOfTheRegistry() {
		Map<String, Meter> meters = meters();
		assertThat(this.rows).allSatisfy((row) -> {
			Meter.Id id = meters.get(Document.codeSpans(row.get(0)).get(0)).getId();
			assertThat(row.get(2)).isEqualTo(id.getType().name().toLowerCase(Locale.ROOT).replace('_', ' '));
			assertThat(row.get(3)).isEqualTo(Optional.ofNullable(id.getBaseUnit()).orElse(""));
			if (id.getDescription() != null) {
				assertThat(row.get(5)).isEqualTo(id.getDescription());
			}
		});
	}

	@Test
	void whenOutcomesAndStatesExistThenAllAreDocumented() {
		assertThat(values("Values of outcome"))
			.containsExactlyElementsOf(Arrays.stream(ConnectOutcome.values()).map(Enum::name).toList());
		assertThat(values("Values of state"))
			.containsExactlyElementsOf(Arrays.stream(ConnectSessionSnapshot.State.values())
				.map((state) -> state.name().toLowerCase(Locale.ROOT))
				.toList());
	}

	@Test
	void whenOutcomesOfPurchasesExistThenAllAreDocumented() {
		assertThat(values("Outcomes of purchases"))
			.containsExactlyElementsOf(Arrays.stream(PurchaseOutcome.values()).map(Enum::name).toList());
	}

	@Test
	void whenTheScenarioHasRunThenItsStatesAndOutcomesAreDocumented() {
		assertThat(values("Values of outcome")).containsAll(outcomes((metric) -> !isOfPurchase(metric)));
		assertThat(values("Outcomes of purchases")).containsExactlyInAnyOrderElementsOf(
				outcomes((metric) -> isOfPurchase(metric) && !metric.contains("active")));
		assertThat(labelValues("state")).containsExactlyInAnyOrderElementsOf(values("Values of state"));
	}

	private List<String> values(String heading) {
		return this.document.table(heading).stream().map((row) -> Document.codeSpans(row.get(0)).get(0)).toList();
	}

	private static boolean isOfPurchase(String metric) {
		return metric.startsWith("getty_connect_purchase");
	}

	private Set<String> outcomes(Predicate<String> metrics) {
		return this.scenario.scrape()
			.samples()
			.stream()
			.filter((sample) -> metrics.test(sample.name()))
			.flatMap((sample) -> Optional.ofNullable(sample.labels().get("outcome")).stream())
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private Set<String> labelValues(String label) {
		return this.scenario.scrape()
			.samples()
			.stream()
			.flatMap((sample) -> Optional.ofNullable(sample.labels().get(label)).stream())
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private Map<String, Meter> meters() {
		return this.scenario.meters()
			.stream()
			.collect(Collectors.toMap((meter) -> meter.getId().getName(), (meter) -> meter, (one, other) -> one));
	}

}

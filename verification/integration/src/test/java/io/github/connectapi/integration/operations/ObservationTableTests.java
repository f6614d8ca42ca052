package io.github.connectapi.integration.operations;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.github.connectapi.observation.ConnectObservationDocumentation;
import io.micrometer.common.docs.KeyName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that the documented observations are those of the code, and that they nest as
 * documented.
 */
class ObservationTableTests {

	private final Map<String, List<String>> rows = Document.of("docs/operations.md")
		.table("Observations")
		.stream()
		.collect(Collectors.toMap((row) -> Document.codeSpans(row.get(0)).get(0), (row) -> row));

	@Test
	void whenObservationsExistThenAllAreDocumented() {
		assertThat(this.rows.keySet())
			.containsExactlyInAnyOrderElementsOf(Arrays.stream(ConnectObservationDocumentation.values())
				.map(ConnectObservationDocumentation::getName)
				.toList());
	}

	@Test
	void whenKeysAreDocumentedThenTheyAreThoseOfTheObservation() {
		assertThat(ConnectObservationDocumentation.values()).allSatisfy((observation) -> {
			List<String> row = this.rows.get(observation.getName());
			assertThat(Document.codeSpans(row.get(3))).isEqualTo(names(observation.getLowCardinalityKeyNames()));
			assertThat(Document.codeSpans(row.get(4))).isEqualTo(names(observation.getHighCardinalityKeyNames()));
		});
	}

	@Test
	void whenTheScenarioHasRunThenItsSpansHaveTheDocumentedNames() {
		assertThat(this.rows).allSatisfy((name, row) -> assertThat(spans(name)).extracting(OnCallScenario.Span::name)
			.contains(Document.codeSpans(row.get(1)).get(0)));
	}

	@Test
	void whenTheScenarioHasRunThenItsSpansHaveTheDocumentedParents() {
		assertThat(this.rows).allSatisfy((name, row) -> {
			Set<String> parents = spans(name).stream()
				.map(OnCallScenario.Span::parent)
				.filter((parent) -> !parent.isEmpty())
				.collect(Collectors.toCollection(TreeSet::new));
			assertThat(parents).as(name).containsExactlyInAnyOrderElementsOf(Document.codeSpans(row.get(2)));
		});
	}

	private static List<OnCallScenario.Span> spans(String name) {
		return OnCallScenario.result().spans().stream().filter((span) -> span.observation().equals(name)).toList();
	}

	private static List<String> names(KeyName[] keys) {
		return Arrays.stream(keys).map(KeyName::asString).toList();
	}

}

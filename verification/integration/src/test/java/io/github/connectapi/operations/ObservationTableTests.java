package io.github.connectapi.operations;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.github.connectapi.observation.ConnectObservation;
import io.micrometer.common.docs.KeyName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The documented observations are those of the code, and nest as they do in a running
 * application.
 */
class ObservationTableTests {

	private final Map<String, List<String>> rows = Document.of("docs/operations.md")
		.table("Observations")
		.stream()
		.collect(Collectors.toMap((row) -> Document.code(row.get(0)).get(0), (row) -> row));

	@Test
	void whenObservationsAreDocumentedThenTheyAreAllThereAre() {
		assertThat(this.rows.keySet()).containsExactlyInAnyOrderElementsOf(
				Arrays.stream(ConnectObservation.values()).map(ConnectObservation::getName).toList());
	}

	@Test
	void whenKeysAreDocumentedThenTheyAreThoseOfTheObservation() {
		assertThat(ConnectObservation.values()).allSatisfy((observation) -> {
			List<String> row = this.rows.get(observation.getName());
			assertThat(Document.code(row.get(3))).isEqualTo(names(observation.getLowCardinalityKeyNames()));
			assertThat(Document.code(row.get(4))).isEqualTo(names(observation.getHighCardinalityKeyNames()));
		});
	}

	@Test
	void whenANightIsOverThenItsSpansAreNamedAsDocumented() {
		assertThat(this.rows).allSatisfy((name, row) -> assertThat(spans(name)).extracting(OnCallScenario.Span::span)
			.contains(Document.code(row.get(1)).get(0)));
	}

	@Test
	void whenANightIsOverThenObservationsWerePartOfWhatIsDocumented() {
		assertThat(this.rows).allSatisfy((name, row) -> {
			Set<String> parents = spans(name).stream()
				.map(OnCallScenario.Span::parent)
				.filter((parent) -> !parent.isEmpty())
				.collect(Collectors.toCollection(TreeSet::new));
			assertThat(parents).as(name).containsExactlyInAnyOrderElementsOf(Document.code(row.get(2)));
		});
	}

	private static List<OnCallScenario.Span> spans(String name) {
		return OnCallScenario.once().spans().stream().filter((span) -> span.name().equals(name)).toList();
	}

	private static List<String> names(KeyName[] keys) {
		return Arrays.stream(keys).map(KeyName::asString).toList();
	}

}

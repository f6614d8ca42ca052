package io.github.connectapi.integration.operations;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that the documented log lines are those that a run writes, and no others.
 */
class LogTableTests {

	private static final List<Row> ROWS = Document.of("docs/operations.md")
		.table("Log lines")
		.stream()
		.map(Row::of)
		.toList();

	private final CapturedLog log = LogScenario.log();

	static Stream<Named<Row>> rows() {
		return ROWS.stream().map((row) -> Named.of(row.level() + " " + row.text().text(), row));
	}

	@ParameterizedTest
	@MethodSource("rows")
	void whenALineIsDocumentedThenItIsLoggedAsDocumented(Row row) {
		assertThat(this.log.distinctEntries()).filteredOn(row::matches).hasSize(1);
	}

	@Test
	void whenALineIsLoggedThenItIsDocumentedOnce() {
		assertThat(this.log.distinctEntries())
			.allSatisfy((entry) -> assertThat(ROWS).filteredOn((row) -> row.matches(entry)).hasSize(1));
	}

	@Test
	void whenTheScenarioHasRunThenEachLogStatementWasExecuted() {
		assertThat(this.log.statements()).containsExactlyElementsOf(LogStatements.all());
	}

	/**
	 * A row of the table: the text is followed by the keys of its details, or quotes the
	 * whole line.
	 *
	 * @param level the level
	 * @param logger the simple name of the logger
	 * @param text the documented text
	 * @param keys the documented keys of the details
	 */
	private record Row(String level, String logger, DocumentedText text, List<String> keys) {

		static Row of(List<String> cells) {
			List<String> keys = (cells.size() > 3) ? Document.codeSpans(cells.get(3)) : List.of();
			return new Row(cells.get(0), Document.codeSpans(cells.get(1)).get(0),
					new DocumentedText(cells.get(2).replace("`", "")), keys);
		}

		boolean matches(CapturedLog.Entry entry) {
			return entry.level().equals(this.level) && entry.logger().equals(this.logger)
					&& (this.text.matches(entry.message())
							|| (this.text.matches(entry.sentence()) && entry.keys().equals(this.keys)));
		}

	}

}

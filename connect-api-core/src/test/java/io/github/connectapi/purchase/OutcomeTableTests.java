package io.github.connectapi.purchase;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that the documented table of outcomes is that of the code.
 */
class OutcomeTableTests {

	@Test
	void whenOutcomesAreDocumentedThenTheyAreThoseOfTheCode() throws IOException {
		String section = Files.readString(Path.of("../docs/licensing.md")).split("## Outcomes\n")[1].split("\n## ")[0];
		List<String> documented = section.lines().filter((line) -> line.startsWith("|")).skip(2).toList();
		assertThat(documented).containsExactlyElementsOf(Arrays.stream(PurchaseOutcomes.values())
			.map((row) -> "| %s | `%s` |".formatted(row.description(), row.outcome()))
			.toList());
	}

}

package io.github.connectapi.samples.quickstart.readme;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import org.springframework.util.ClassUtils;

import io.github.connectapi.operation.ConnectOperation;
import io.github.connectapi.operation.ConnectOperations;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The table of typed operations contains each operation that has types.
 */
class TypedOperationTableTests {

	private static final List<String> PACKAGES = List.of("account", "download", "image", "search", "usage");

	@Test
	void whenAnOperationHasTypesThenItIsInTheTable() throws IOException {
		Map<String, String> expected = new TreeMap<>();
		for (ConnectOperation operation : ConnectOperations.all()) {
			PACKAGES.stream()
				.filter((name) -> exists(name, operation.name() + "Result"))
				.forEach((name) -> expected.put(operation.name(), row(name, operation)));
		}
		assertThat(rows()).hasSizeGreaterThan(10).containsExactlyInAnyOrderElementsOf(expected.values());
	}

	@Test
	void whenATypeIsInTheTableThenItExists() throws IOException {
		String document = Files.readString(Path.of("../../docs/calling-operations.md"));
		List<String> helpers = document.lines()
			.filter((line) -> line.matches("\\| \\w+ \\| `\\w+` \\|.*"))
			.map((line) -> line.split("\\|")[5].strip().replace("`", ""))
			.filter((name) -> !name.isEmpty())
			.toList();
		assertThat(helpers).isNotEmpty()
			.allMatch((name) -> exists("purchase", name) || PACKAGES.stream().anyMatch((each) -> exists(each, name)));
	}

	/** Return the first four cells of each row. */
	private static List<String> rows() throws IOException {
		try (Stream<String> lines = Files.lines(Path.of("../../docs/calling-operations.md"))) {
			return lines.filter((line) -> line.matches("\\| \\w+ \\| `\\w+` \\|.*"))
				.map((line) -> String.join("|", List.of(line.split("\\|")).subList(0, 5)) + "|")
				.toList();
		}
	}

	private static String row(String subject, ConnectOperation operation) {
		String name = operation.name();
		String request = exists(subject, name) ? " `%s` ".formatted(name) : " ";
		return "| %s | `%s` |%s| `%sResult` |".formatted(name, subject, request, name);
	}

	private static boolean exists(String subject, String name) {
		return ClassUtils.isPresent("io.github.connectapi.%s.%s".formatted(subject, name), null);
	}

}

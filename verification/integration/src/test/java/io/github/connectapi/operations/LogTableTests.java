package io.github.connectapi.operations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The documented log lines are those that are written when all of it happens.
 */
class LogTableTests {

	private static final Pattern LOGGER = Pattern.compile("LogFactory\\.getLog\\((\\w+)\\.class\\)");

	private final List<List<String>> rows = Document.of("docs/operations.md").table("Log lines");

	@Test
	void whenAllOfItHappensThenTheLinesAreTheDocumentedOnes() {
		Set<String> documented = this.rows.stream()
			.map((row) -> new CapturedLog.Line(row.get(0), Document.code(row.get(1)).get(0), row.get(2),
					Document.code(row.get(3)))
				.toString())
			.collect(Collectors.toCollection(TreeSet::new));

		assertThat(CapturedLog.ofEverything()).extracting(CapturedLog.Line::toString)
			.containsExactlyInAnyOrderElementsOf(documented);
	}

	@Test
	void whenTheSourcesAreReadThenEachOfTheirLoggersIsDocumented() throws IOException {
		try (Stream<Path> files = Stream.of("connect-api-core", "connect-api-spring-boot-starter")
			.flatMap((module) -> sources(Path.of("../..", module, "src/main/java")))) {
			Set<String> loggers = files.flatMap((file) -> LOGGER.matcher(read(file)).results())
				.map((MatchResult logger) -> logger.group(1))
				.collect(Collectors.toCollection(TreeSet::new));
			assertThat(this.rows.stream().map((row) -> Document.code(row.get(1)).get(0)).distinct())
				.containsExactlyInAnyOrderElementsOf(loggers);
		}
	}

	private static Stream<Path> sources(Path folder) {
		try {
			return Files.walk(folder).filter((file) -> file.toString().endsWith(".java"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}

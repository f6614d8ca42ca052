package io.github.connectapi.samples.agency;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The examples of {@code docs/many-users.md} are lines of this application, or compiled
 * with its tests.
 */
class ManyUsersDocumentTests {

	private static final List<Path> SOURCES = List.of(Path.of("src/main/java"), Path.of("src/test/java"));

	@Test
	void whenJavaIsDocumentedThenItIsCompiled() throws IOException {
		List<String> sources = sources();

		assertThat(examples()).hasSizeGreaterThan(4)
			.allSatisfy((example) -> assertThat(sources).anySatisfy((source) -> assertThat(source).contains(example)));
	}

	@Test
	void whenAMessageIsDocumentedThenAPersonSeesIt() throws IOException {
		String failures = Files
			.readString(Path.of("src/main/java/io/github/connectapi/samples/agency/GettyFailure.java"));
		List<String> messages = Pattern.compile("(?m)^\\|.*\\| \"([^\"]+)\" \\|")
			.matcher(document())
			.results()
			.map((row) -> row.group(1))
			.toList();

		assertThat(messages).hasSize(5).allSatisfy((message) -> assertThat(failures).contains("\"" + message));
	}

	private static String document() throws IOException {
		return Files.readString(Path.of("../../docs/many-users.md"));
	}

	private static List<String> examples() throws IOException {
		return Pattern.compile("(?ms)^```java\\n(.*?)^```$")
			.matcher(document())
			.results()
			.map((MatchResult block) -> unindented(block.group(1)))
			.toList();
	}

	private static List<String> sources() throws IOException {
		List<String> sources = new ArrayList<>();
		for (Path folder : SOURCES) {
			try (Stream<Path> files = Files.walk(folder)) {
				for (Path file : files.filter((path) -> path.toString().endsWith(".java")).toList()) {
					sources.add(unindented(Files.readString(file)));
				}
			}
		}
		return sources;
	}

	private static String unindented(String text) {
		return text.replaceAll("(?m)^\\s+", "");
	}

}

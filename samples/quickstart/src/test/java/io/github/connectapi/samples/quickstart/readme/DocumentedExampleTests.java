package io.github.connectapi.samples.quickstart.readme;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The examples of the README and of {@code docs/} are compiled, and configured, as they
 * are documented.
 */
class DocumentedExampleTests {

	private static final Path ROOT = Path.of("../..");

	private static final List<Path> EXAMPLES = List.of(
			Path.of("src/test/java/io/github/connectapi/samples/quickstart/readme"),
			Path.of("src/test/java/io/github/connectapi/samples/licensing"),
			Path.of("../picture-search/src/test/java/io/github/connectapi/samples/readme"),
			Path.of("../../verification/integration/src/test/java/io/github/connectapi/integration/operations/examples"));

	private static final int MAX_README_LINES = 200;

	@ParameterizedTest
	@ValueSource(strings = { "README.md", "docs/calling-operations.md", "docs/licensing.md", "docs/testing.md" })
	void whenJavaIsDocumentedThenItIsCompiled(String document) throws IOException {
		List<String> sources = sources();

		assertThat(blocks(document, "java")).isNotEmpty()
			.allSatisfy((example) -> assertThat(sources)
				.anySatisfy((source) -> assertThat(unindented(source)).contains(unindented(example))));
	}

	@Test
	void whenYamlIsInTheReadmeThenTheSampleUsesIt() throws IOException {
		assertThat(Files.readString(Path.of("src/main/resources/application.yml")))
			.endsWith(blocks("README.md", "yaml").get(0));
	}

	@Test
	void whenTheReadmeIsReadThenItIsShort() throws IOException {
		assertThat(Files.readAllLines(ROOT.resolve("README.md"))).hasSizeLessThanOrEqualTo(MAX_README_LINES);
	}

	@Test
	void whenAPictureIsLicensedThenItTakesTenLines() throws IOException {
		String example = blocks("README.md", "java").get(0);
		assertThat(example).contains("ImageSearch", "SearchForImages", "authorizations", "download");
		assertThat(example.lines()
			.filter((line) -> line.startsWith("\t\t") && !line.contains("this.connect = ")
					&& !line.contains("this.licensing = ")))
			.hasSize(10);
	}

	private static List<String> blocks(String document, String language) throws IOException {
		return Pattern.compile("(?ms)^```" + language + "\\n(.*?)^```$")
			.matcher(Files.readString(ROOT.resolve(document)))
			.results()
			.map((MatchResult block) -> block.group(1))
			.toList();
	}

	private static List<String> sources() throws IOException {
		List<String> sources = new ArrayList<>();
		for (Path folder : EXAMPLES) {
			try (Stream<Path> files = Files.list(folder)) {
				for (Path file : files.toList()) {
					sources.add(Files.readString(file));
				}
			}
		}
		return sources;
	}

	private static String unindented(String text) {
		return text.replaceAll("(?m)^\\s+", "");
	}

}

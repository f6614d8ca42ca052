package io.github.connectapi.test.readme;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that the README contains only examples that are compiled and run in this package.
 */
class ReadmeTests {

	private static final Path SOURCES = Path.of("src/test/java", ReadmeTests.class.getPackageName().replace('.', '/'));

	@Test
	void whenReadmeHasJavaExampleThenItIsCompiled() throws IOException {
		String sources = sources();
		String[] examples = Files.readString(Path.of("README.md")).split("```java\n");

		assertThat(examples).hasSizeGreaterThan(4);
		assertThat(Arrays.stream(examples).skip(1))
			.allSatisfy((example) -> assertThat(sources).contains(withoutIndentation(example.split("```")[0])));
	}

	private static String sources() throws IOException {
		StringBuilder sources = new StringBuilder();
		for (String file : new String[] { "OrderTests.java", "ClientTests.java", "SnippetTests.java" }) {
			sources.append(withoutIndentation(Files.readString(SOURCES.resolve(file))));
		}
		return sources.toString();
	}

	private static String withoutIndentation(String text) {
		return text.lines().map(String::strip).collect(Collectors.joining("\n", "", "\n"));
	}

}

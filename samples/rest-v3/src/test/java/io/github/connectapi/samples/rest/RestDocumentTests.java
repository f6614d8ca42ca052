package io.github.connectapi.samples.rest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The examples of {@code docs/rest-v3.md} are compiled.
 */
class RestDocumentTests {

	private static final Path DOCUMENT = Path.of("../../docs/rest-v3.md");

	private static final Path EXAMPLES = Path.of("src/test/java/io/github/connectapi/samples/rest/RestExamples.java");

	@Test
	void whenJavaIsDocumentedThenItIsCompiled() throws IOException {
		String source = unindented(Files.readString(EXAMPLES));
		List<String> examples = Pattern.compile("(?ms)^```java\\n(.*?)^```$")
			.matcher(Files.readString(DOCUMENT))
			.results()
			.map((block) -> unindented(block.group(1)))
			.toList();
		assertThat(examples).hasSize(2).allSatisfy((example) -> assertThat(source).contains(example));
	}

	private static String unindented(String text) {
		return text.replaceAll("(?m)^\\s+", "");
	}

}

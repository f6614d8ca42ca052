package io.github.connectapi.samples.quickstart.readme;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The README's examples are the files that are compiled and run here.
 */
class ReadmeTests {

	private static final Path EXAMPLES = Path.of("src/test/java", ReadmeTests.class.getPackageName().replace('.', '/'));

	@ParameterizedTest
	@CsvSource({ "import java.util, Pictures.java", "import org.junit, PicturesTests.java" })
	void whenTheReadmeIsReadThenItsExampleIsTheFile(String begin, String file) throws IOException {
		String readme = Files.readString(Path.of("../../README.md"));
		String example = begin + readme.split("```java\n" + begin)[1].split("```")[0];

		assertThat(Files.readString(EXAMPLES.resolve(file))).endsWith(example);
	}

	@Test
	void whenTheReadmeIsReadThenItsCallsAreThoseThatAreCompiled() throws IOException {
		String example = Files.readString(Path.of("../../README.md")).split("## Call an operation")[1]
			.split("```java\n")[1].split("```")[0];

		assertThat(Files.readString(EXAMPLES.resolve("CallAnOperation.java")).replace("\n\t\t", "\n"))
			.contains(example);
	}

	@ParameterizedTest
	@CsvSource("../../README.md, src/main/resources/application.yml")
	void whenTheReadmeIsReadThenItsConfigurationIsThatOfTheSample(Path readme, Path configuration) throws IOException {
		String example = Files.readString(readme).split("```yaml\n")[1].split("```")[0];

		assertThat(Files.readString(configuration)).endsWith(example);
	}

}

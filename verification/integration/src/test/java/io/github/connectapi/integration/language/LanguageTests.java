package io.github.connectapi.integration.language;

import java.io.IOException;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * All text files of the repository use the standard terms.
 */
class LanguageTests {

	private static SortedMap<String, String> texts;

	@BeforeAll
	static void readTexts() throws IOException {
		texts = Repository.texts();
	}

	@Test
	void whenTheRepositoryIsReadThenEachSortOfFileIsFound() {
		assertThat(texts).hasSizeGreaterThan(300)
			.containsKeys("README.md", "pom.xml", ".ci/run", ".github/workflows/ci.yml", "docs/operations.md",
					"connect-api-core/src/main/java/io/github/connectapi/Secret.java", ".gitattributes",
					"verification/benchmarks/compare", "verification/fuzz/run");
		assertThat(texts.keySet()).noneMatch((path) -> path.contains("target/"));
	}

	@Test
	void whenFilesAreReadThenTheyUseNoBannedWord() {
		Dictionary dictionary = new Dictionary();
		Stream<Passage> paths = texts.keySet().stream().map((path) -> new Passage(path, 1, Kind.NAME, List.of(path)));
		Stream<Passage> passages = texts.entrySet()
			.stream()
			.flatMap((file) -> Lexer.read(file.getKey(), file.getValue()).stream());
		assertNone(Stream.concat(paths, passages).flatMap((passage) -> dictionary.check(passage).stream()).toList());
	}

	@Test
	void whenFilesAreReadThenTheirProseEndsAtTheLastColumn() {
		assertNone(texts.entrySet()
			.stream()
			.flatMap((file) -> LineLength.check(file.getKey(), file.getValue()).stream())
			.toList());
	}

	private static void assertNone(List<Finding> findings) {
		assertThat(findings.size())
			.withFailMessage(() -> "%d findings:%n%s".formatted(findings.size(),
					String.join("\n", findings.stream().map(Finding::toString).toList())))
			.isZero();
	}

}

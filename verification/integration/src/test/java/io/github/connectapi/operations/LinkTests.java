package io.github.connectapi.operations;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each link within the documents arrives.
 */
class LinkTests {

	private static final Pattern LINK = Pattern.compile("]\\((?!https?:)([^)#]*)(?:#([^)]*))?\\)");

	@ParameterizedTest
	@ValueSource(strings = { "docs/operations.md", "docs/runbook.md", "README.md", "CONTRIBUTING.md" })
	void whenALinkIsFollowedThenItArrives(String path) {
		Document document = Document.of(path);
		assertThat(LINK.matcher(document.text()).results()).isNotEmpty().allSatisfy((link) -> {
			Path target = link.group(1).isEmpty() ? document.path() : document.path().resolveSibling(link.group(1));
			assertThat(target).exists();
			if (link.group(2) != null) {
				assertThat(new Document(target, Files.readString(target)).anchors()).contains(link.group(2));
			}
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "docs/runbook.md", "README.md" })
	void whenTheReferenceIsReadThenTheOthersLinkToItAndItLinksBack(String path) {
		assertThat(Document.of(path).text()).contains("operations.md");
		assertThat(Document.of("docs/operations.md").text()).contains(Path.of(path).getFileName() + "");
	}

}

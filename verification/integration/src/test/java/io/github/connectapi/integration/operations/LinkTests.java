package io.github.connectapi.integration.operations;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that the links between the documents lead to existing files and headings.
 */
class LinkTests {

	private static final Pattern LINK = Pattern.compile("]\\((?!https?:)([^)#]*)(?:#([^)]*))?\\)");

	static Stream<Named<Document>> documents() {
		return Document.all().stream().map((document) -> Named.of(document.path().toString(), document));
	}

	@ParameterizedTest
	@MethodSource("documents")
	void whenADocumentHasLinksThenTheirTargetsExist(Document document) {
		assertThat(links(document)).allSatisfy((link) -> {
			Path target = target(document, link);
			assertThat(target).exists();
			if (link.group(2) != null) {
				assertThat(Document.of(target).anchors()).contains(link.group(2));
			}
		});
	}

	@Test
	void whenLinksAreFollowedFromTheReadmeThenEachDocumentIsReached() {
		Set<Path> reached = new TreeSet<>();
		Deque<Document> documents = new ArrayDeque<>(List.of(Document.of("README.md")));
		while (!documents.isEmpty()) {
			Document document = documents.remove();
			if (reached.add(document.path().normalize())) {
				links(document).map((link) -> target(document, link))
					.filter((target) -> target.toString().endsWith(".md"))
					.map(Document::of)
					.forEach(documents::add);
			}
		}
		assertThat(Document.all()).extracting((document) -> document.path().normalize())
			.filteredOn((path) -> path.startsWith("../../docs"))
			.isSubsetOf(reached);
	}

	@Test
	void whenTheRunbookAndTheReferenceAreReadThenEachLinksToTheOther() {
		assertThat(Document.of("docs/runbook.md").text()).contains("(operations.md");
		assertThat(Document.of("docs/operations.md").text()).contains("(runbook.md");
	}

	private static Stream<MatchResult> links(Document document) {
		return LINK.matcher(document.text()).results();
	}

	private static Path target(Document document, MatchResult link) {
		return link.group(1).isEmpty() ? document.path() : document.path().resolveSibling(link.group(1));
	}

}

package io.github.connectapi.integration.operations;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that the texts which the runbook quotes are logged, thrown or shown.
 */
@ExtendWith(OutputCaptureExtension.class)
class RunbookMessageTests {

	private static final Document RUNBOOK = Document.of("docs/runbook.md");

	private static final String FAILURES = "No code";

	private static final String SYMPTOMS = "Other symptoms";

	private static final List<String> seen = new ArrayList<>();

	private final List<String> failures = FailureScenario.messages();

	@BeforeAll
	static void provokeSymptoms(CapturedOutput output) {
		seen.addAll(SymptomScenario.run());
		seen.addAll(LogScenario.log().messages());
		seen.add(output.getAll());
	}

	static Stream<String> failures() {
		return RUNBOOK.table(FAILURES).stream().map((row) -> Document.codeSpans(row.get(0)).get(0));
	}

	@ParameterizedTest
	@MethodSource("failures")
	void whenAMessageIsDocumentedThenAFailureHasIt(String message) {
		assertThat(this.failures).anyMatch(new DocumentedText(message)::isContainedIn);
	}

	@Test
	void whenAFailureHasNoCodeThenItsMessageIsDocumented() {
		assertThat(this.failures).allSatisfy((message) -> assertThat(failures().map(DocumentedText::new))
			.anyMatch((documented) -> documented.isContainedIn(message)));
	}

	static Stream<String> steps() {
		return RUNBOOK.table("Steps of a connection")
			.stream()
			.flatMap((row) -> Document.codeSpans(row.get(0)).stream());
	}

	@ParameterizedTest
	@MethodSource("steps")
	void whenAStepIsDocumentedThenAMessageNamesIt(String step) {
		assertThat(this.failures).anyMatch((message) -> message.contains(step));
	}

	static Stream<String> exceptions() {
		return Document.codeSpans(RUNBOOK.section(FAILURES))
			.stream()
			.filter((span) -> span.matches("\\w+Exception"))
			.distinct();
	}

	@ParameterizedTest
	@MethodSource("exceptions")
	void whenAnExceptionIsDocumentedThenAMessageNamesIt(String exception) {
		assertThat(this.failures).anyMatch((message) -> message.contains(exception));
	}

	static Stream<String> symptoms() {
		return RUNBOOK.table(SYMPTOMS).stream().flatMap((row) -> Document.codeSpans(row.get(0)).stream());
	}

	@ParameterizedTest
	@MethodSource("symptoms")
	void whenASymptomIsDocumentedThenItIsSeen(String symptom) {
		assertThat(seen).anyMatch(new DocumentedText(symptom)::isContainedIn);
	}

	@Test
	void whenATextIsDocumentedThenItsMeaningAndRemedyAreToo() {
		assertThat(Stream.of(FAILURES, SYMPTOMS).flatMap((heading) -> RUNBOOK.table(heading).stream()))
			.allSatisfy((row) -> assertThat(row).hasSize(3).noneMatch(String::isEmpty));
	}

}

package io.github.connectapi.integration.operations;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.github.connectapi.license.ConnectDownloadException.Reason;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that the runbook has an action for each reason of a failed download.
 */
class RunbookReasonTests {

	@Test
	void whenAReasonExistsThenTheRunbookHasOneActionForIt() {
		List<String> documented = Document.of("docs/runbook.md")
			.table("Download failed")
			.stream()
			.flatMap((row) -> Document.codeSpans(row.get(0)).stream())
			.toList();
		assertThat(documented)
			.containsExactlyInAnyOrderElementsOf(Arrays.stream(Reason.values()).map(Enum::name).toList());
	}

}

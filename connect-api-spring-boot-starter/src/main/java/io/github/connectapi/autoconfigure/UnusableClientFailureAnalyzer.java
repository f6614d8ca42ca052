package io.github.connectapi.autoconfigure;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Says whose code, or which switch, does not let the client be made.
 */
final class UnusableClientFailureAnalyzer extends AbstractFailureAnalyzer<UnusableClientException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, UnusableClientException cause) {
		String description = """
				The client of the Getty Images Connect API cannot be made:

				    %s""".formatted(cause.getMessage());
		return new FailureAnalysis(description, cause.action(), cause);
	}

}

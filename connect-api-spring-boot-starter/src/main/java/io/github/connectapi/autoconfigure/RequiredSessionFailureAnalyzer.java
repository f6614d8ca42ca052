package io.github.connectapi.autoconfigure;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectCredentialsRejectedException;

/**
 * Says why there is no session at startup, and what can be done.
 */
final class RequiredSessionFailureAnalyzer extends AbstractFailureAnalyzer<RequiredSessionException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, RequiredSessionException cause) {
		ConnectApiException failure = cause.failure();
		String description = """
				getty.connect.session.startup is 'required', but no Getty Images Connect session could be acquired:

				    %s
				    operation: %s, code: %s, coordination id: %s""".formatted(failure.getMessage(),
				failure.operation().orElse("none"), failure.code().orElse("none"),
				failure.coordinationId().orElse("none"));
		return new FailureAnalysis(description, remedy(failure) + """

				To start without a session, set getty.connect.session.startup to 'background' or 'lazy'.""", cause);
	}

	private static String remedy(ConnectApiException failure) {
		if (failure instanceof ConnectCredentialsRejectedException) {
			return """
					Correct getty.connect.system-id, getty.connect.system-password, getty.connect.user-name and \
					getty.connect.user-password. Quote them in YAML: an unquoted 0123 is the number 83.
					Each start logs in once: an application that is restarted again and again can lock its account.""";
		}
		if (failure.operation().isEmpty() && failure.getCause() != null) {
			return "No request was sent. Correct the application's ConnectCredentialsProvider or "
					+ "ConnectConnectionDetails; a warning of ConnectSessionManager in the log has the stack trace.";
		}
		return "Check that the server at getty.connect.base-url can be reached from here, is up, and is trusted "
				+ "(by the JVM, or with getty.connect.ssl.bundle), "
				+ "or give it more time with getty.connect.session.startup-timeout.";
	}

}

package io.github.connectapi.autoconfigure;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import io.github.connectapi.ConnectCredentials;

/**
 * The credentials of the last complete binding that had usable ones. A rebind empties the
 * properties and sets them one by one: who read them meanwhile would log in with half of
 * the old and half of the new, and be held back. The session type stays the first one:
 * the beans were made for it.
 */
final class BoundCredentials {

	private static final Log logger = LogFactory.getLog(ConnectConnectionDetails.class);

	private @Nullable SessionType type;

	private volatile @Nullable ConnectCredentials usable;

	private volatile PropertyProblems problems = new PropertyProblems();

	/** To be called when a binding is complete. */
	synchronized void take(GettyConnectProperties properties) {
		SessionType type = (this.type != null) ? this.type : properties.getSession().getType();
		this.type = type;
		PropertyProblems problems = new PropertyProblems();
		ConnectCredentials before = this.usable;
		problems.collect(() -> this.usable = CredentialsReader.read(properties, type));
		this.problems = problems;
		// Without usable ones before, whoever asks for them is told.
		if (before != null) {
			properties.check(problems);
			report(before, problems);
		}
	}

	/** The same object until a rebind brings others. */
	ConnectCredentials get() {
		ConnectCredentials usable = this.usable;
		if (usable == null) {
			throw this.problems.failure();
		}
		return usable;
	}

	private void report(ConnectCredentials before, PropertyProblems problems) {
		if (!before.equals(get())) {
			logger.info("Connect credentials were changed; the next acquisition of a session uses them");
		}
		if (problems.any()) {
			logger.error("Connect properties were changed to what cannot be used, what was in use stays in use: "
					+ problems.failure().getMessage());
		}
	}

}

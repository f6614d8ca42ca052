package io.github.connectapi.autoconfigure.properties;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.ErrorSuppressingLog;
import io.github.connectapi.Internal;
import io.github.connectapi.autoconfigure.diagnostics.ConnectStartupException;
import io.github.connectapi.autoconfigure.diagnostics.StartupProblems;

/**
 * Credentials configured by properties, as of the last complete binding whose credentials
 * were valid. Needed because a rebind clears the properties and sets them one by one: the
 * server would reject a mixture of old and new values. Thread-safe.
 */
@Internal
public final class ConfiguredCredentials {

	private static final ErrorSuppressingLog logger = ErrorSuppressingLog.of(GettyConnectProperties.LOG_CATEGORY);

	private volatile @Nullable ConnectCredentials current;

	private volatile StartupProblems problems = new StartupProblems();

	ConfiguredCredentials() {
	}

	/**
	 * Return the credentials. The same object is returned until the next valid binding.
	 * @return the credentials
	 * @throws ConnectStartupException if no binding had valid credentials
	 */
	public ConnectCredentials get() {
		ConnectCredentials current = this.current;
		if (current == null) {
			throw this.problems.toException();
		}
		return current;
	}

	/**
	 * Return whether a binding had valid credentials.
	 * @return true if {@link #get()} returns credentials
	 */
	boolean isAvailable() {
		return this.current != null;
	}

	/**
	 * Replace the credentials when a binding is complete.
	 * @param binding supplies the credentials of the binding, or throws a
	 * {@link ConnectStartupException} if they are invalid, so that the current ones
	 * remain in use
	 * @return the problems of the credentials
	 */
	StartupProblems update(Supplier<ConnectCredentials> binding) {
		ConnectCredentials previous = this.current;
		StartupProblems problems = new StartupProblems();
		problems.collect(() -> this.current = binding.get());
		this.problems = problems;
		if (previous != null && !previous.equals(get())) {
			logger.info("Connect credentials changed. The next acquisition of a session uses them.");
		}
		return problems;
	}

}

package io.github.connectapi.autoconfigure;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.Internal;
import io.github.connectapi.autoconfigure.properties.GettyConnectProperties;

/**
 * Failures of what was changed at run time and cannot be used, so that the previous one
 * remains in use. Contains no secret. Thread-safe.
 */
@Internal
public final class ReloadFailures {

	private static final String PROPERTIES = "properties";

	private static final String TLS = "tls";

	private final GettyConnectProperties properties;

	private volatile @Nullable String tls;

	ReloadFailures(GettyConnectProperties properties) {
		this.properties = properties;
	}

	/**
	 * Return what can be changed at run time.
	 * @return the names
	 */
	public static List<String> sources() {
		return List.of(PROPERTIES, TLS);
	}

	/**
	 * Return the failures.
	 * @return the descriptions of the failures, by the name of what failed; empty if all
	 * is in use as configured
	 */
	public Map<String, String> current() {
		Map<String, String> failures = new TreeMap<>();
		put(failures, PROPERTIES, this.properties.reloadFailure());
		put(failures, TLS, this.tls);
		return failures;
	}

	private static void put(Map<String, String> failures, String source, @Nullable String failure) {
		if (failure != null) {
			failures.put(source, failure);
		}
	}

	/**
	 * Set the failure of the SSL bundle.
	 * @param failure a description; null if the bundle is in use
	 * @return whether it differs from the last one
	 */
	boolean setTls(@Nullable String failure) {
		String previous = this.tls;
		this.tls = failure;
		return (failure != null) ? !failure.equals(previous) : (previous != null);
	}

}

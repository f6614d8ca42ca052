package io.github.connectapi.autoconfigure.properties;

import io.github.connectapi.Internal;

/**
 * Modes of acquiring the session when the application starts.
 */
@Internal
public enum StartupMode {

	/** The first caller acquires the session. */
	LAZY,

	/** The session is acquired in the background. The startup does not wait for it. */
	BACKGROUND,

	/** The startup waits for the session, and fails without one. */
	REQUIRED

}

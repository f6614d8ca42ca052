package io.github.connectapi.autoconfigure;

/**
 * What happens about the session while the application starts.
 */
enum Startup {

	/** Nothing: the first caller acquires it. */
	LAZY,

	/** It is acquired, and the start does not wait for it. */
	BACKGROUND,

	/** It is acquired, or the start fails. */
	REQUIRED

}

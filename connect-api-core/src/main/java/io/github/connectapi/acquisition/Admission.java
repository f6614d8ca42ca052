package io.github.connectapi.acquisition;

/**
 * Decision whether an exchange may start.
 */
enum Admission {

	/** It may start. */
	START,

	/** It may start, and others wait for its result. */
	PROBE,

	/** It waits for the result of another one. */
	WAIT,

	/** It must not start during the back-off. */
	REFUSE;

	/** Return the stricter one of two decisions. */
	Admission and(Admission other) {
		return (compareTo(other) >= 0) ? this : other;
	}

}

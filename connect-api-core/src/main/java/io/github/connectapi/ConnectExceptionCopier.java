package io.github.connectapi;

/**
 * Copies a failure for each of the callers that share it.
 */
@Internal
public final class ConnectExceptionCopier {

	private ConnectExceptionCopier() {
	}

	/**
	 * Copy a shared failure for one of its callers.
	 * @param failure the shared failure
	 * @return an exception of the same class, with the same message and details, the
	 * stack trace of the current thread, and the shared failure as the cause
	 */
	public static ConnectApiException copyForCaller(ConnectApiException failure) {
		return failure.copy();
	}

}

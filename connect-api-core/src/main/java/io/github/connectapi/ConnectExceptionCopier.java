package io.github.connectapi;

/**
 * Copies a failure for each of the callers that share it, or with other details.
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
		return failure.copy(failure.failure());
	}

	/**
	 * Copy a failure of a part of a call, with what is known of the whole call.
	 * @param failure the failure
	 * @param notSent whether it is certain that nothing was sent
	 * @return an exception of the same class, with the same message and the given detail,
	 * and the failure as the cause
	 */
	public static ConnectApiException copyWithNotSent(ConnectApiException failure, boolean notSent) {
		return failure.copy(failure.failure().withNotSent(notSent));
	}

}

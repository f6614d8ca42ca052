package io.github.connectapi;

/**
 * Copies a failure for each of the callers that share it, or with the details of a call.
 */
@Internal
public final class ConnectExceptionCopier {

	private ConnectExceptionCopier() {
	}

	/**
	 * Copy a shared failure for one of its callers.
	 * @param failure the shared failure
	 * @return an exception of the same class, with the same message and details, the
	 * stack trace of the current thread, no cause, and the shared failure suppressed
	 */
	public static ConnectApiException copyForCaller(ConnectApiException failure) {
		ConnectApiException copy = failure.copy(String.valueOf(failure.getMessage()), failure.failure(), null);
		copy.addSuppressed(failure);
		return copy;
	}

	/**
	 * Add what is known of a call to the failure of one of its parts.
	 * @param failure the failure
	 * @param operation the operation of the call, if the failure has none
	 * @param coordinationId the id of the call, if the failure has none
	 * @param notSent whether it is certain that no attempt of the call was sent
	 * @return the failure, or an exception of the same class with the same stack trace,
	 * cause and suppressed exceptions that replaces it
	 */
	public static ConnectApiException completeForCall(ConnectApiException failure, String operation,
			String coordinationId, boolean notSent) {
		ConnectFailure details = failure.failure().withNotSent(notSent);
		String message = String.valueOf(failure.getMessage());
		if (details.operation() == null) {
			details = details.withOperation(operation);
		}
		if (details.coordinationId() == null) {
			details = details.withCoordinationId(coordinationId);
			message = "%s (coordination id %s)".formatted(message, coordinationId);
		}
		if (details.equals(failure.failure())) {
			return failure;
		}
		// A replacement instead of a wrapper, so that the chain of causes does not grow.
		ConnectApiException copy = failure.copy(message, details, failure.getCause());
		copy.setStackTrace(failure.getStackTrace());
		for (Throwable suppressed : failure.getSuppressed()) {
			copy.addSuppressed(suppressed);
		}
		return copy;
	}

}

package io.github.connectapi;

/**
 * Distinguishes unexpected exceptions and errors by what a caller gets: the errors of the
 * JVM unchanged, nothing of what is ignored, and the others as a
 * {@link ConnectApiException}.
 */
@Internal
public final class UnexpectedFailures {

	private UnexpectedFailures() {
	}

	/**
	 * Return whether a failure concerns the JVM, so that it must be thrown unchanged.
	 * @param failure the failure
	 * @return true if the heap is exhausted, for instance; false if no thread could be
	 * started or the stack of the thread was too small
	 */
	public static boolean isFatal(Throwable failure) {
		return failure instanceof VirtualMachineError && !(failure instanceof StackOverflowError)
				&& !isThreadShortage(failure);
	}

	/**
	 * Return whether a thread could not be started.
	 * @param failure the failure
	 * @return whether the limit of threads is reached
	 */
	public static boolean isThreadShortage(Throwable failure) {
		return failure instanceof OutOfMemoryError
				&& String.valueOf(failure.getMessage()).startsWith("unable to create");
	}

	/**
	 * Run an action whose failure must not affect anything, such as logging.
	 * @param action the action
	 */
	public static void ignore(Runnable action) {
		try {
			action.run();
		}
		catch (RuntimeException | Error ex) {
			if (isFatal(ex)) {
				throw ex;
			}
		}
	}

}

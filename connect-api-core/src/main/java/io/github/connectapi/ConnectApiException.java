package io.github.connectapi;

import java.time.Duration;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * The root of all that this library throws while it works. Its kinds are cut by what a
 * caller can do about them. No message, cause or field contains a credential, a token or
 * a response body.
 * <p>
 * When many callers wait for one request and it fails, each gets an exception of its own
 * (see {@link #copyForCaller()}): its stack trace is the caller's, its cause the shared
 * failure.
 */
public abstract sealed class ConnectApiException extends RuntimeException
		permits ConnectUnavailableException, ConnectProtocolException, ConnectOperationException,
		ConnectBackoffException, ConnectWaitTimeoutException, ConnectInterruptedException, ConnectClosedException {

	/** The details of the failure. */
	private final ConnectFailure failure;

	ConnectApiException(String message, ConnectFailure failure, @Nullable Throwable cause) {
		super(message, cause);
		this.failure = failure;
	}

	/**
	 * All details of the failure.
	 * @return the details
	 */
	public final ConnectFailure failure() {
		return this.failure;
	}

	/**
	 * Whether the same call may succeed when it is repeated soon, after
	 * {@link #retryAfter()} if there is one. Of an operation that changes or costs
	 * something the outcome is unclear then: it may have been executed, and repeating it
	 * may do so twice.
	 * @return false if repeating it is useless
	 */
	public final boolean isTransient() {
		return this.failure.isTransient();
	}

	/**
	 * How long to wait at least before the next call.
	 * @return the wait; empty if nothing is known
	 */
	public final Optional<Duration> retryAfter() {
		return Optional.ofNullable(this.failure.retryAfter());
	}

	/**
	 * The operation that failed.
	 * @return its name, for instance {@code RenewSession}; empty if none was involved
	 */
	public final Optional<String> operation() {
		return Optional.ofNullable(this.failure.operation());
	}

	/**
	 * The code that the server or its gateway gave.
	 * @return the code, for instance {@code InvalidUsernameOrPassword}; empty if none
	 */
	public final Optional<String> code() {
		return Optional.ofNullable(this.failure.code());
	}

	/**
	 * The id of the request, by which Getty Images can find it if it was sent.
	 * @return the id; empty if there was none
	 */
	public final Optional<String> coordinationId() {
		return Optional.ofNullable(this.failure.coordinationId());
	}

	/**
	 * The same failure for another thread: same class, message and details, the stack
	 * trace of that thread, and this exception as the cause.
	 * @return a new exception
	 */
	public abstract ConnectApiException copyForCaller();

}

package io.github.connectapi;

import java.time.Duration;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Base class of the exceptions that this library throws when it does not return a session
 * or a result. Each subclass calls for a different reaction of the caller. No message,
 * cause or field contains a credential, a token or a response body.
 * <p>
 * The hierarchy is sealed. Subclasses may be added in minor releases, so code that
 * distinguishes subclasses must also handle this class.
 * <p>
 * When many callers wait for one request and it fails, each caller receives its own copy
 * of the exception. Its stack trace is that of the caller. It has no cause, because a log
 * that shows only the root cause, such as that of Tomcat, would show another thread. The
 * shared failure with its cause is {@linkplain #getSuppressed() suppressed}.
 */
public abstract sealed class ConnectApiException extends RuntimeException permits ConnectUnavailableException,
		ConnectProtocolException, ConnectOperationException, ConnectBackoffException, ConnectWaitTimeoutException,
		ConnectInterruptedException, ConnectClosedException, ConnectCallRejectedException {

	/** The details of the failure. */
	private final ConnectFailure failure;

	ConnectApiException(String message, ConnectFailure failure, @Nullable Throwable cause) {
		super(message, cause);
		this.failure = failure;
	}

	/**
	 * Return all details of the failure.
	 * @return the details
	 */
	public final ConnectFailure failure() {
		return this.failure;
	}

	/**
	 * Return whether the same call may succeed when it is repeated soon, after
	 * {@link #retryAfter()} if there is one. After a request was sent, the outcome of an
	 * operation that changes or costs something is unknown: it may have been executed,
	 * and repeating it may execute it twice.
	 * @return false if repeating the call is useless
	 */
	public final boolean isTransient() {
		return this.failure.isTransient();
	}

	/**
	 * Return whether it is certain that the operation was not sent: not one byte of its
	 * request was written. The server cannot have executed it, so it may be repeated even
	 * if it changes or costs something. Of a call, this covers all attempts.
	 * @return false if the request was sent, or if that is unknown
	 */
	public final boolean isNotSent() {
		return this.failure.isNotSent();
	}

	/**
	 * Return whether there are no credentials for the user, in an application with
	 * sessions of many users: ask him to enter them. Nothing was sent.
	 * @return false if there was another reason
	 */
	public final boolean isCredentialsMissing() {
		return this.failure.isCredentialsMissing();
	}

	/**
	 * Return the minimum delay before the next call.
	 * @return the delay; empty if unknown
	 */
	public final Optional<Duration> retryAfter() {
		return Optional.ofNullable(this.failure.retryAfter());
	}

	/**
	 * Return the name of the failed operation.
	 * @return the name, for instance {@code RenewSession}; empty if no operation was
	 * involved
	 */
	public final Optional<String> operation() {
		return Optional.ofNullable(this.failure.operation());
	}

	/**
	 * Return the code that the server or its gateway returned.
	 * @return the code, for instance {@code InvalidUsernameOrPassword}; empty if there
	 * was none
	 */
	public final Optional<String> code() {
		return Optional.ofNullable(this.failure.code());
	}

	/**
	 * Return the id of the request. Getty Images can find the request by this id if it
	 * was sent.
	 * @return the id; empty if there was none
	 */
	public final Optional<String> coordinationId() {
		return Optional.ofNullable(this.failure.coordinationId());
	}

	/**
	 * Create an exception of the same class with the stack trace of the current thread.
	 */
	abstract ConnectApiException copy(String message, ConnectFailure failure, @Nullable Throwable cause);

}

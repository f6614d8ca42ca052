package io.github.connectapi.observation;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.ConnectClosedException;
import io.github.connectapi.ConnectCredentialsRejectedException;
import io.github.connectapi.ConnectBackoffException;
import io.github.connectapi.ConnectInterruptedException;
import io.github.connectapi.ConnectOperationException;
import io.github.connectapi.ConnectProtocolException;
import io.github.connectapi.ConnectTokenRejectedException;
import io.github.connectapi.ConnectUnavailableException;
import io.github.connectapi.ConnectWaitTimeoutException;

/**
 * Outcome of an observation, with one value for each kind of failure.
 */
public enum ConnectOutcome {

	/** Success. */
	SUCCESS,

	/** There was no usable response: {@link ConnectUnavailableException}. */
	UNAVAILABLE,

	/** The response violates the protocol: {@link ConnectProtocolException}. */
	PROTOCOL_ERROR,

	/**
	 * The server reported a failed operation, or the operation cannot be sent with this
	 * session: {@link ConnectOperationException}.
	 */
	OPERATION_ERROR,

	/** The credentials were rejected: {@link ConnectCredentialsRejectedException}. */
	CREDENTIALS_REJECTED,

	/** The token was rejected: {@link ConnectTokenRejectedException}. */
	TOKEN_REJECTED,

	/** Nothing was sent during a back-off: {@link ConnectBackoffException}. */
	BACKING_OFF,

	/** The wait for a session timed out: {@link ConnectWaitTimeoutException}. */
	WAIT_TIMEOUT,

	/**
	 * The thread was interrupted before or while it waited, or during an exchange:
	 * {@link ConnectInterruptedException}.
	 */
	INTERRUPTED,

	/** The manager or client was closed: {@link ConnectClosedException}. */
	CLOSED,

	/** Any other failure, for example an invalid argument. */
	ERROR;

	/**
	 * Return the outcome for a failure.
	 * @param failure the failure; null if there was none
	 * @return the outcome
	 */
	public static ConnectOutcome of(@Nullable Throwable failure) {
		if (failure == null) {
			return SUCCESS;
		}
		if (failure instanceof ConnectCredentialsRejectedException) {
			return CREDENTIALS_REJECTED;
		}
		if (failure instanceof ConnectTokenRejectedException) {
			return TOKEN_REJECTED;
		}
		if (failure instanceof ConnectOperationException) {
			return OPERATION_ERROR;
		}
		if (failure instanceof ConnectUnavailableException) {
			return UNAVAILABLE;
		}
		if (failure instanceof ConnectProtocolException) {
			return PROTOCOL_ERROR;
		}
		if (failure instanceof ConnectBackoffException) {
			return BACKING_OFF;
		}
		if (failure instanceof ConnectWaitTimeoutException) {
			return WAIT_TIMEOUT;
		}
		if (failure instanceof ConnectInterruptedException) {
			return INTERRUPTED;
		}
		return (failure instanceof ConnectClosedException) ? CLOSED : ERROR;
	}

}

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
 * How something ended, one value for each kind of failure.
 */
public enum ConnectOutcome {

	/** It succeeded. */
	SUCCESS,

	/** No usable answer: {@link ConnectUnavailableException}. */
	UNAVAILABLE,

	/** An answer that breaks the contract: {@link ConnectProtocolException}. */
	PROTOCOL_ERROR,

	/** The server said that the operation failed: {@link ConnectOperationException}. */
	OPERATION_ERROR,

	/** {@link ConnectCredentialsRejectedException}. */
	CREDENTIALS_REJECTED,

	/** {@link ConnectTokenRejectedException}. */
	TOKEN_REJECTED,

	/** Nothing was sent: {@link ConnectBackoffException}. */
	BACKING_OFF,

	/** {@link ConnectWaitTimeoutException}. */
	WAIT_TIMEOUT,

	/** {@link ConnectInterruptedException}. */
	INTERRUPTED,

	/** {@link ConnectClosedException}. */
	CLOSED,

	/** Anything else, for instance an argument that makes no sense. */
	ERROR;

	/**
	 * The outcome of something that threw.
	 * @param failure what it threw; null if it threw nothing
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

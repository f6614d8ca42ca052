package io.github.connectapi.store;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Result of an operation of a {@link SessionStore}. Its content must not be changed.
 */
public final class StoreResult {

	private final Outcome outcome;

	private final byte @Nullable [] content;

	private final long storeMillis;

	private final @Nullable Throwable cause;

	private final @Nullable String remedy;

	private StoreResult(Outcome outcome, byte @Nullable [] content, long storeMillis, @Nullable Throwable cause,
			@Nullable String remedy) {
		this.outcome = outcome;
		this.content = content;
		this.storeMillis = storeMillis;
		this.cause = cause;
		this.remedy = remedy;
	}

	/**
	 * Create the result of an operation that took effect.
	 * @param content the content of the record after the operation; null if there is none
	 * @param storeMillis the time of the store in milliseconds since the epoch
	 * @return the result
	 */
	public static StoreResult won(byte @Nullable [] content, long storeMillis) {
		return new StoreResult(Outcome.WON, content, storeMillis, null, null);
	}

	/**
	 * Create the result of an operation whose condition was not met.
	 * @param content the current content of the record; null if there is none
	 * @param storeMillis the time of the store in milliseconds since the epoch
	 * @return the result
	 */
	public static StoreResult lost(byte @Nullable [] content, long storeMillis) {
		return new StoreResult(Outcome.LOST, content, storeMillis, null, null);
	}

	/**
	 * Create the result of an operation that was certainly not executed.
	 * @param cause why the store cannot be used
	 * @return the result
	 */
	public static StoreResult unavailable(Throwable cause) {
		return new StoreResult(Outcome.UNAVAILABLE, null, 0, cause, null);
	}

	/**
	 * Create the result of an operation that was sent without a response, so that it may
	 * have been executed, or may be executed later.
	 * @param cause why there was no response
	 * @return the result
	 */
	public static StoreResult unknown(Throwable cause) {
		return new StoreResult(Outcome.UNKNOWN, null, 0, cause, null);
	}

	/**
	 * Return a copy with a description of the failure, which is logged.
	 * @param remedy what is wrong and how to correct it: a sentence without a period,
	 * without passwords, and without quotation marks
	 * @return the copy
	 */
	public StoreResult withRemedy(String remedy) {
		return new StoreResult(this.outcome, this.content, this.storeMillis, this.cause, remedy);
	}

	/**
	 * Return what is known about the operation.
	 * @return the outcome
	 */
	public Outcome outcome() {
		return this.outcome;
	}

	/**
	 * Return the content of the record after the operation.
	 * @return the content; null if there is none, or if it is not known
	 */
	public byte @Nullable [] content() {
		return this.content;
	}

	/**
	 * Return the time of the store.
	 * @return the time in milliseconds since the epoch; 0 if it is not known
	 */
	public long storeMillis() {
		return this.storeMillis;
	}

	/**
	 * Return why there was no response.
	 * @return the cause; empty if the store responded
	 */
	public Optional<Throwable> cause() {
		return Optional.ofNullable(this.cause);
	}

	/**
	 * Return what is wrong and how to correct it.
	 * @return the description; empty if the store responded, or if it is not known
	 */
	public Optional<String> remedy() {
		return Optional.ofNullable(this.remedy);
	}

	/**
	 * Return whether the operation took effect.
	 * @return whether the outcome is {@code WON}
	 */
	public boolean isWon() {
		return this.outcome == Outcome.WON;
	}

	/**
	 * Return whether the store responded.
	 * @return whether the outcome is {@code WON} or {@code LOST}
	 */
	public boolean isResponse() {
		return this.outcome == Outcome.WON || this.outcome == Outcome.LOST;
	}

	/** Return outcome and time, never the content. */
	@Override
	public String toString() {
		return "StoreResult[outcome=" + this.outcome + ", storeMillis=" + this.storeMillis + "]";
	}

	/**
	 * What is known about an operation.
	 */
	public enum Outcome {

		/** The operation took effect. */
		WON,

		/** The operation did not take effect, because its condition was not met. */
		LOST,

		/** The store cannot be reached, or refused the operation: nothing was changed. */
		UNAVAILABLE,

		/** The operation was sent, but there was no response. */
		UNKNOWN

	}

}

package io.github.connectapi.license;

import java.time.Duration;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectClosedException;
import io.github.connectapi.ConnectFailure;
import io.github.connectapi.ConnectInterruptedException;
import io.github.connectapi.ConnectOperationException;
import io.github.connectapi.ConnectProtocolException;
import io.github.connectapi.ConnectUnavailableException;
import io.github.connectapi.LogSanitizer;

/**
 * Exception thrown when the file of a {@link License} was not downloaded completely. The
 * asset is licensed nevertheless: do not buy it again. Repeat the download with the same
 * license. Neither the message nor a cause contains the address of the file.
 * <p>
 * It is not a {@link ConnectApiException}, because the API was called with success.
 */
public final class ConnectDownloadException extends RuntimeException {

	/** The reason. */
	private final Reason reason;

	/** The coordination id of the purchase. */
	private final @Nullable String coordinationId;

	/** The minimum delay before the next attempt. */
	private final @Nullable Duration retryAfter;

	/**
	 * Create an exception. Applications may use this in their tests.
	 * @param message the detail message, without secrets
	 * @param reason the reason
	 * @param coordinationId the id of the purchase, or null
	 * @param cause the cause, or null
	 */
	public ConnectDownloadException(String message, Reason reason, @Nullable String coordinationId,
			@Nullable Throwable cause) {
		this(message, reason, coordinationId, null, cause);
	}

	private ConnectDownloadException(String message, Reason reason, @Nullable String coordinationId,
			@Nullable Duration retryAfter, @Nullable Throwable cause) {
		super(message, cause);
		this.reason = reason;
		this.coordinationId = coordinationId;
		this.retryAfter = retryAfter;
	}

	static ConnectDownloadException of(License license, Reason reason, String detail, @Nullable Throwable cause) {
		return new ConnectDownloadException(message(license, reason, detail), reason, license.coordinationId(), cause);
	}

	static ConnectDownloadException unavailable(License license, String detail, @Nullable Duration retryAfter) {
		return new ConnectDownloadException(message(license, Reason.UNAVAILABLE, detail), Reason.UNAVAILABLE,
				license.coordinationId(), retryAfter, null);
	}

	private static String message(License license, Reason reason, String detail) {
		String message = "The file of asset %s was not downloaded: %s. The asset is licensed: correct this, then repeat the download with the same license (coordination id %s)";
		if (reason.isTransient) {
			message = "The file of asset %s was not downloaded: %s. The asset is licensed: repeat the download with the same license (coordination id %s)";
		}
		else if (reason == Reason.EXPIRED || reason == Reason.INVALID_ADDRESS) {
			message = "The file of asset %s was not downloaded: %s. The asset is licensed: authorize it again, and check that it is free, to get another address (coordination id %s)";
		}
		return message.formatted(LogSanitizer.sanitize(license.assetId()), detail, license.coordinationId());
	}

	/** Return the failure of a check, before which nothing was bought. */
	static ConnectDownloadException ofCheck(Reason reason, String detail, @Nullable Throwable cause) {
		return new ConnectDownloadException("No file can be downloaded: %s".formatted(detail), reason, null, cause);
	}

	/**
	 * Return the exception that an observation records, so that a download has the
	 * outcomes of a call. The reason is its code.
	 */
	ConnectApiException toObservedException() {
		String text = String.valueOf(getMessage());
		String code = this.reason.name();
		ConnectFailure failure = isTransient() ? ConnectFailure.transientFailure(null, code)
				: ConnectFailure.permanentFailure(null, code);
		ConnectFailure details = failure.withRetryAfter(this.retryAfter);
		return switch (this.reason) {
			case CONNECTION, TIMEOUT, UNAVAILABLE -> new ConnectUnavailableException(text, details, this);
			case INTERRUPTED, CANCELED -> new ConnectInterruptedException(text, details, this);
			case CLOSED -> new ConnectClosedException(text, details, this);
			case INVALID_ADDRESS, REDIRECT, NOT_A_FILE, WRONG_LENGTH ->
				new ConnectProtocolException(text, details, this);
			case EXPIRED, REJECTED, TOO_LARGE, TARGET_EXISTS, TARGET_IN_USE, DISK ->
				new ConnectOperationException(text, details, this);
		};
	}

	/**
	 * Return why the file was not downloaded.
	 * @return the reason
	 */
	public Reason reason() {
		return this.reason;
	}

	/**
	 * Return whether the same download may succeed when it is repeated soon. It resumes
	 * where it ended, if the server permits that.
	 * @return false if something must be changed before
	 */
	public boolean isTransient() {
		return this.reason.isTransient;
	}

	/**
	 * Return the minimum delay before the next attempt, as the server requested it. A
	 * download waits for up to 8 seconds itself.
	 * @return the delay, an hour at most; empty unless the reason is
	 * {@link Reason#UNAVAILABLE}, and if the server requested none
	 */
	public Optional<Duration> retryAfter() {
		return Optional.ofNullable(this.retryAfter);
	}

	/**
	 * Return the id by which Getty Images can find the purchase.
	 * @return the coordination id of the license; empty if nothing was bought yet
	 */
	public Optional<String> coordinationId() {
		return Optional.ofNullable(this.coordinationId);
	}

	/**
	 * Reason why a file was not downloaded. Reasons may be added in minor releases.
	 */
	public enum Reason {

		/** The connection could not be opened, or broke off. */
		CONNECTION(true),

		/** There was no byte within the progress timeout. */
		TIMEOUT(true),

		/** The server is overloaded or down: status 408, 429 or 5xx. */
		UNAVAILABLE(true),

		/** The thread was interrupted. Its interrupt status is kept. */
		INTERRUPTED(true),

		/** A listener canceled the download. */
		CANCELED(true),

		/** Another thread or process downloads to the same file. */
		TARGET_IN_USE(true),

		/** The address has expired or is unknown: status 401, 403, 404 or 410. */
		EXPIRED(false),

		/** The server responded with another status. */
		REJECTED(false),

		/** The address of the license is not one of http or https. */
		INVALID_ADDRESS(false),

		/** There were more than three redirects, or one that is not permitted. */
		REDIRECT(false),

		/** The response is a web page, or compressed. */
		NOT_A_FILE(false),

		/**
		 * The size is not the one that the server or the API announced, or there are no
		 * bytes at all. If Getty Images confirms the file, download it with
		 * {@link License#withoutFileSize()}.
		 */
		WRONG_LENGTH(false),

		/** The file is larger than the maximum size. */
		TOO_LARGE(false),

		/** The file exists and must not be replaced, or it is a directory. */
		TARGET_EXISTS(false),

		/**
		 * The file cannot be written: a full disk or a missing permission, for example.
		 */
		DISK(false),

		/** The {@link FileDownloads} are closed. */
		CLOSED(false);

		private final boolean isTransient;

		Reason(boolean isTransient) {
			this.isTransient = isTransient;
		}

	}

}

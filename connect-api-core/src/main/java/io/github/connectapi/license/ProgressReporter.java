package io.github.connectapi.license;

import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

import org.springframework.core.log.LogMessage;

import io.github.connectapi.ErrorSuppressingLog;
import io.github.connectapi.UnexpectedFailures;
import io.github.connectapi.license.ConnectDownloadException.Reason;

/**
 * Reports the progress of one download to a listener, and suppresses what it throws.
 */
final class ProgressReporter {

	private static final ErrorSuppressingLog logger = ErrorSuppressingLog.of(FileDownloads.class);

	private static final long INTERVAL = 100_000_000;

	private final License license;

	private final @Nullable DownloadListener listener;

	private final LongSupplier nanoTime;

	private final AtomicBoolean logged;

	private long reportedAt;

	private long reportedBytes;

	/**
	 * Create a reporter.
	 * @param logged whether an exception of a listener was logged before
	 */
	ProgressReporter(License license, @Nullable DownloadListener listener, LongSupplier nanoTime,
			AtomicBoolean logged) {
		this.license = license;
		this.listener = listener;
		this.nanoTime = nanoTime;
		this.logged = logged;
		this.reportedAt = nanoTime.getAsLong() - INTERVAL;
	}

	/** Report the progress after the interval, or another percent of the file. */
	void progress(long bytes, OptionalLong total) {
		if (this.listener == null) {
			return;
		}
		long now = this.nanoTime.getAsLong();
		if (now - this.reportedAt >= INTERVAL || isAnotherPercent(bytes, total)) {
			this.reportedAt = now;
			this.reportedBytes = bytes;
			DownloadProgress progress = new DownloadProgress(this.license, bytes, total, false);
			report(this.listener, progress);
			if (progress.isCanceled()) {
				throw ConnectDownloadException.of(this.license, Reason.CANCELED, "a listener canceled it", null);
			}
		}
	}

	// Otherwise a download that stalls would seem to have stalled much earlier.
	private boolean isAnotherPercent(long bytes, OptionalLong total) {
		return total.isPresent() && bytes - this.reportedBytes >= Math.max(total.getAsLong() / 100, 1);
	}

	/** Report that the file is complete. */
	void complete(long bytes) {
		if (this.listener != null) {
			report(this.listener, new DownloadProgress(this.license, bytes, OptionalLong.of(bytes), true));
		}
	}

	private void report(DownloadListener listener, DownloadProgress progress) {
		try {
			listener.onProgress(progress);
		}
		catch (RuntimeException | Error ex) {
			if (UnexpectedFailures.isFatal(ex)) {
				throw ex;
			}
			if (!this.logged.getAndSet(true)) {
				logger.warn(LogMessage
					.format("Connect download listener failed; further failures are not logged: error=%s", ex), ex);
			}
		}
	}

}

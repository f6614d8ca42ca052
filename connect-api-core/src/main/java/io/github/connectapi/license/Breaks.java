package io.github.connectapi.license;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.github.connectapi.license.ConnectDownloadException.Reason;

/**
 * Breaks of one download: how many there may be, and the time before each attempt to
 * resume.
 */
final class Breaks {

	private static final int MAX_RESUMES = 5;

	private static final Duration MAX_BACKOFF = Duration.ofSeconds(8);

	/** Progress after which the breaks are counted anew. */
	private static final long MIN_PROGRESS = 1024 * 1024;

	private static final Set<Reason> BREAKS = Set.of(Reason.CONNECTION, Reason.TIMEOUT, Reason.UNAVAILABLE);

	private final License license;

	private final Duration backoff;

	private final CountDownLatch closed;

	private int count;

	private long highestPosition;

	/**
	 * Create the breaks of a download.
	 * @param backoff the time before the first attempt to resume, which doubles
	 * @param closed what ends the wait
	 */
	Breaks(License license, Duration backoff, CountDownLatch closed) {
		this.license = license;
		this.backoff = backoff;
		this.closed = closed;
	}

	/** Begin with bytes that an earlier download left. */
	void begin(long position) {
		this.highestPosition = position;
	}

	/** Wait before the next attempt, or throw the failure if there is none. */
	void await(ConnectDownloadException failure, long position) {
		if (!BREAKS.contains(failure.reason())) {
			throw failure;
		}
		if (position - this.highestPosition >= MIN_PROGRESS) {
			this.count = 0;
		}
		// The highest position, because beginning anew is no progress.
		this.highestPosition = Math.max(this.highestPosition, position);
		Duration retryAfter = failure.retryAfter().orElse(Duration.ZERO);
		if (this.count >= MAX_RESUMES || retryAfter.compareTo(MAX_BACKOFF) > 0) {
			throw failure;
		}
		long nanos = Math.min(this.backoff.toNanos() << this.count, MAX_BACKOFF.toNanos());
		this.count++;
		await(failure, Duration.ofNanos(Math.max(nanos, retryAfter.toNanos())));
	}

	private void await(ConnectDownloadException failure, Duration delay) {
		try {
			if (this.closed.await(delay.toNanos(), TimeUnit.NANOSECONDS)) {
				throw FileRequests.closed(this.license);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw ConnectDownloadException.of(this.license, Reason.INTERRUPTED,
					"its thread was interrupted while it waited to resume", failure);
		}
	}

}

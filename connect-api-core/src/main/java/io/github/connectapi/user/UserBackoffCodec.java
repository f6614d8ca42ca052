package io.github.connectapi.user;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.ConnectApiException;

/**
 * Encodes the back-off of a user as four words. Times are milliseconds since the creation
 * of the codec, in 40 bits, which last for 34 years:
 * <ol>
 * <li>the fingerprint of the rejected credentials</li>
 * <li>40 bits: the time of the failure; 12: failures; 12: rejections</li>
 * <li>27 bits: the back-off in milliseconds; 8: the number of the failure; 2: changes of
 * credentials; 27: the time from the failure to the last probe in milliseconds</li>
 * <li>40 bits: the time of the report; 12: the window after it in seconds</li>
 * </ol>
 */
final class UserBackoffCodec {

	static final int WORDS = 4;

	private static final int TIME_BITS = 40;

	private static final int COUNT_BITS = 12;

	private static final int DELAY_BITS = 27;

	private static final int FAILURE_BITS = 8;

	private static final int CHANGE_BITS = 2;

	private final long startNanos;

	private final FailureTable failures = new FailureTable(1 << FAILURE_BITS);

	UserBackoffCodec(long startNanos) {
		this.startNanos = startNanos;
	}

	/** Return when both the back-off and the window after a report have ended. */
	static long endMillis(long[] words, int offset) {
		long failed = words[offset + 1] >>> (2 * COUNT_BITS);
		long delay = words[offset + 2] >>> (FAILURE_BITS + CHANGE_BITS + DELAY_BITS);
		long reported = words[offset + 3] >>> COUNT_BITS;
		long window = bits(words[offset + 3], 0, COUNT_BITS);
		return Math.max(failed + delay, reported + TimeUnit.SECONDS.toMillis(window));
	}

	long[] encode(UserBackoff backoff) {
		long failed = limited(millis(backoff.failedNanos()), TIME_BITS);
		long end = roundedUp(backoff.failedNanos() + backoff.delayNanos() - this.startNanos,
				TimeUnit.MILLISECONDS.toNanos(1));
		long probed = millis(backoff.probedNanos()) - failed;
		long reported = limited(millis(backoff.reportedNanos()), TIME_BITS);
		long window = roundedUp(backoff.windowNanos(), TimeUnit.SECONDS.toNanos(1));
		return new long[] { backoff.rejectedCredentials(),
				append(append(failed, backoff.failures(), COUNT_BITS), backoff.rejections(), COUNT_BITS),
				append(append(append(limited(end - failed, DELAY_BITS), this.failures.number(backoff.failure()),
						FAILURE_BITS), backoff.credentialChanges(), CHANGE_BITS), probed, DELAY_BITS),
				append(reported, window, COUNT_BITS) };
	}

	UserBackoff decode(long[] words) {
		long failed = words[1] >>> (2 * COUNT_BITS);
		long delay = words[2] >>> (FAILURE_BITS + CHANGE_BITS + DELAY_BITS);
		int number = (int) bits(words[2], CHANGE_BITS + DELAY_BITS, FAILURE_BITS);
		@Nullable ConnectApiException failure = this.failures.failure(number, Duration.ofMillis(delay));
		return new UserBackoff(failure, nanos(failed), TimeUnit.MILLISECONDS.toNanos(delay),
				(int) bits(words[1], COUNT_BITS, COUNT_BITS), (int) bits(words[1], 0, COUNT_BITS), words[0],
				(int) bits(words[2], DELAY_BITS, CHANGE_BITS), nanos(failed + bits(words[2], 0, DELAY_BITS)),
				nanos(words[3] >>> COUNT_BITS), TimeUnit.SECONDS.toNanos(bits(words[3], 0, COUNT_BITS)));
	}

	private long millis(long nanos) {
		return TimeUnit.NANOSECONDS.toMillis(nanos - this.startNanos);
	}

	private long nanos(long millis) {
		return this.startNanos + TimeUnit.MILLISECONDS.toNanos(millis);
	}

	private static long roundedUp(long nanos, long unit) {
		return (nanos + unit - 1) / unit;
	}

	private static long append(long word, long value, int bits) {
		return (word << bits) | limited(value, bits);
	}

	private static long limited(long value, int bits) {
		return Math.max(0, Math.min((1L << bits) - 1, value));
	}

	private static long bits(long word, int shift, int bits) {
		return (word >>> shift) & ((1L << bits) - 1);
	}

}

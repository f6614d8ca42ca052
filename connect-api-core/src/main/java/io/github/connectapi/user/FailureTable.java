package io.github.connectapi.user;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectCredentialsRejectedException;
import io.github.connectapi.ConnectFailure;
import io.github.connectapi.ConnectUnavailableException;

/**
 * Kinds of failures with their numbers, so that a record of a user contains a number
 * instead of an exception. When it is full, further kinds get the number of one without
 * an operation and a code. Thread-safe.
 */
final class FailureTable {

	/** The number of no failure. */
	static final int NONE = 0;

	private static final int MAX_CODE_LENGTH = 100;

	private final int maxKinds;

	private final List<Kind> kinds = new CopyOnWriteArrayList<>();

	FailureTable(int maxKinds) {
		this.maxKinds = maxKinds;
		this.kinds.add(Kind.of(false, false));
		for (boolean rejected : List.of(false, true)) {
			for (boolean retryAfter : List.of(false, true)) {
				this.kinds.add(Kind.of(rejected, retryAfter));
			}
		}
	}

	int number(@Nullable ConnectApiException failure) {
		if (failure == null) {
			return NONE;
		}
		Kind kind = Kind.of(failure);
		int known = this.kinds.lastIndexOf(kind);
		return (known > NONE) ? known : add(kind);
	}

	private synchronized int add(Kind kind) {
		int known = this.kinds.lastIndexOf(kind);
		if (known > NONE) {
			return known;
		}
		if (this.kinds.size() == this.maxKinds) {
			return this.kinds.lastIndexOf(Kind.of(kind.rejected(), kind.retryAfter()));
		}
		this.kinds.add(kind);
		return this.kinds.size() - 1;
	}

	/** Return a failure of the kind; null for the number of no failure. */
	@Nullable ConnectApiException failure(int number, Duration retryAfter) {
		return (number != NONE) ? this.kinds.get(number).failure(retryAfter) : null;
	}

	/**
	 * What is remembered of a failure.
	 *
	 * @param rejected whether the credentials were rejected
	 * @param isTransient whether it was transient
	 * @param overRate whether the server permitted no more requests
	 * @param retryAfter whether the server sent a delay
	 * @param operation the operation; null if none
	 * @param code the code; null if none
	 */
	private record Kind(boolean rejected, boolean isTransient, boolean overRate, boolean retryAfter,
			@Nullable String operation, @Nullable String code) {

		static Kind of(boolean rejected, boolean retryAfter) {
			return new Kind(rejected, !rejected, false, retryAfter, null, null);
		}

		static Kind of(ConnectApiException failure) {
			String code = failure.failure().code();
			boolean known = code == null || code.length() <= MAX_CODE_LENGTH;
			return new Kind(failure instanceof ConnectCredentialsRejectedException, failure.isTransient(),
					failure.failure().isOverRate(), failure.retryAfter().isPresent(), failure.failure().operation(),
					known ? code : null);
		}

		ConnectApiException failure(Duration delay) {
			ConnectFailure details = (this.isTransient ? ConnectFailure.transientFailure(this.operation, this.code)
					: ConnectFailure.permanentFailure(this.operation, this.code))
				.withOverRate(this.overRate)
				.withRetryAfter(this.retryAfter ? delay : null);
			String name = Objects.requireNonNullElse(this.operation, "An acquisition");
			String message = (this.code != null) ? "%s of this user failed earlier (code %s)".formatted(name, this.code)
					: "%s of this user failed earlier".formatted(name);
			return this.rejected ? new ConnectCredentialsRejectedException(message, details)
					: new ConnectUnavailableException(message, details);
		}

	}

}

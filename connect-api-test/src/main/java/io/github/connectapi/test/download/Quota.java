package io.github.connectapi.test.download;

import java.time.Duration;
import java.time.Instant;

import io.github.connectapi.test.catalog.Offering;
import org.jspecify.annotations.Nullable;

/**
 * The quota of one product offering of one account. An image pack is used up once, the
 * others start again every 30 days. Not thread-safe.
 */
final class Quota {

	private static final Duration VALIDITY = Duration.ofDays(365);

	private static final Duration PERIOD = Duration.ofDays(30);

	private final Offering offering;

	private final int instanceId;

	private final Instant expiresAt;

	private @Nullable Instant resetsAt;

	private int limit;

	private int remaining;

	Quota(Offering offering, int instanceId, Instant now) {
		this.offering = offering;
		this.instanceId = instanceId;
		this.expiresAt = now.plus(VALIDITY);
		this.resetsAt = (offering != Offering.IMAGE_PACK) ? now.plus(PERIOD) : null;
		this.limit = defaultLimit(offering);
		this.remaining = this.limit;
	}

	private static int defaultLimit(Offering offering) {
		return switch (offering) {
			case EASY_ACCESS -> 500;
			case EDITORIAL_SUBSCRIPTION -> 250;
			case PREMIUM_ACCESS -> 100;
			case ROYALTY_FREE_SUBSCRIPTION -> 50;
			case IMAGE_PACK -> 25;
		};
	}

	Offering offering() {
		return this.offering;
	}

	void setRemaining(int remaining) {
		this.remaining = remaining;
		this.limit = Math.max(this.limit, remaining);
	}

	/**
	 * Take one download.
	 * @param now the time
	 * @return {@code true} if one remained
	 */
	boolean debit(Instant now) {
		startPeriod(now);
		if (this.remaining == 0) {
			return false;
		}
		this.remaining--;
		return true;
	}

	boolean isExpired(Instant now) {
		return !now.isBefore(this.expiresAt);
	}

	OwnedOffering at(Instant now) {
		startPeriod(now);
		return new OwnedOffering(this.offering, this.instanceId, this.limit, this.remaining, this.expiresAt,
				this.resetsAt, isExpired(now));
	}

	private void startPeriod(Instant now) {
		if (this.resetsAt != null && !now.isBefore(this.resetsAt)) {
			long periods = Duration.between(this.resetsAt, now).dividedBy(PERIOD) + 1;
			this.resetsAt = this.resetsAt.plus(PERIOD.multipliedBy(periods));
			this.remaining = this.limit;
		}
	}

}

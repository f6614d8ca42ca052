package io.github.connectapi.user;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.ConnectSession;

/**
 * What a soak test knows of one user. Its events write it between the acquisitions, and
 * the only acquisition of the user while that runs.
 */
final class SoakUser {

	private static final long MAX_BACKOFF = Duration.ofSeconds(61).toNanos();

	private static final long MAX_REJECTED_BACKOFF = Duration.ofMinutes(61).toNanos();

	/** A session of 30 minutes may be used for 29 and a half. */
	private static final long USABLE = Duration.ofMinutes(29).toNanos();

	final String key;

	final String systemId;

	/** Threads in the provider or in a login. */
	final AtomicInteger active = new AtomicInteger();

	volatile Provider provider = Provider.NORMAL;

	/** The password of the account. */
	volatile int password;

	/** The password that the provider returns. */
	volatile int provided;

	volatile boolean serverFails;

	volatile @Nullable ConnectSession session;

	volatile @Nullable ConnectSession reported;

	private volatile long loginNanos;

	private volatile long failureEndNanos = Long.MIN_VALUE;

	private volatile long rejectedNanos;

	private volatile int rejections;

	private volatile boolean mayRepeat = true;

	private long readNanos = Long.MIN_VALUE / 2;

	SoakUser(int number, int systems) {
		this.key = "user-" + number;
		this.systemId = "system-" + number % systems;
	}

	/** Return the time that must pass before the next login may be sent. */
	long remainingBackoff(long nanos) {
		double seconds = Math.min(3600, 120 * Math.pow(3, Math.max(0, this.rejections - 1)));
		return this.mayRepeat ? 0 : this.rejectedNanos + (long) (seconds * 1e9) - nanos;
	}

	void succeeded(ConnectSession created, long nanos) {
		this.session = created;
		this.loginNanos = nanos;
		this.rejections = 0;
		this.mayRepeat = true;
		this.failureEndNanos = Long.MIN_VALUE;
	}

	void rejected(long nanos) {
		this.rejectedNanos = nanos;
		this.rejections++;
		this.mayRepeat = false;
		this.failureEndNanos = nanos + MAX_REJECTED_BACKOFF;
	}

	void failed(long nanos) {
		this.mayRepeat = true;
		this.failureEndNanos = Math.max(this.failureEndNanos, nanos + MAX_BACKOFF);
	}

	void reset() {
		this.mayRepeat = true;
		this.rejections = 0;
		this.failureEndNanos = Long.MIN_VALUE;
	}

	/** Return other credentials, right or wrong. */
	void provide(int other) {
		if (this.provided != other) {
			this.provided = other;
			this.mayRepeat = true;
			this.rejections = 0;
		}
	}

	boolean hangs() {
		return this.provider == Provider.HANGS;
	}

	void read(long nanos) {
		this.readNanos = nanos;
	}

	/** Return whether nothing that concerns this user prevents a login. */
	boolean mayLogIn(long nanos) {
		return this.provider == Provider.NORMAL && !this.serverFails && this.password == this.provided
				&& this.failureEndNanos < nanos;
	}

	/** Return whether there must be a session, whatever else happens. */
	boolean hasSession(long nanos, long maxIdleNanos) {
		return this.session != null && nanos - this.loginNanos < USABLE && nanos - this.readNanos < maxIdleNanos;
	}

	/** How the provider behaves. */
	enum Provider {

		NORMAL, THROWS, RETURNS_NULL, HANGS

	}

}

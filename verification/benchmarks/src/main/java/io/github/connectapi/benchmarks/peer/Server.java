package io.github.connectapi.benchmarks.peer;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.ConnectCredentialsRejectedException;
import io.github.connectapi.ConnectFailure;
import io.github.connectapi.ConnectSession;
import io.github.connectapi.ConnectUnavailableException;

/**
 * What all caches ask: takes its time, grants a token or fails, and counts. A token lives
 * from the moment of its granting, which is the arrival of the request; that moment's end
 * is written into the token. Thread-safe.
 */
public final class Server {

	private final Duration lifetime;

	private final Duration delay;

	private final AtomicInteger requests = new AtomicInteger();

	private final AtomicInteger failures = new AtomicInteger();

	private final AtomicInteger renewals = new AtomicInteger();

	private final AtomicLong lastNanos = new AtomicLong(System.nanoTime());

	private final AtomicLong recoveredNanos = new AtomicLong(Long.MAX_VALUE);

	private volatile boolean rejecting;

	private volatile @Nullable Outage outage;

	/**
	 * A server that works.
	 * @param lifetime how long its tokens live
	 * @param delay how long an answer takes
	 */
	public Server(Duration lifetime, Duration delay) {
		this.lifetime = lifetime;
		this.delay = delay;
	}

	/**
	 * Rejects all credentials from now on.
	 */
	public void reject() {
		this.rejecting = true;
	}

	/**
	 * Plans an outage.
	 * @param outage from when to when
	 */
	public void fail(Outage outage) {
		this.outage = outage;
	}

	/**
	 * One request.
	 * @return a session that ends when its token says
	 */
	public ConnectSession grant() {
		int number = this.requests.incrementAndGet();
		long arrival = System.nanoTime();
		if (arrival - this.lastNanos.getAndSet(arrival) > this.lifetime.toNanos() / 2) {
			this.renewals.incrementAndGet();
		}
		Outage planned = this.outage;
		if (planned != null && planned.includes(arrival)) {
			this.failures.incrementAndGet();
			take(planned.failAfter());
			throw new ConnectUnavailableException("The server is down", ConnectFailure.transientFailure(null, null));
		}
		take(this.delay);
		if (this.rejecting) {
			throw new ConnectCredentialsRejectedException("Wrong password",
					ConnectFailure.permanentFailure("CreateSession", "AUTH-001"));
		}
		if (planned != null && arrival - planned.endNanos() >= 0) {
			this.recoveredNanos.accumulateAndGet(System.nanoTime() - planned.endNanos(), Math::min);
		}
		return ConnectSession.of(number + "@" + (arrival + this.lifetime.toNanos()), this.lifetime)
			.withSecureToken("secure-" + number);
	}

	/**
	 * When a token ends.
	 * @param token a token's text
	 * @return a reading of {@link System#nanoTime()}
	 */
	public static long endNanos(String token) {
		return Long.parseLong(token.substring(token.indexOf('@') + 1));
	}

	/**
	 * How many requests there were.
	 * @return the number
	 */
	public int requests() {
		return this.requests.get();
	}

	/**
	 * How often it was time to renew: requests within half a lifetime are of one renewal.
	 * The very first request is of none.
	 * @return the number
	 */
	public int renewals() {
		return this.renewals.get();
	}

	/**
	 * How many requests there were in the outage.
	 * @return the number
	 */
	public int requestsInOutage() {
		return this.failures.get();
	}

	/**
	 * How long after the outage the first token was granted.
	 * @return nanoseconds; {@link Long#MAX_VALUE} if none was
	 */
	public long recoveredNanos() {
		return this.recoveredNanos.get();
	}

	private static void take(Duration time) {
		if (time.isZero()) {
			return;
		}
		try {
			TimeUnit.NANOSECONDS.sleep(time.toNanos());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new ConnectUnavailableException("Interrupted", ConnectFailure.transientFailure(null, null), ex);
		}
	}

	/**
	 * A time in which every request fails.
	 *
	 * @param startNanos when it begins
	 * @param endNanos when it ends
	 * @param failAfter how long a request takes to fail
	 */
	public record Outage(long startNanos, long endNanos, Duration failAfter) {

		boolean includes(long nanos) {
			return nanos - this.startNanos >= 0 && nanos - this.endNanos < 0;
		}

	}

}

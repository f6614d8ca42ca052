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
 * A simulated server that all caches call. After a delay, it issues a token or fails. It
 * counts the requests. The lifetime of a token starts when the request arrives. The token
 * contains its expiry. Thread-safe.
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
	 * Create a server that is available.
	 * @param lifetime the lifetime of its tokens
	 * @param delay the delay of each response
	 */
	public Server(Duration lifetime, Duration delay) {
		this.lifetime = lifetime;
		this.delay = delay;
	}

	/**
	 * Reject all credentials from now on.
	 */
	public void reject() {
		this.rejecting = true;
	}

	/**
	 * Schedule an outage.
	 * @param outage the outage
	 */
	public void scheduleOutage(Outage outage) {
		this.outage = outage;
	}

	/**
	 * Handle one request.
	 * @return a new session
	 */
	public ConnectSession issueSession() {
		int number = this.requests.incrementAndGet();
		long arrival = System.nanoTime();
		if (arrival - this.lastNanos.getAndSet(arrival) > this.lifetime.toNanos() / 2) {
			this.renewals.incrementAndGet();
		}
		Outage scheduled = this.outage;
		if (scheduled != null && scheduled.includes(arrival)) {
			this.failures.incrementAndGet();
			sleep(scheduled.failAfter());
			throw new ConnectUnavailableException("Server is down", ConnectFailure.transientFailure(null, null));
		}
		sleep(this.delay);
		if (this.rejecting) {
			throw new ConnectCredentialsRejectedException("Wrong password",
					ConnectFailure.permanentFailure("CreateSession", "AUTH-001"));
		}
		if (scheduled != null && arrival - scheduled.endNanos() >= 0) {
			this.recoveredNanos.accumulateAndGet(System.nanoTime() - scheduled.endNanos(), Math::min);
		}
		return ConnectSession.of(number + "@" + (arrival + this.lifetime.toNanos()), this.lifetime)
			.withSecureToken("secure-" + number);
	}

	/**
	 * Return the expiry of a token.
	 * @param token the text of the token
	 * @return the expiry in terms of {@link System#nanoTime()}
	 */
	public static long expiryNanos(String token) {
		return Long.parseLong(token.substring(token.indexOf('@') + 1));
	}

	/**
	 * Return the number of requests.
	 * @return the number of requests
	 */
	public int requests() {
		return this.requests.get();
	}

	/**
	 * Return the number of renewals. Requests within half a lifetime belong to the same
	 * renewal. The first request belongs to none.
	 * @return the number of renewals
	 */
	public int renewals() {
		return this.renewals.get();
	}

	/**
	 * Return the number of requests during the outage.
	 * @return the number of requests
	 */
	public int requestsInOutage() {
		return this.failures.get();
	}

	/**
	 * Return the time from the end of the outage until the first token was issued.
	 * @return the time in nanoseconds; {@link Long#MAX_VALUE} if no token was issued
	 */
	public long recoveredNanos() {
		return this.recoveredNanos.get();
	}

	private static void sleep(Duration time) {
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
	 * A period in which each request fails.
	 *
	 * @param startNanos the start of the period
	 * @param endNanos the end of the period
	 * @param failAfter the time that a request takes to fail
	 */
	public record Outage(long startNanos, long endNanos, Duration failAfter) {

		boolean includes(long nanos) {
			return nanos - this.startNanos >= 0 && nanos - this.endNanos < 0;
		}

	}

}

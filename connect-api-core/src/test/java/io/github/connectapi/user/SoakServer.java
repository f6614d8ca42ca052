package io.github.connectapi.user;

import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.ConnectCredentialsRejectedException;
import io.github.connectapi.ConnectFailure;
import io.github.connectapi.ConnectSession;
import io.github.connectapi.ConnectUnavailableException;

/**
 * Provider and server of a soak test. Checks each login, and counts the failures that
 * users share.
 */
final class SoakServer {

	static final String OUTAGE = "outage";

	private final Map<String, SoakUser> users;

	private final LongSupplier nanos;

	private final AtomicInteger tokens = new AtomicInteger();

	/** The rejection of a system by its id. */
	final Map<String, String> rejectedSystems = new ConcurrentHashMap<>();

	/** The failures since the last check, by the system id, or the outage. */
	final Map<String, Failures> sharedFailures = new ConcurrentHashMap<>();

	/** The ids of the systems with which logins have succeeded since the last check. */
	final Set<String> acceptedSystems = ConcurrentHashMap.newKeySet();

	/** Responses since the last check, other than those of a server that fails. */
	final AtomicInteger responses = new AtomicInteger();

	final AtomicInteger serverFailures = new AtomicInteger();

	/** Threads that hang in the provider. */
	final AtomicInteger hanging = new AtomicInteger();

	final AtomicInteger logins = new AtomicInteger();

	final AtomicReference<@Nullable AssertionError> violation = new AtomicReference<>();

	volatile boolean outage;

	volatile CountDownLatch released = new CountDownLatch(1);

	SoakServer(Map<String, SoakUser> users, LongSupplier nanos) {
		this.users = users;
		this.nanos = nanos;
	}

	void check(boolean condition, String message) {
		if (!condition) {
			this.violation.compareAndSet(null, new AssertionError(message));
		}
	}

	@Nullable ConnectCredentials credentials(String key) {
		SoakUser user = this.users.get(key);
		enter(user);
		try {
			switch (user.provider) {
				case THROWS -> {
					user.failed(this.nanos.getAsLong());
					throw new IllegalStateException("no connection to the database");
				}
				case RETURNS_NULL -> {
					user.failed(this.nanos.getAsLong());
					return null;
				}
				case HANGS -> hang();
				default -> {
				}
			}
			return ConnectCredentials.of(user.systemId, "system-password", user.key, "password-" + user.provided);
		}
		catch (InterruptedException ex) {
			user.failed(this.nanos.getAsLong());
			throw new IllegalStateException(ex);
		}
		finally {
			user.active.decrementAndGet();
		}
	}

	private void enter(SoakUser user) {
		check(user.active.incrementAndGet() == 1, "two acquisitions of " + user.key + " at a time");
	}

	private void hang() throws InterruptedException {
		this.hanging.incrementAndGet();
		try {
			this.released.await();
		}
		finally {
			this.hanging.decrementAndGet();
		}
	}

	ConnectSession login(ConnectCredentials credentials) {
		SoakUser user = this.users.get(credentials.userName().orElseThrow());
		enter(user);
		try {
			this.logins.incrementAndGet();
			long now = this.nanos.getAsLong();
			long remaining = user.remainingBackoff(now);
			check(remaining <= 0, "a login of " + user.key + " " + Duration.ofNanos(remaining) + " too early");
			failIfShared(user);
			if (user.serverFails) {
				user.failed(now);
				this.serverFailures.incrementAndGet();
				throw new ConnectUnavailableException("failed",
						ConnectFailure.transientFailure("CreateSession", "InternalError"), null);
			}
			if (!credentials.userPassword().orElseThrow().reveal().equals("password-" + user.password)) {
				user.rejected(now);
				this.acceptedSystems.add(user.systemId);
				this.responses.incrementAndGet();
				throw rejected("InvalidUsernameOrPassword");
			}
			ConnectSession session = ConnectSession.of("token-" + this.tokens.incrementAndGet(), Duration.ofMinutes(30))
				.withAccountId(user.key);
			this.acceptedSystems.add(user.systemId);
			this.responses.incrementAndGet();
			user.succeeded(session, now);
			return session;
		}
		finally {
			user.active.decrementAndGet();
		}
	}

	private void failIfShared(SoakUser user) {
		if (this.outage) {
			count(OUTAGE);
			throw new ConnectUnavailableException("no connection",
					ConnectFailure.transientFailure("CreateSession", null).withNotSent(true),
					new IOException(new ConnectException("refused")));
		}
		String code = this.rejectedSystems.get(user.systemId);
		if (code != null) {
			count(user.systemId);
			this.responses.incrementAndGet();
			throw rejected(code);
		}
	}

	private void count(String level) {
		this.sharedFailures.merge(level, new Failures(1, this.nanos.getAsLong()),
				(seen, another) -> new Failures(seen.count() + 1, seen.firstNanos()));
	}

	private static ConnectApiException rejected(String code) {
		return new ConnectCredentialsRejectedException("CreateSession returned an error",
				ConnectFailure.permanentFailure("CreateSession", code));
	}

	/**
	 * Failures of one level.
	 *
	 * @param count how many
	 * @param firstNanos the time of the first one
	 */
	record Failures(int count, long firstNanos) {
	}

}

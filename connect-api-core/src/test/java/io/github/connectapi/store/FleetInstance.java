package io.github.connectapi.store;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.ConnectSession;
import io.github.connectapi.store.SharedSession.Acquired;

/**
 * One instance of a fleet, with the least of a session manager: it knows its session.
 */
final class FleetInstance {

	static final Duration LIFETIME = Duration.ofMinutes(30);

	private final SharedSession shared;

	private final LongSupplier nanos;

	private final Supplier<ConnectSession> server;

	@Nullable ConnectSession session;

	ConnectCredentials credentials = SharedRecords.CREDENTIALS;

	/** When the session was requested, as far as this instance knows. */
	long issuedNanos;

	int logins;

	/** Whether the login that runs may send another request. */
	BooleanSupplier mayRepeat = () -> true;

	FleetInstance(SessionStore store, SharedSessionSettings settings, LongSupplier nanos,
			ScheduledExecutorService timer, SharedSession.Sleep sleep, Supplier<ConnectSession> server) {
		this.shared = new SharedSession(new SharedSessions(store, settings,
				new SharedSession.Server("https://connect.gettyimages.com", "https://authentication.gettyimages.com"),
				Duration.ofSeconds(30), new ShortBackoff(), new SharedSession.Time(timer, nanos, () -> 0.5, sleep)));
		this.nanos = nanos;
		this.server = server;
	}

	Acquired acquire() {
		return acquire(false);
	}

	Acquired reset() {
		return acquire(true);
	}

	private Acquired acquire(boolean forced) {
		return acquire(new SharedSession.Request(this.credentials, this.session, true, forced,
				this.nanos.getAsLong() + Duration.ofSeconds(30).toNanos()));
	}

	Acquired acquire(SharedSession.Request request) {
		Acquired acquired = this.shared.acquire(request, this::login);
		use(acquired);
		return acquired;
	}

	private Acquired login(BooleanSupplier mayRepeat) {
		this.mayRepeat = mayRepeat;
		long sent = this.nanos.getAsLong();
		boolean renewed = this.session != null;
		this.logins++;
		return new Acquired(this.server.get(), renewed, false, sent);
	}

	/** Return whether a later session was adopted. */
	boolean poll() {
		Acquired adopted = this.shared.poll(this.credentials, this.session);
		if (adopted != null) {
			use(adopted);
		}
		return adopted != null;
	}

	private void use(Acquired acquired) {
		this.session = acquired.session();
		this.issuedNanos = acquired.issuedNanos();
	}

	/** End the session by the clock of this instance. */
	void expire() {
		if (this.nanos.getAsLong() - this.issuedNanos >= LIFETIME.toNanos()) {
			this.session = null;
		}
	}

	void report() {
		if (this.session != null) {
			this.shared.report(this.session.token());
			this.session = null;
		}
	}

	boolean isStoreAvailable() {
		return this.shared.isStoreAvailable();
	}

	void accept() {
		if (this.session != null) {
			this.shared.accept(this.session.token());
		}
	}

	/** Two minutes after the first rejection or lost attempts, tripled for each other. */
	private static final class ShortBackoff implements SharedBackoff {

		@Override
		public Duration afterFailure(ConnectApiException failure, int failures, int rejections) {
			return failure.retryAfter().orElseGet(() -> afterLostAttempts(Math.max(1, rejections)));
		}

		@Override
		public Duration afterLostAttempts(int attempts) {
			return Duration.ofMinutes((long) (2 * Math.pow(3, attempts - 1.0)));
		}

	}

}

package io.github.connectapi.session;

import java.io.IOException;
import java.time.Duration;
import java.util.Random;

import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpResponse;

import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.Renewal;
import io.github.connectapi.test.time.ManualTime;

/**
 * A random sequence of events on one thread, so that its seed reproduces it. Events
 * during a request are executed within the exchange.
 */
final class SoakRun implements AutoCloseable {

	private static final int[] LIFETIMES = { 1, 2, 5, 30, 30, 30, 1440 };

	private static final Renewal[] RENEWALS = { Renewal.NEW_PAIR_OLD_VALID, Renewal.SAME_PAIR };

	private static final Duration MAX_STEP = Duration.ofSeconds(1);

	private final Random random;

	private final SoakEnvironment environment;

	private final SoakInvariants invariants;

	private final SoakCaller caller;

	private ConnectSessionManager manager;

	private boolean slow;

	private boolean outage;

	SoakRun(long seed) {
		this.random = new Random(seed);
		this.environment = new SoakEnvironment(ManualTime.create(), LIFETIMES[this.random.nextInt(LIFETIMES.length)],
				RENEWALS[this.random.nextInt(RENEWALS.length)], this::exchange);
		this.invariants = new SoakInvariants(this.environment);
		this.manager = this.environment.createManager(this.random::nextDouble);
		this.caller = new SoakCaller(this.environment, this.invariants, this.manager);
	}

	/** Return the number of exchanges. */
	int steps(int count) throws Exception {
		for (int step = 0; step < count; step++) {
			step();
			this.invariants.assertNoViolation();
			this.invariants.observe(this.manager.snapshot());
			this.caller.read();
		}
		this.caller.awaitStages();
		return this.invariants.exchanges();
	}

	private void step() {
		switch (this.random.nextInt(24)) {
			case 0, 1, 2 -> pass(upTo(Duration.ofSeconds(5)));
			case 3, 4, 5, 6 -> pass(upTo(Duration.ofMinutes(10)));
			case 7 -> pass(upTo(Duration.ofHours(3)));
			case 8, 9 -> passWithoutTimers(upTo(Duration.ofMinutes(10)));
			case 10, 11 -> this.caller.getAsync();
			case 12 -> this.caller.reportLast();
			case 13 -> this.caller.reportPrevious();
			case 14 -> this.caller.revokeLast();
			case 15 -> renewOrReset();
			case 16, 17 -> startOrEndOutage();
			case 18 -> this.environment.server.enqueue(FakeConnectServer.ANY_OPERATION, SoakFaults.once(this.random));
			case 19 -> changeCredentials();
			case 20 -> suspend();
			case 21 -> adjustWallClock();
			case 22 -> this.slow = true;
			default -> reopenSometimes();
		}
	}

	private ClientHttpResponse exchange(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
			throws IOException {
		this.invariants.beforeRequest(this.manager, request.getURI().getPath());
		try {
			duringExchange();
			ClientHttpResponse response = execution.execute(request, body);
			duringExchange();
			String wait = response.getHeaders().getFirst("Retry-After");
			this.invariants.afterRequest(this.manager, response.getStatusCode().toString(),
					(wait != null) ? Duration.ofSeconds(Long.parseLong(wait)) : null);
			return response;
		}
		catch (IOException | RuntimeException ex) {
			this.invariants.afterRequest(this.manager, ex.getClass().getSimpleName(), null);
			throw ex;
		}
	}

	/** The server is slow, and there are other events in that time. */
	private void duringExchange() {
		if (!this.slow) {
			return;
		}
		this.slow = this.random.nextBoolean();
		switch (this.random.nextInt(6)) {
			case 0 -> passWithoutTimers(upTo(Duration.ofSeconds(40)));
			case 1, 2 -> pass(upTo(Duration.ofSeconds(40)));
			case 3 -> this.caller.reportLast();
			case 4 -> this.caller.getAsync();
			default -> this.manager.renew();
		}
		this.caller.read();
	}

	private void pass(Duration duration) {
		this.invariants.record("pass " + duration);
		// In short steps, so that a manager without back-off is detected early.
		for (Duration rest = duration; !rest.isZero(); rest = rest.minus(part(rest))) {
			this.environment.time.advance(part(rest));
			this.invariants.assertNoViolation();
		}
	}

	private static Duration part(Duration duration) {
		return (duration.compareTo(MAX_STEP) < 0) ? duration : MAX_STEP;
	}

	private void passWithoutTimers(Duration duration) {
		this.invariants.record("timers late by " + duration);
		this.environment.time.advanceWithoutTimers(duration);
	}

	private void renewOrReset() {
		boolean reset = this.random.nextInt(4) == 0;
		this.invariants.record(reset ? "reset" : "renew");
		if (reset) {
			this.invariants.reset();
			this.manager.reset();
		}
		else {
			this.manager.renew();
		}
	}

	private void startOrEndOutage() {
		this.outage = !this.outage;
		this.invariants.record(this.outage ? "outage" : "recovery");
		this.environment.server.clearFaults();
		if (this.outage) {
			this.environment.server.always(FakeConnectServer.ANY_OPERATION, SoakFaults.permanent(this.random));
		}
	}

	private void changeCredentials() {
		int which = this.random.nextInt(4);
		this.invariants.record("credentials " + which);
		this.environment.credentials
			.set((which == 0) ? null : SessionFixture.credentials((which == 1) ? "wrong" : SoakEnvironment.PASSWORD));
		this.invariants.allowAttempt();
	}

	/**
	 * Reads before and after, because a clock step that is undone without a read in
	 * between cannot be detected.
	 */
	private void suspend() {
		this.caller.read();
		Duration duration = upTo(Duration.ofHours(3)).plusSeconds(2);
		this.invariants.record("suspend " + duration);
		this.environment.suspend(duration);
		this.caller.read();
	}

	private void adjustWallClock() {
		this.caller.read();
		Duration step = upTo(Duration.ofHours(2)).plusSeconds(2);
		boolean back = this.random.nextBoolean();
		this.invariants.record("step " + (back ? "back " : "forward ") + step);
		if (!back) {
			this.invariants.recordForwardStep(step);
		}
		this.environment.time.adjustWallClock(back ? step.negated() : step);
		this.caller.read();
	}

	private void reopenSometimes() {
		if (this.random.nextInt(4) != 0) {
			return;
		}
		this.invariants.record("close");
		this.manager.close();
		int sent = this.invariants.exchanges();
		pass(upTo(Duration.ofHours(1)));
		this.manager.renew();
		this.manager.reset();
		this.invariants.closed();
		this.caller.read();
		this.invariants.check(this.invariants.exchanges() == sent, "a request after close");
		this.invariants.reopened();
		this.manager = this.environment.createManager(this.random::nextDouble);
		this.caller.setManager(this.manager);
	}

	private Duration upTo(Duration max) {
		return Duration.ofMillis((long) (max.toMillis() * Math.pow(this.random.nextDouble(), 2)));
	}

	@Override
	public void close() {
		this.manager.close();
		this.environment.close();
	}

}

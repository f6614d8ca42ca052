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
 * One seeded mix of everything that can happen, on one thread, so that a seed says it
 * all. What happens while a request is on its way happens inside the exchange.
 */
final class SoakRun implements AutoCloseable {

	private static final int[] LIFETIMES = { 1, 2, 5, 30, 30, 30, 1440 };

	private static final Renewal[] RENEWALS = { Renewal.NEW_PAIR_OLD_VALID, Renewal.SAME_PAIR };

	private static final Duration MAX_PART = Duration.ofSeconds(1);

	private final Random random;

	private final SoakWorld world;

	private final SoakHistory history;

	private final SoakCaller caller;

	private ConnectSessionManager manager;

	private boolean slow;

	private boolean outage;

	SoakRun(long seed) {
		this.random = new Random(seed);
		this.world = new SoakWorld(ManualTime.create(), LIFETIMES[this.random.nextInt(LIFETIMES.length)],
				RENEWALS[this.random.nextInt(RENEWALS.length)], this::exchange);
		this.history = new SoakHistory(this.world);
		this.manager = this.world.open(this.random::nextDouble);
		this.caller = new SoakCaller(this.world, this.history, this.manager);
	}

	/** Answers how many exchanges there were. */
	int steps(int count) throws Exception {
		for (int step = 0; step < count; step++) {
			step();
			this.history.assertNoViolation();
			this.history.observe(this.manager.snapshot());
			this.caller.read();
		}
		this.caller.awaitEnds();
		return this.history.exchanges();
	}

	private void step() {
		switch (this.random.nextInt(24)) {
			case 0, 1, 2 -> pass(upTo(Duration.ofSeconds(5)));
			case 3, 4, 5, 6 -> pass(upTo(Duration.ofMinutes(10)));
			case 7 -> pass(upTo(Duration.ofHours(3)));
			case 8, 9 -> passWithoutTimers(upTo(Duration.ofMinutes(10)));
			case 10, 11 -> this.caller.ask();
			case 12 -> this.caller.reportLast();
			case 13 -> this.caller.reportPrevious();
			case 14 -> this.caller.revokeLast();
			case 15 -> renewOrReset();
			case 16, 17 -> beginOrEndOutage();
			case 18 -> this.world.server.enqueue(FakeConnectServer.ANY_OPERATION, SoakFaults.once(this.random));
			case 19 -> changeCredentials();
			case 20 -> sleep();
			case 21 -> adjustWallClock();
			case 22 -> this.slow = true;
			default -> reopenSometimes();
		}
	}

	private ClientHttpResponse exchange(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
			throws IOException {
		this.history.departs(this.manager, request.getURI().getPath());
		try {
			meanwhile();
			ClientHttpResponse response = execution.execute(request, body);
			meanwhile();
			String wait = response.getHeaders().getFirst("Retry-After");
			this.history.returned(this.manager, response.getStatusCode().toString(),
					(wait != null) ? Duration.ofSeconds(Long.parseLong(wait)) : null);
			return response;
		}
		catch (IOException | RuntimeException ex) {
			this.history.returned(this.manager, ex.getClass().getSimpleName(), null);
			throw ex;
		}
	}

	/** A slow server, and what others do in that time. */
	private void meanwhile() {
		if (!this.slow) {
			return;
		}
		this.slow = this.random.nextBoolean();
		switch (this.random.nextInt(6)) {
			case 0 -> passWithoutTimers(upTo(Duration.ofSeconds(40)));
			case 1, 2 -> pass(upTo(Duration.ofSeconds(40)));
			case 3 -> this.caller.reportLast();
			case 4 -> this.caller.ask();
			default -> this.manager.renew();
		}
		this.caller.read();
	}

	private void pass(Duration duration) {
		this.history.happened("pass " + duration);
		// In parts, so that a manager without pauses is told before hours of them are
		// over.
		for (Duration rest = duration; !rest.isZero(); rest = rest.minus(part(rest))) {
			this.world.time.advance(part(rest));
			this.history.assertNoViolation();
		}
	}

	private static Duration part(Duration duration) {
		return (duration.compareTo(MAX_PART) < 0) ? duration : MAX_PART;
	}

	private void passWithoutTimers(Duration duration) {
		this.history.happened("timers late by " + duration);
		this.world.time.advanceWithoutTimers(duration);
	}

	private void renewOrReset() {
		boolean reset = this.random.nextInt(4) == 0;
		this.history.happened(reset ? "reset" : "renew");
		if (reset) {
			this.history.reset();
			this.manager.reset();
		}
		else {
			this.manager.renew();
		}
	}

	private void beginOrEndOutage() {
		this.outage = !this.outage;
		this.history.happened(this.outage ? "outage" : "healed");
		this.world.server.clearFaults();
		if (this.outage) {
			this.world.server.always(FakeConnectServer.ANY_OPERATION, SoakFaults.lasting(this.random));
		}
	}

	private void changeCredentials() {
		int which = this.random.nextInt(4);
		this.history.happened("credentials " + which);
		this.world.credentials
			.set((which == 0) ? null : SessionFixture.credentials((which == 1) ? "wrong" : SoakWorld.PASSWORD));
		this.history.excuse();
	}

	/**
	 * Read before and after: a jump that is undone before anyone looks leaves no trace.
	 */
	private void sleep() {
		this.caller.read();
		Duration duration = upTo(Duration.ofHours(3)).plusSeconds(2);
		this.history.happened("sleep " + duration);
		this.world.sleep(duration);
		this.caller.read();
	}

	private void adjustWallClock() {
		this.caller.read();
		Duration step = upTo(Duration.ofHours(2)).plusSeconds(2);
		boolean back = this.random.nextBoolean();
		this.history.happened("step " + (back ? "back " : "ahead ") + step);
		if (!back) {
			this.history.steppedAhead(step);
		}
		this.world.time.adjustWallClock(back ? step.negated() : step);
		this.caller.read();
	}

	private void reopenSometimes() {
		if (this.random.nextInt(4) != 0) {
			return;
		}
		this.history.happened("close");
		this.manager.close();
		int sent = this.history.exchanges();
		pass(upTo(Duration.ofHours(1)));
		this.manager.renew();
		this.manager.reset();
		this.history.closed();
		this.caller.read();
		this.history.check(this.history.exchanges() == sent, "a request after close");
		this.history.reopened();
		this.manager = this.world.open(this.random::nextDouble);
		this.caller.callsFromNowOn(this.manager);
	}

	private Duration upTo(Duration longest) {
		return Duration.ofMillis((long) (longest.toMillis() * Math.pow(this.random.nextDouble(), 2)));
	}

	@Override
	public void close() {
		this.manager.close();
		this.world.close();
	}

}

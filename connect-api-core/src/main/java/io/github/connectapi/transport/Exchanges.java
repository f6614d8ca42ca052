package io.github.connectapi.transport;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.LongSupplier;

import io.github.connectapi.transport.ExchangeState.Outcome;

/**
 * Exchanges in progress, each of which ends at its deadline or when the transport is
 * closed.
 */
final class Exchanges implements AutoCloseable {

	private final LongSupplier nanoTime;

	private final CheckScheduler checks;

	private final Set<ExchangeState> states = ConcurrentHashMap.newKeySet();

	Exchanges(LongSupplier nanoTime, ScheduledExecutorService timer) {
		this.nanoTime = nanoTime;
		this.checks = new CheckScheduler(timer, nanoTime, this::endLate);
	}

	/** Add an exchange, which must be removed when it has ended. */
	ExchangeState add(Duration timeout) {
		ExchangeState state = new ExchangeState(this.nanoTime.getAsLong() + timeout.toNanos());
		this.states.add(state);
		return state;
	}

	void remove(ExchangeState state) {
		this.states.remove(state);
	}

	/** Watch the deadline of an exchange, which was added before. */
	void watch(ExchangeState state) {
		this.checks.checkAt(state.deadline());
	}

	/** Check now, so that no check stays pending without need. */
	void checkNow() {
		this.checks.checkNow();
	}

	int size() {
		return this.states.size();
	}

	@Override
	public void close() {
		this.states.forEach((state) -> state.end(Outcome.CLOSED));
	}

	private void endLate() {
		long now = this.nanoTime.getAsLong();
		for (ExchangeState state : this.states) {
			if (state.isPaused()) {
				continue;
			}
			if (state.deadline() - now <= 0) {
				state.end(Outcome.TIMED_OUT);
			}
			else {
				watch(state);
			}
		}
	}

}

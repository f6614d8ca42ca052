package io.github.connectapi.session;

import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Cutting off a flight interrupts its thread, which may be an application's, and nothing
 * that the thread does before or after.
 */
class PendingAcquisitionTests {

	private final PendingAcquisition flight = PendingAcquisition.acquiring();

	@AfterEach
	void clear() {
		Thread.interrupted();
	}

	@Test
	void whenCutOffThenItsThreadIsInterruptedUntilItIsOver() {
		AtomicBoolean interrupted = new AtomicBoolean();
		this.flight.fly(() -> {
			this.flight.cutOff();
			interrupted.set(Thread.currentThread().isInterrupted());
		});

		assertThat(interrupted).isTrue();
		assertThat(Thread.currentThread().isInterrupted()).isFalse();
	}

	@Test
	void whenCutOffBeforeItBeginsOrAfterItsEndThenNobodyIsInterrupted() {
		this.flight.cutOff();
		this.flight.fly(() -> assertThat(Thread.currentThread().isInterrupted()).isFalse());
		this.flight.cutOff();

		assertThat(Thread.currentThread().isInterrupted()).isFalse();
	}

	@Test
	void whenAnotherInterruptsItsThreadThenTheFlagIsKept() {
		this.flight.fly(() -> Thread.currentThread().interrupt());

		assertThat(Thread.currentThread().isInterrupted()).isTrue();
	}

}

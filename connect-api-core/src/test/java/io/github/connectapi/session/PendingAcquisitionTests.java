package io.github.connectapi.session;

import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Interrupting an acquisition affects its thread, which may belong to the application,
 * only while the task runs.
 */
class PendingAcquisitionTests {

	private final PendingAcquisition pending = new PendingAcquisition();

	@AfterEach
	void clear() {
		Thread.interrupted();
	}

	@Test
	void whenInterruptedThenItsThreadIsInterruptedUntilTheTaskEnds() {
		AtomicBoolean interrupted = new AtomicBoolean();
		this.pending.run(() -> {
			this.pending.interrupt();
			interrupted.set(Thread.currentThread().isInterrupted());
		});

		assertThat(interrupted).isTrue();
		assertThat(Thread.currentThread().isInterrupted()).isFalse();
	}

	@Test
	void whenInterruptedBeforeTheStartOrAfterTheEndThenNoThreadIsInterrupted() {
		this.pending.interrupt();
		this.pending.run(() -> assertThat(Thread.currentThread().isInterrupted()).isFalse());
		this.pending.interrupt();

		assertThat(Thread.currentThread().isInterrupted()).isFalse();
	}

	@Test
	void whenTheThreadIsInterruptedOtherwiseThenTheFlagIsKept() {
		this.pending.run(() -> Thread.currentThread().interrupt());

		assertThat(Thread.currentThread().isInterrupted()).isTrue();
	}

}

package io.github.connectapi.purchase;

import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Task on a thread of its own, which can be interrupted.
 */
final class Task {

	private final FutureTask<Boolean> future;

	private final Thread thread;

	Task(Runnable task) {
		this.future = new FutureTask<>(Executors.callable(task, true));
		this.thread = new Thread(this.future);
		this.thread.start();
	}

	void interrupt() {
		this.thread.interrupt();
	}

	boolean isWaiting() {
		return this.thread.getState() == Thread.State.WAITING;
	}

	/** Wait for the end, and fail if the task has failed. */
	void join() throws Exception {
		assertThat(this.future.get(30, TimeUnit.SECONDS)).isTrue();
	}

}

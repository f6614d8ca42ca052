package io.github.connectapi.acquisition;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.ConnectApiException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A task that blocks until it is released, or returns at once.
 */
final class RecordingTask implements AcquisitionTask {

	private final CountDownLatch started = new CountDownLatch(1);

	private final CountDownLatch refused = new CountDownLatch(1);

	private final CountDownLatch ended = new CountDownLatch(1);

	private final CountDownLatch released = new CountDownLatch(1);

	private final boolean ignoresInterrupts;

	private volatile @Nullable ConnectApiException result;

	private volatile @Nullable ConnectApiException refusal;

	private volatile @Nullable Thread thread;

	private RecordingTask(boolean ignoresInterrupts) {
		this.ignoresInterrupts = ignoresInterrupts;
	}

	/** Create a task that returns at once. */
	static RecordingTask immediate() {
		RecordingTask task = blocking();
		task.release(null);
		return task;
	}

	/** Create a task that blocks until it is released or interrupted. */
	static RecordingTask blocking() {
		return new RecordingTask(false);
	}

	/** Create a task that blocks until it is released, even if it is interrupted. */
	static RecordingTask uninterruptible() {
		return new RecordingTask(true);
	}

	@Override
	public @Nullable ConnectApiException run() {
		this.thread = Thread.currentThread();
		this.started.countDown();
		boolean interrupted = false;
		while (this.released.getCount() > 0 && (!interrupted || this.ignoresInterrupts)) {
			try {
				this.released.await();
			}
			catch (InterruptedException ex) {
				interrupted = true;
			}
		}
		this.ended.countDown();
		return this.result;
	}

	@Override
	public void refuse(ConnectApiException failure) {
		this.refusal = failure;
		this.refused.countDown();
	}

	void release(@Nullable ConnectApiException result) {
		this.result = result;
		this.released.countDown();
	}

	void interrupt() {
		Thread current = this.thread;
		assertThat(current).isNotNull();
		current.interrupt();
	}

	void awaitStart() throws InterruptedException {
		assertThat(this.started.await(30, TimeUnit.SECONDS)).as("started").isTrue();
	}

	void awaitEnd() throws InterruptedException {
		assertThat(this.ended.await(30, TimeUnit.SECONDS)).as("ended").isTrue();
	}

	ConnectApiException awaitRefusal() throws InterruptedException {
		assertThat(this.refused.await(30, TimeUnit.SECONDS)).as("refused").isTrue();
		ConnectApiException current = this.refusal;
		assertThat(current).isNotNull();
		return current;
	}

	boolean isStarted() {
		return this.started.getCount() == 0;
	}

	@Nullable ConnectApiException refusal() {
		return this.refusal;
	}

	@Nullable Thread thread() {
		return this.thread;
	}

}

package io.github.connectapi.session;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Delayed;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Runs what is to be executed on the calling thread, and timers never: who races with
 * whom is the test's choice.
 */
final class InlineScheduler extends ScheduledThreadPoolExecutor {

	InlineScheduler() {
		super(0);
	}

	@Override
	public void execute(Runnable command) {
		command.run();
	}

	@Override
	public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
		return new Never<>();
	}

	@Override
	public List<Runnable> shutdownNow() {
		return List.of();
	}

	/** A timer that is not due in this test. */
	private static final class Never<V> extends CompletableFuture<V> implements ScheduledFuture<V> {

		@Override
		public long getDelay(TimeUnit unit) {
			return Long.MAX_VALUE;
		}

		@Override
		public int compareTo(Delayed other) {
			return 0;
		}

	}

}

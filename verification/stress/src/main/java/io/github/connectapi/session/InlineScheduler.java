package io.github.connectapi.session;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Delayed;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Executes tasks on the calling thread and never runs timers, so that the test determines
 * which threads race.
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
		return new NeverDue<>();
	}

	@Override
	public List<Runnable> shutdownNow() {
		return List.of();
	}

	/** A timer that is never due. */
	private static final class NeverDue<V> extends CompletableFuture<V> implements ScheduledFuture<V> {

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

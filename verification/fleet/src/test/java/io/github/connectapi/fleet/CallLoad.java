package io.github.connectapi.fleet;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.call.ConnectApi;
import io.github.connectapi.operation.ConnectOperation;
import io.github.connectapi.operation.ConnectOperations;

/**
 * Calls an operation whose token the server checks, once or in an interval, and counts
 * the calls that fail.
 */
final class CallLoad {

	private static final ConnectOperation OPERATION = ConnectOperations.GET_ACTIVE_PRODUCT_OFFERINGS;

	private final ConnectApi connect;

	private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

	private int calls;

	private int failed;

	private long slowestMillis;

	private String firstFailure = "-";

	CallLoad(ConnectApi connect) {
		this.connect = connect;
	}

	/** Call once, and throw a failure. */
	String call() {
		this.connect.call(OPERATION, null);
		return "ok";
	}

	String start(Duration interval) {
		this.timer.scheduleWithFixedDelay(this::count, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
		return "ok";
	}

	/** Stop after the running call, and return the counts. */
	String stop() {
		this.timer.shutdown();
		try {
			this.timer.awaitTermination(35, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		return counts();
	}

	private synchronized String counts() {
		return new CallCounts(this.calls, this.failed, this.slowestMillis, this.firstFailure).toString();
	}

	private void count() {
		long start = System.nanoTime();
		String failure = null;
		try {
			call();
		}
		catch (ConnectApiException ex) {
			failure = "%s after %d calls: %s".formatted(ex.getClass().getSimpleName(), this.calls, ex.getMessage());
		}
		add(failure, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
	}

	private synchronized void add(String failure, long millis) {
		this.calls++;
		this.slowestMillis = Math.max(this.slowestMillis, millis);
		if (failure != null) {
			this.failed++;
			this.firstFailure = (this.failed == 1) ? failure : this.firstFailure;
		}
	}

}

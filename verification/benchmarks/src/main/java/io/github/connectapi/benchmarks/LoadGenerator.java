package io.github.connectapi.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

import io.github.connectapi.benchmarks.peer.Server;
import io.github.connectapi.benchmarks.peer.TokenCache;

/**
 * Threads that read a cache again and again, with a pause so that they do not compete for
 * the processors, and note what a caller would complain about.
 */
final class Callers {

	/** A call that takes longer is a delayed one. */
	static final Duration PATIENCE = Duration.ofMillis(10);

	final LongAdder calls = new LongAdder();

	final LongAdder failed = new LongAdder();

	final LongAdder delayed = new LongAdder();

	final LongAdder expired = new LongAdder();

	private final List<Thread> threads = new ArrayList<>();

	private final TokenCache cache;

	private volatile boolean stopped;

	private Callers(TokenCache cache) {
		this.cache = cache;
	}

	static Callers start(TokenCache cache, int count, Duration pause) {
		Callers callers = new Callers(cache);
		for (int i = 0; i < count; i++) {
			Thread thread = new Thread(() -> callers.run(pause), "caller-" + i);
			callers.threads.add(thread);
			thread.start();
		}
		return callers;
	}

	void stop() throws InterruptedException {
		this.stopped = true;
		for (Thread thread : this.threads) {
			thread.join();
		}
	}

	private void run(Duration pause) {
		try {
			while (!this.stopped) {
				call();
				TimeUnit.NANOSECONDS.sleep(pause.toNanos());
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void call() {
		long start = System.nanoTime();
		try {
			Object held = this.cache.get();
			// Compared with the beginning: a token may well end on its way to the caller.
			if (start - Server.endNanos(this.cache.text(held)) > 0) {
				this.expired.increment();
			}
		}
		catch (RuntimeException ex) {
			this.failed.increment();
		}
		if (System.nanoTime() - start > PATIENCE.toNanos()) {
			this.delayed.increment();
		}
		this.calls.increment();
	}

}

package io.github.connectapi.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

import io.github.connectapi.benchmarks.peer.Server;
import io.github.connectapi.benchmarks.peer.TokenCache;

/**
 * Reads a cache from several threads and counts failed, delayed and expired reads. The
 * threads pause between reads, so that they do not compete for the processors.
 */
final class LoadGenerator {

	/** A call that takes longer counts as delayed. */
	static final Duration MAX_DELAY = Duration.ofMillis(10);

	final LongAdder calls = new LongAdder();

	final LongAdder failed = new LongAdder();

	final LongAdder delayed = new LongAdder();

	final LongAdder expired = new LongAdder();

	private final List<Thread> threads = new ArrayList<>();

	private final TokenCache cache;

	private volatile boolean stopped;

	private LoadGenerator(TokenCache cache) {
		this.cache = cache;
	}

	static LoadGenerator start(TokenCache cache, int count, Duration pause) {
		LoadGenerator load = new LoadGenerator(cache);
		for (int i = 0; i < count; i++) {
			Thread thread = new Thread(() -> load.run(pause), "caller-" + i);
			load.threads.add(thread);
			thread.start();
		}
		return load;
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
			Object value = this.cache.get();
			// A token may expire during the call, so compare with the start of the call.
			if (start - Server.expiryNanos(this.cache.token(value)) > 0) {
				this.expired.increment();
			}
		}
		catch (RuntimeException ex) {
			this.failed.increment();
		}
		if (System.nanoTime() - start > MAX_DELAY.toNanos()) {
			this.delayed.increment();
		}
		this.calls.increment();
	}

}

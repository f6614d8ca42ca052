package io.github.connectapi.benchmarks;

import java.lang.management.ManagementFactory;

/**
 * The heap after garbage collections, and its growth as a linear regression by least
 * squares. Not thread-safe.
 */
final class HeapGrowth {

	private double n;

	private double x;

	private double y;

	private double xx;

	private double xy;

	/**
	 * Collect garbage and measure the heap.
	 * @param done the number of repetitions before
	 * @return the used bytes
	 */
	long measure(int done) throws InterruptedException {
		for (int i = 0; i < 3; i++) {
			System.gc();
			Thread.sleep(50);
		}
		long used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
		add(done, (double) used);
		return used;
	}

	/** Return the bytes per repetition. */
	double slope() {
		return (this.n * this.xy - this.x * this.y) / (this.n * this.xx - this.x * this.x);
	}

	private void add(double done, double used) {
		this.n++;
		this.x += done;
		this.y += used;
		this.xx += done * done;
		this.xy += done * used;
	}

}

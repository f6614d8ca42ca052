package io.github.connectapi.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The measured values of several rounds. Not thread-safe.
 */
final class Samples {

	private final List<Double> values = new ArrayList<>();

	void add(double value) {
		this.values.add(value);
	}

	double get(int round) {
		return this.values.get(round);
	}

	double median() {
		List<Double> sorted = this.values.stream().sorted().toList();
		int middle = sorted.size() / 2;
		return (sorted.size() % 2 == 1) ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
	}

	double max() {
		return Collections.max(this.values);
	}

	/** Divide round by round, which cancels out what slows down a whole round. */
	Samples dividedBy(Samples other) {
		Samples ratios = new Samples();
		for (int round = 0; round < this.values.size(); round++) {
			ratios.add(get(round) / other.get(round));
		}
		return ratios;
	}

	/** Return the minimum and the maximum. */
	String range() {
		return "%.2f-%.2f".formatted(Collections.min(this.values), max());
	}

}

package io.github.connectapi.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Figures of several rounds, of which the middle one counts. Not thread-safe.
 */
final class Figures {

	private final List<Double> figures = new ArrayList<>();

	void add(double figure) {
		this.figures.add(figure);
	}

	double get(int round) {
		return this.figures.get(round);
	}

	double median() {
		List<Double> sorted = this.figures.stream().sorted().toList();
		int middle = sorted.size() / 2;
		return (sorted.size() % 2 == 1) ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
	}

	double largest() {
		return Collections.max(this.figures);
	}

	/** Round by round, so that what slows down a whole round falls out. */
	Figures dividedBy(Figures other) {
		Figures ratios = new Figures();
		for (int round = 0; round < this.figures.size(); round++) {
			ratios.add(get(round) / other.get(round));
		}
		return ratios;
	}

	/** The lowest and the highest. */
	String range() {
		return "%.2f-%.2f".formatted(Collections.min(this.figures), largest());
	}

}

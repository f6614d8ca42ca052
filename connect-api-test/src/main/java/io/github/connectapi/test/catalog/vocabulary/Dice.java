package io.github.connectapi.test.catalog.vocabulary;

import java.util.List;

import io.github.connectapi.test.Internal;

/**
 * A sequence of numbers that looks random and is the same for the same seed. Not
 * thread-safe.
 */
@Internal
public final class Dice {

	private long state;

	/**
	 * Create dice.
	 * @param seed the seed
	 */
	public Dice(long seed) {
		// Otherwise the numbers of neighboring seeds would be the same ones, shifted by
		// one.
		this.state = mix(seed + 0x9E3779B97F4A7C15L);
	}

	/**
	 * Return the next number.
	 * @param bound the bound, positive
	 * @return a number from 0 up to but excluding the bound
	 */
	public int next(int bound) {
		return (int) Long.remainderUnsigned(nextLong(), bound);
	}

	/**
	 * Return the next number of a range.
	 * @param min the smallest number
	 * @param max the bound of the numbers
	 * @return a number from the smallest up to but excluding the bound
	 */
	public double between(double min, double max) {
		return min + (max - min) * (nextLong() >>> 11) * 0x1.0p-53;
	}

	/**
	 * Return whether an event with a probability occurs.
	 * @param percent the probability in percent
	 * @return {@code true} if it occurs
	 */
	public boolean chance(int percent) {
		return next(100) < percent;
	}

	/**
	 * Return an element of a list.
	 * @param <T> the type of the elements
	 * @param elements the list, not empty
	 * @return an element
	 */
	public <T> T pick(List<T> elements) {
		return elements.get(next(elements.size()));
	}

	// SplitMix64
	private long nextLong() {
		this.state += 0x9E3779B97F4A7C15L;
		return mix(this.state);
	}

	private static long mix(long value) {
		long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
		mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
		return mixed ^ (mixed >>> 31);
	}

}

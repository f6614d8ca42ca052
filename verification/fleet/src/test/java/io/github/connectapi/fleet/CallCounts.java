package io.github.connectapi.fleet;

/**
 * Counts of the calls of an instance.
 *
 * @param calls the number of calls
 * @param failed the number of those that failed
 * @param slowestMillis the time of the slowest
 * @param firstFailure the first failure; "-" if there is none
 */
record CallCounts(int calls, int failed, long slowestMillis, String firstFailure) {

	static CallCounts parse(String text) {
		String[] parts = text.split(" ", 4);
		return new CallCounts(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Long.parseLong(parts[2]),
				parts[3]);
	}

	@Override
	public String toString() {
		return "%d %d %d %s".formatted(this.calls, this.failed, this.slowestMillis, this.firstFailure);
	}

}

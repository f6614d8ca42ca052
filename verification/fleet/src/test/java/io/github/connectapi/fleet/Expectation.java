package io.github.connectapi.fleet;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a row allows. Immutable.
 *
 * @param minLogins the lowest number of logins
 * @param maxLogins the highest number of logins
 * @param minRenewals the lowest number of renewals
 * @param maxRenewals the highest number of renewals
 * @param maxFailedCalls the highest number of failed calls
 */
record Expectation(int minLogins, int maxLogins, int minRenewals, int maxRenewals, int maxFailedCalls) {

	/** Expect a number of logins, no renewal and no failed call. */
	static Expectation logins(int logins) {
		return logins(logins, logins);
	}

	static Expectation logins(int min, int max) {
		return new Expectation(min, max, 0, 0, 0);
	}

	Expectation renewals(int renewals) {
		return renewals(renewals, renewals);
	}

	Expectation renewals(int min, int max) {
		return new Expectation(this.minLogins, this.maxLogins, min, max, this.maxFailedCalls);
	}

	Expectation failedCalls(int max) {
		return new Expectation(this.minLogins, this.maxLogins, this.minRenewals, this.maxRenewals, max);
	}

	void check(Measurement measured) {
		assertThat(measured.logins()).as("logins").isBetween(this.minLogins, this.maxLogins);
		assertThat(measured.renewals()).as("renewals").isBetween(this.minRenewals, this.maxRenewals);
		assertThat(measured.failedCalls()).as("failed calls").isBetween(0, this.maxFailedCalls);
	}

	boolean isMetBy(Measurement measured) {
		try {
			check(measured);
			return true;
		}
		catch (AssertionError ex) {
			return false;
		}
	}

	@Override
	public String toString() {
		return "%s / %s / %s".formatted(range(this.minLogins, this.maxLogins),
				range(this.minRenewals, this.maxRenewals), range(0, this.maxFailedCalls));
	}

	private static String range(int min, int max) {
		return (min == max) ? Integer.toString(min) : (min == 0) ? "≤ " + max : "%d to %d".formatted(min, max);
	}

}

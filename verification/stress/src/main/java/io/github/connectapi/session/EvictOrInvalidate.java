package io.github.connectapi.session;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/**
 * The token of a user is reported while his session is evicted.
 */
@JCStressTest
@Outcome(id = "1, 1, 2", expect = Expect.ACCEPTABLE, desc = "Accepted, and remembered")
@Outcome(id = "1, 1, 3", expect = Expect.ACCEPTABLE, desc = "Accepted, remembered, and the new session evicted")
@Outcome(id = "0, 0, 2", expect = Expect.ACCEPTABLE, desc = "Evicted before")
@Outcome(expect = Expect.FORBIDDEN, desc = "A reported token in use, or a report that is not remembered")
@State
public class EvictOrInvalidate {

	private final EvictionRace race = new EvictionRace().opened();

	/** Evicts the session. */
	@Actor
	public void evicts() {
		this.race.evict();
	}

	/**
	 * Reports the token.
	 * @param result whether the report was accepted
	 */
	@Actor
	public void reports(III_Result result) {
		result.r1 = this.race.first.invalidate(Race.first().token()) ? 1 : 0;
	}

	/**
	 * Checks the final state.
	 * @param result whether the report is remembered, and the token
	 */
	@Arbiter
	public void ends(III_Result result) {
		result.r2 = this.race.isInReportWindow() ? 1 : 0;
		result.r3 = this.race.read();
	}

}

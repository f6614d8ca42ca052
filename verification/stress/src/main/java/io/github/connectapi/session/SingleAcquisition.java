package io.github.connectapi.session;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/**
 * Two callers find no session.
 */
@JCStressTest
@Outcome(id = "1, 1, 1", expect = Expect.ACCEPTABLE, desc = "One acquisition for all")
@Outcome(expect = Expect.FORBIDDEN, desc = "More than one")
@State
public class SingleAcquisition {

	private final Race race = new Race();

	/**
	 * Gets the session.
	 * @param result its token
	 */
	@Actor
	public void firstGets(III_Result result) {
		result.r1 = Race.token(this.race.manager.getSession());
	}

	/**
	 * Gets the session as well.
	 * @param result its token
	 */
	@Actor
	public void secondGets(III_Result result) {
		result.r2 = Race.token(this.race.manager.getSession());
	}

	/**
	 * Counts the acquisitions.
	 * @param result the number of acquisitions
	 */
	@Arbiter
	public void ends(III_Result result) {
		result.r3 = this.race.acquisitions.get();
	}

}

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
	 * Asks.
	 * @param result its token
	 */
	@Actor
	public void asks(III_Result result) {
		result.r1 = Race.token(this.race.manager.getSession());
	}

	/**
	 * Asks, too.
	 * @param result its token
	 */
	@Actor
	public void asksToo(III_Result result) {
		result.r2 = Race.token(this.race.manager.getSession());
	}

	/**
	 * How many there were.
	 * @param result acquisitions
	 */
	@Arbiter
	public void ends(III_Result result) {
		result.r3 = this.race.acquisitions.get();
	}

}

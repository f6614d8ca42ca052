package io.github.connectapi.session;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZI_Result;

/**
 * A session of another instance is adopted while the current token is reported.
 */
@JCStressTest
@Outcome(id = { "true, 2", "true, 100" }, expect = Expect.ACCEPTABLE, desc = "Another session")
@Outcome(id = "false, 100", expect = Expect.ACCEPTABLE, desc = "The token was replaced before it was reported")
@Outcome(expect = Expect.FORBIDDEN, desc = "The reported token is in use, or there is no session")
@State
public class AdoptOrInvalidate {

	private final AdoptionRace race = new AdoptionRace();

	/** Adopts a session of another instance. */
	@Actor
	public void adopts() {
		this.race.adopt();
	}

	/**
	 * Reports the first session.
	 * @param result whether it was accepted
	 */
	@Actor
	public void reports(ZI_Result result) {
		result.r1 = this.race.stateMachine.invalidate(Race.first().token());
	}

	/**
	 * Checks the final state.
	 * @param result the token
	 */
	@Arbiter
	public void ends(ZI_Result result) {
		result.r2 = this.race.published();
	}

}

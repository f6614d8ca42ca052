package io.github.connectapi.session;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/**
 * A session of another instance is adopted while the manager is closed.
 */
@JCStressTest
@Outcome(id = "0", expect = Expect.ACCEPTABLE, desc = "No session after close")
@Outcome(expect = Expect.FORBIDDEN, desc = "A session after close")
@State
public class AdoptOrClose {

	private final AdoptionRace race = new AdoptionRace();

	/** Adopts a session of another instance. */
	@Actor
	public void adopts() {
		this.race.adopt();
	}

	/** Closes the manager. */
	@Actor
	public void closes() {
		this.race.stateMachine.close();
	}

	/**
	 * Checks the final state.
	 * @param result the token, 0 for none
	 */
	@Arbiter
	public void ends(I_Result result) {
		result.r1 = this.race.published();
	}

}

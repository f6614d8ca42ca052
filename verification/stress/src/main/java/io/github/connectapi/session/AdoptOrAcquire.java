package io.github.connectapi.session;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * A session of another instance is adopted while this one renews its session.
 */
@JCStressTest
@Outcome(id = "1, 100", expect = Expect.ACCEPTABLE, desc = "Adopted, and nothing was sent")
@Outcome(id = "2, 2", expect = Expect.ACCEPTABLE, desc = "The renewed session")
@Outcome(expect = Expect.FORBIDDEN, desc = "The adopted session replaced the renewed one")
@State
public class AdoptOrAcquire {

	private final AdoptionRace race = new AdoptionRace();

	/** Adopts a session of another instance. */
	@Actor
	public void adopts() {
		this.race.adopt();
	}

	/** Renews the session. */
	@Actor
	public void renews() {
		this.race.stateMachine.renew();
	}

	/**
	 * Checks the final state.
	 * @param result the number of acquisitions, and the token
	 */
	@Arbiter
	public void ends(II_Result result) {
		result.r1 = this.race.acquisitions.get();
		result.r2 = this.race.published();
	}

}

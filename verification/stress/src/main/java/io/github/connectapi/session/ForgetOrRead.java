package io.github.connectapi.session;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * The session of a user is read while he is forgotten, or all are closed.
 */
@JCStressTest
@Outcome(id = "1, 0", expect = Expect.ACCEPTABLE, desc = "Read, then forgotten")
@Outcome(id = "2, 0", expect = Expect.ACCEPTABLE, desc = "Forgotten, then created again")
@Outcome(expect = Expect.FORBIDDEN, desc = "No session, or one that remains in the ended state")
@State
public class ForgetOrRead {

	private final EvictionRace race = new EvictionRace().opened();

	/** Forgets the user. */
	@Actor
	public void forgets() {
		this.race.forget();
	}

	/**
	 * Reads the session.
	 * @param result the token
	 */
	@Actor
	public void reads(II_Result result) {
		result.r1 = this.race.read();
	}

	/**
	 * Checks the final state.
	 * @param result the token, 0 for none
	 */
	@Arbiter
	public void ends(II_Result result) {
		result.r2 = this.race.published();
	}

}

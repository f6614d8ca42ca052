package io.github.connectapi.session;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/**
 * The session of a user is evicted while he is forgotten, or all are closed.
 */
@JCStressTest
@Outcome(id = "1, 1, 0", expect = Expect.ACCEPTABLE, desc = "Evicted, so that there is nothing to forget")
@Outcome(id = "0, 1, 0", expect = Expect.ACCEPTABLE, desc = "Forgotten, so that there is nothing to evict")
@Outcome(expect = Expect.FORBIDDEN, desc = "It did not end, or still has a session")
@State
public class EvictOrForget {

	private final EvictionRace race = new EvictionRace().opened();

	/**
	 * Evicts the session.
	 * @param result whether it was evicted
	 */
	@Actor
	public void evicts(III_Result result) {
		result.r1 = this.race.evict() ? 1 : 0;
	}

	/** Forgets the user. */
	@Actor
	public void forgets() {
		this.race.forget();
	}

	/**
	 * Checks the final state.
	 * @param result whether it has ended, and the token, 0 for none
	 */
	@Arbiter
	public void ends(III_Result result) {
		result.r2 = this.race.first.isEnded() ? 1 : 0;
		result.r3 = this.race.published();
	}

}

package io.github.connectapi.session;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/**
 * The session of a user is read while it is evicted.
 */
@JCStressTest
@Outcome(id = "1, 1, 0", expect = Expect.ACCEPTABLE, desc = "Read, then evicted")
@Outcome(id = "1, 2, 0", expect = Expect.ACCEPTABLE, desc = "Evicted, then created again")
@Outcome(id = "0, 1, 1", expect = Expect.ACCEPTABLE, desc = "Read instead of evicted")
@Outcome(expect = Expect.FORBIDDEN, desc = "No session, or one after its eviction")
@State
public class EvictOrRead {

	private final EvictionRace race = new EvictionRace().opened();

	/**
	 * Evicts the session.
	 * @param result whether it was evicted
	 */
	@Actor
	public void evicts(III_Result result) {
		result.r1 = this.race.evict() ? 1 : 0;
	}

	/**
	 * Reads the session.
	 * @param result the token
	 */
	@Actor
	public void reads(III_Result result) {
		result.r2 = this.race.read();
	}

	/**
	 * Checks the final state.
	 * @param result the token, 0 for none
	 */
	@Arbiter
	public void ends(III_Result result) {
		result.r3 = this.race.published();
	}

}

package io.github.connectapi.session;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/**
 * A user is forgotten, or all are closed, while he logs in.
 */
@JCStressTest
@Outcome(id = "0", expect = Expect.ACCEPTABLE, desc = "No session")
@Outcome(expect = Expect.FORBIDDEN, desc = "A session after its end")
@State
public class ForgetOrAcquire {

	private final EvictionRace race = new EvictionRace();

	/** Forgets the user. */
	@Actor
	public void forgets() {
		this.race.forget();
	}

	/** Logs in. */
	@Actor
	public void logsIn() {
		this.race.first.renew();
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

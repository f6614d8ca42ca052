package io.github.connectapi.session;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

import io.github.connectapi.ConnectSession;

/**
 * Under a renewal and a new lease, token and secure token are of the same answer.
 */
@JCStressTest
@Outcome(id = { "1, 1", "2, 2" }, expect = Expect.ACCEPTABLE, desc = "One generation")
@Outcome(expect = Expect.FORBIDDEN, desc = "A torn pair")
@State
public class OneGeneration {

	private final Race race = new Race().opened();

	/** Renews. */
	@Actor
	public void renews() {
		this.race.manager.renew();
	}

	/**
	 * Publishes another lease and reads both.
	 * @param result token, secure token
	 */
	@Actor
	public void reads(II_Result result) {
		ConnectSession session = this.race.relet();
		result.r1 = Race.token(session);
		result.r2 = Race.secureToken(session);
	}

}

package io.github.connectapi.session;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

import io.github.connectapi.ConnectSession;

/**
 * During a renewal and the publication of an age, token and secure token are of the same
 * session.
 */
@JCStressTest
@Outcome(id = { "1, 1", "2, 2" }, expect = Expect.ACCEPTABLE, desc = "One generation")
@Outcome(expect = Expect.FORBIDDEN, desc = "Tokens of different sessions")
@State
public class OneGeneration {

	private final Race race = new Race().opened();

	/** Renews the session. */
	@Actor
	public void renews() {
		this.race.manager.renew();
	}

	/**
	 * Publishes another age and reads both tokens.
	 * @param result token, secure token
	 */
	@Actor
	public void reads(II_Result result) {
		ConnectSession session = this.race.readAged();
		result.r1 = Race.token(session);
		result.r2 = Race.secureToken(session);
	}

}

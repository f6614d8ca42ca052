package io.github.connectapi.session;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

import io.github.connectapi.ConnectClosedException;

/**
 * A manager is closed while an acquisition completes and a reader publishes an age.
 */
@JCStressTest
@Outcome(id = { "0, 0", "1, 0", "2, 0" }, expect = Expect.ACCEPTABLE, desc = "No session after close")
@Outcome(expect = Expect.FORBIDDEN, desc = "A session after close")
@State
public class NothingAfterClose {

	private final Race race = new Race().opened();

	/** Closes the manager. */
	@Actor
	public void closes() {
		this.race.manager.close();
	}

	/**
	 * Renews, publishes another age and reads.
	 * @param result the token, 0 if the manager is closed
	 */
	@Actor
	public void reads(II_Result result) {
		this.race.manager.renew();
		result.r1 = read(true);
	}

	/**
	 * Checks the final state.
	 * @param result the token, 0 for none
	 */
	@Arbiter
	public void ends(II_Result result) {
		result.r2 = read(false) + this.race.published();
	}

	private int read(boolean aged) {
		try {
			return Race.token(aged ? this.race.readAged() : this.race.manager.getSession());
		}
		catch (ConnectClosedException ex) {
			return 0;
		}
	}

}

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
 * A manager is closed while an acquisition lands and a reader publishes a lease.
 */
@JCStressTest
@Outcome(id = { "0, 0", "1, 0", "2, 0" }, expect = Expect.ACCEPTABLE, desc = "Nothing is served after close")
@Outcome(expect = Expect.FORBIDDEN, desc = "A session after close")
@State
public class NothingAfterClose {

	private final Race race = new Race().opened();

	/** Closes. */
	@Actor
	public void closes() {
		this.race.manager.close();
	}

	/**
	 * Renews, then publishes another lease and reads.
	 * @param result the token, 0 if it was told that the manager is closed
	 */
	@Actor
	public void reads(II_Result result) {
		this.race.manager.renew();
		result.r1 = read(true);
	}

	/**
	 * What is served in the end.
	 * @param result the token, 0 for none
	 */
	@Arbiter
	public void ends(II_Result result) {
		result.r2 = read(false) + this.race.published();
	}

	private int read(boolean relet) {
		try {
			return Race.token(relet ? this.race.relet() : this.race.manager.getSession());
		}
		catch (ConnectClosedException ex) {
			return 0;
		}
	}

}

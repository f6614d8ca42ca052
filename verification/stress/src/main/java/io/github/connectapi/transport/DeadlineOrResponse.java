package io.github.connectapi.transport;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZI_Result;

/**
 * The deadline of an exchange passes while its response is read.
 */
@JCStressTest
@Outcome(id = "true, 2", expect = Expect.ACCEPTABLE, desc = "A response, the connection is kept")
@Outcome(id = "false, 0", expect = Expect.ACCEPTABLE, desc = "No response, the connection is closed")
@Outcome(expect = Expect.FORBIDDEN, desc = "A failed connection is kept, or lost open")
@State
public class DeadlineOrResponse {

	private final TransportRace race = new TransportRace();

	/**
	 * Sends a request.
	 * @param result whether there was a response
	 */
	@Actor
	public void exchanges(ZI_Result result) {
		result.r1 = this.race.exchange();
	}

	/** Lets the deadline pass. */
	@Actor
	public void passes() {
		this.race.passDeadline();
	}

	/**
	 * Checks the final state.
	 * @param result what became of the connection
	 */
	@Arbiter
	public void ends(ZI_Result result) {
		result.r2 = this.race.kept();
	}

}

package io.github.connectapi.transport;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/**
 * Two callers take one idle connection.
 */
@JCStressTest
@Outcome(id = { "true, false", "false, true" }, expect = Expect.ACCEPTABLE, desc = "One of them has it")
@Outcome(expect = Expect.FORBIDDEN, desc = "Both have it, or nobody")
@State
public class OneIdleConnection {

	private final TransportRace race = new TransportRace();

	/**
	 * Takes the connection.
	 * @param result whether it was taken
	 */
	@Actor
	public void firstTakes(ZZ_Result result) {
		result.r1 = this.race.take();
	}

	/**
	 * Takes the connection as well.
	 * @param result whether it was taken
	 */
	@Actor
	public void secondTakes(ZZ_Result result) {
		result.r2 = this.race.take();
	}

}

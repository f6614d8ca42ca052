package io.github.connectapi.session;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZI_Result;

/**
 * Two reports of the same session race, and a reader publishes another age: one report is
 * accepted, and it is not undone.
 */
@JCStressTest
@Outcome(id = { "true, false, 2", "false, true, 2" }, expect = Expect.ACCEPTABLE,
		desc = "One report is accepted, one login")
@Outcome(expect = Expect.FORBIDDEN, desc = "A report is lost, undone or accepted twice")
@State
public class NoLostInvalidation {

	private final Race race = new Race().opened();

	/**
	 * Reports the first session.
	 * @param result whether it was accepted
	 */
	@Actor
	public void reports(ZZI_Result result) {
		result.r1 = this.race.manager.invalidate(Race.first());
	}

	/**
	 * Publishes another age and reports the first session.
	 * @param result whether it was accepted
	 */
	@Actor
	public void agesAndReports(ZZI_Result result) {
		this.race.readAged();
		result.r2 = this.race.manager.invalidate(Race.first());
	}

	/**
	 * Checks the final state.
	 * @param result the token
	 */
	@Arbiter
	public void ends(ZZI_Result result) {
		result.r3 = (this.race.acquisitions.get() == 2) ? this.race.published() : -1;
	}

}

package io.github.connectapi.session;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZI_Result;

/**
 * Two reports of the same session race, and a reader publishes another lease: one report
 * counts, and it is not undone.
 */
@JCStressTest
@Outcome(id = { "true, false, 2", "false, true, 2" }, expect = Expect.ACCEPTABLE, desc = "One counts, one login")
@Outcome(expect = Expect.FORBIDDEN, desc = "Lost, undone or counted twice")
@State
public class NoLostInvalidation {

	private final Race race = new Race().opened();

	/**
	 * Reports.
	 * @param result whether it was accepted
	 */
	@Actor
	public void reports(ZZI_Result result) {
		result.r1 = this.race.manager.invalidate(Race.first());
	}

	/**
	 * Publishes another lease and reports the first session, too.
	 * @param result whether it was accepted
	 */
	@Actor
	public void reportsToo(ZZI_Result result) {
		this.race.relet();
		result.r2 = this.race.manager.invalidate(Race.first());
	}

	/**
	 * What is there in the end.
	 * @param result the token
	 */
	@Arbiter
	public void ends(ZZI_Result result) {
		result.r3 = (this.race.acquisitions.get() == 2) ? this.race.published() : -1;
	}

}

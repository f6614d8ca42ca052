package io.github.connectapi.session;

import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZI_Result;

import io.github.connectapi.ConnectCredentials;

/**
 * A renewal that returns the same token completes while that token is reported.
 */
@JCStressTest
@Outcome(id = { "true, 2", "true, 3", "true, 4" }, expect = Expect.ACCEPTABLE, desc = "Another token")
@Outcome(expect = Expect.FORBIDDEN, desc = "The reported token is back")
@State
public class NoRevivedToken {

	private final Race race = new SameToken().opened();

	/** Renews the session. */
	@Actor
	public void renews() {
		this.race.manager.renew();
	}

	/**
	 * Reports the first session.
	 * @param result whether it was accepted
	 */
	@Actor
	public void reports(ZI_Result result) {
		result.r1 = this.race.manager.invalidate(Race.first());
	}

	/**
	 * Checks the final state.
	 * @param result the token
	 */
	@Arbiter
	public void ends(ZI_Result result) {
		result.r2 = this.race.published();
	}

	/** A renewal returns the token of the previous session. */
	private static final class SameToken extends Race {

		@Override
		SessionAcquirer.Result acquire(@Nullable CachedSession previous, ConnectCredentials credentials,
				long deadlineNanos) {
			int number = this.acquisitions.incrementAndGet();
			String renewed = (previous != null) ? previous.session().token().reveal() : null;
			return acquired((renewed != null) ? renewed : String.valueOf(number), renewed != null);
		}

	}

}

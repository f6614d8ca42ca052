package io.github.connectapi.transport;

import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZII_Result;

/**
 * A caller is interrupted before or while its response is read.
 */
@JCStressTest
@Outcome(id = "true, 1, 2", expect = Expect.ACCEPTABLE, desc = "A response, the connection is kept")
@Outcome(id = "false, 0, 2", expect = Expect.ACCEPTABLE, desc = "Nothing sent, the connection is kept")
@Outcome(id = { "false, 0, 0", "false, 1, 0" }, expect = Expect.ACCEPTABLE, desc = "The connection is closed")
@Outcome(expect = Expect.FORBIDDEN, desc = "A connection in use is kept, or lost open")
@State
public class InterruptOrReuse {

	private final TransportRace race = new TransportRace();

	private @Nullable Thread caller;

	/**
	 * Sends a request.
	 * @param result whether there was a response
	 */
	@Actor
	public void exchanges(ZII_Result result) {
		setCaller(Thread.currentThread());
		result.r1 = this.race.exchange();
		setCaller(null);
		Thread.interrupted();
	}

	/** Interrupts the caller. */
	@Actor
	public synchronized void interrupts() {
		if (this.caller != null) {
			this.caller.interrupt();
		}
	}

	/**
	 * Checks the final state.
	 * @param result the number of requests, and what became of the connection
	 */
	@Arbiter
	public void ends(ZII_Result result) {
		// The first request was sent before the race.
		result.r2 = this.race.channel.requests() - 1;
		result.r3 = this.race.kept();
	}

	private synchronized void setCaller(@Nullable Thread caller) {
		this.caller = caller;
	}

}

package io.github.connectapi.transport;

import java.util.concurrent.FutureTask;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/**
 * An exchange ends while another thread opens its connection.
 */
@JCStressTest
@Outcome(id = "false, true", expect = Expect.ACCEPTABLE, desc = "Connection and task are aborted")
@Outcome(expect = Expect.FORBIDDEN, desc = "An open connection, or a thread that works for nobody")
@State
public class CloseOrConnect {

	private final TransportRace race = new TransportRace();

	private final ExchangeState state = new ExchangeState(0);

	private final FutureTask<String> task = new FutureTask<>(() -> "");

	/** Opens a connection. */
	@Actor
	public void connects() {
		this.state.waitFor(this.task);
		this.state.use(this.race.connection);
	}

	/** Ends the exchange. */
	@Actor
	public void ends() {
		this.state.end(ExchangeState.Outcome.CLOSED);
	}

	/**
	 * Checks the final state.
	 * @param result whether the connection is open and the task was canceled
	 */
	@Arbiter
	public void checks(ZZ_Result result) {
		result.r1 = this.race.channel.isOpen();
		result.r2 = this.task.isCancelled();
	}

}

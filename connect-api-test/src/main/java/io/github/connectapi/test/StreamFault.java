package io.github.connectapi.test;

import java.time.Duration;

import io.github.connectapi.test.ScriptedResponse.Ending;

/**
 * Answers whose body does not end when it should. The headers are sent at once, so a
 * client whose timeout ends with them waits for ever.
 */
public final class StreamFault {

	private StreamFault() {
	}

	/**
	 * Lets the operation take place and sends the body of its answer byte by byte.
	 * @param pause real time between two bytes; {@link FakeConnectServer#unblock()} ends
	 * the pauses
	 * @return the fault
	 */
	public static Fault dribble(Duration pause) {
		return Fault.delay(pause).ending(Ending.DRIPPED);
	}

	/**
	 * {@return a fault that answers 200 as JSON with blanks that never end, until the
	 * client or {@link FakeConnectServer#unblock()} closes the connection}
	 */
	public static Fault endless() {
		return Fault.status(200).header("Content-Type", "application/json").ending(Ending.ENDLESS);
	}

}

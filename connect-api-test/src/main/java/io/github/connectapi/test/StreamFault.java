package io.github.connectapi.test;

import java.time.Duration;

import io.github.connectapi.test.server.ScriptedResponse.Delivery;

/**
 * Faults whose response body does not end in time. The headers are sent immediately, so a
 * client whose timeout covers only the headers waits forever.
 */
public final class StreamFault {

	private StreamFault() {
	}

	/**
	 * Create a fault that performs the operation and sends the response body byte by
	 * byte.
	 * @param interval the real time between two bytes;
	 * {@link FakeConnectServer#unblock()} sends the remaining bytes immediately
	 * @return the fault
	 */
	public static Fault dribble(Duration interval) {
		return Fault.delay(interval).delivery(Delivery.DRIBBLE);
	}

	/**
	 * Create a fault that sends status 200 and an endless JSON body of spaces, until the
	 * client or {@link FakeConnectServer#unblock()} closes the connection.
	 * @return the fault
	 */
	public static Fault endless() {
		return Fault.status(200).header("Content-Type", "application/json").delivery(Delivery.ENDLESS_BODY);
	}

}

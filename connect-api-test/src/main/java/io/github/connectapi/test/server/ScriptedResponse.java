package io.github.connectapi.test.server;

import java.time.Duration;

import io.github.connectapi.test.Internal;

/**
 * A response and its delivery to the client.
 *
 * @param response the response
 * @param delivery the part of the response that is sent
 * @param delay the real time to wait before the response or, for
 * {@link Delivery#DRIBBLE}, after each byte
 * @param sentFraction the fraction of the body that
 * {@link Delivery#DISCONNECT_DURING_BODY} sends, from 0 to 1
 */
@Internal
public record ScriptedResponse(FakeResponse response, Delivery delivery, Duration delay, double sentFraction) {

	private static final double HALF = 0.5;

	/**
	 * Create a response that is sent completely and without delay.
	 * @param response the response
	 * @return the scripted response
	 */
	public static ScriptedResponse immediate(FakeResponse response) {
		return new ScriptedResponse(response, Delivery.COMPLETE, Duration.ZERO, HALF);
	}

	public ScriptedResponse withResponse(FakeResponse response) {
		return new ScriptedResponse(response, this.delivery, this.delay, this.sentFraction);
	}

	public ScriptedResponse withDelivery(Delivery delivery) {
		return new ScriptedResponse(this.response, delivery, this.delay, this.sentFraction);
	}

	public ScriptedResponse withDelay(Duration delay) {
		return new ScriptedResponse(this.response, this.delivery, delay, this.sentFraction);
	}

	/**
	 * Return a copy that is sent in part, before the connection is closed.
	 * @param fraction the fraction of the body that is sent, from 0 to 1
	 * @return the copy
	 */
	public ScriptedResponse withBreakOff(double fraction) {
		return new ScriptedResponse(this.response, Delivery.DISCONNECT_DURING_BODY, this.delay, fraction);
	}

	/**
	 * The part of a response that is sent to the client.
	 */
	@Internal
	public enum Delivery {

		/** Everything is sent. */
		COMPLETE,

		/** Nothing is sent and the connection stays open. */
		NO_RESPONSE,

		/** Nothing is sent and the connection is closed. */
		DISCONNECT,

		/** The headers and a part of the body are sent, then the connection is closed. */
		DISCONNECT_DURING_BODY,

		/** The headers are sent immediately, the body byte by byte. */
		DRIBBLE,

		/** The headers are sent immediately, followed by a body that does not end. */
		ENDLESS_BODY

	}

}

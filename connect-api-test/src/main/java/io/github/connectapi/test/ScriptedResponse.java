package io.github.connectapi.test;

import java.time.Duration;

/**
 * An answer and the way in which it reaches the client, or does not.
 *
 * @param answer the answer
 * @param ending how far it gets
 * @param delay real time to pass before or, when dripping, between
 */
record ScriptedResponse(FakeResponse answer, Ending ending, Duration delay) {

	static ScriptedResponse atOnce(FakeResponse answer) {
		return new ScriptedResponse(answer, Ending.SENT, Duration.ZERO);
	}

	/** How far an answer gets. */
	enum Ending {

		/** It is sent completely. */
		SENT,

		/** Nothing is sent and the connection stays open. */
		WITHHELD,

		/** Nothing is sent and the connection is closed. */
		DROPPED,

		/** The headers and half of the body are sent, then the connection is closed. */
		CUT,

		/** The body is sent byte by byte, with the delay between two. */
		DRIPPED,

		/** A body is sent that does not end. */
		ENDLESS

	}

}

package io.github.connectapi.client;

import java.io.IOException;
import java.io.UncheckedIOException;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectOperationException;
import io.github.connectapi.ConnectProtocolException;
import io.github.connectapi.ConnectTokenRejectedException;
import io.github.connectapi.ConnectUnavailableException;

/**
 * One thing that the other end of a connection may do after it has read a request, and
 * what has to come of it.
 */
record HostileServer(String name, Outcome outcome, RawServer.Script script) {

	static HostileServer down(String name, RawServer.Script script) {
		return new HostileServer(name, Outcome.DOWN, script);
	}

	static HostileServer down(String name, String bytes) {
		return down(name, RawServer.answering(bytes));
	}

	static HostileServer broken(String name, String bytes) {
		return new HostileServer(name, Outcome.BROKEN, RawServer.answering(bytes));
	}

	static HostileServer refused(String name, String bytes) {
		return new HostileServer(name, Outcome.REFUSED, RawServer.answering(bytes));
	}

	/** A server that nobody must come to. */
	static RawServer elsewhere() {
		try {
			return RawServer.start(RawServer.ok("{}"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public String toString() {
		return this.name;
	}

	enum Outcome {

		/** No answer: worth another attempt. */
		DOWN,

		/** An answer that is none: worth another attempt. */
		BROKEN,

		/** An answer that is no success, and is taken for one of the server's. */
		REFUSED;

		Class<? extends ConnectApiException> of(SessionOperation operation) {
			return switch (this) {
				case DOWN -> ConnectUnavailableException.class;
				case BROKEN -> ConnectProtocolException.class;
				case REFUSED -> (operation == SessionOperation.RENEW_SESSION) ? ConnectTokenRejectedException.class
						: ConnectOperationException.class;
			};
		}

	}

}

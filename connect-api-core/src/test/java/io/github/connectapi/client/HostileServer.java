package io.github.connectapi.client;

import java.io.IOException;
import java.io.UncheckedIOException;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectOperationException;
import io.github.connectapi.ConnectProtocolException;
import io.github.connectapi.ConnectTokenRejectedException;
import io.github.connectapi.ConnectUnavailableException;

/**
 * Hostile behavior of a server after it has read a request, and the expected outcome.
 */
record HostileServer(String name, Outcome outcome, RawServer.Script script) {

	static HostileServer down(String name, RawServer.Script script) {
		return new HostileServer(name, Outcome.DOWN, script);
	}

	static HostileServer down(String name, String bytes) {
		return down(name, RawServer.responding(bytes));
	}

	static HostileServer broken(String name, String bytes) {
		return new HostileServer(name, Outcome.BROKEN, RawServer.responding(bytes));
	}

	static HostileServer rejected(String name, String bytes) {
		return new HostileServer(name, Outcome.REJECTED, RawServer.responding(bytes));
	}

	/** Start a server that must not receive a connection. */
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

		/** No response; the failure is transient. */
		DOWN,

		/** An unreadable response; the failure is transient. */
		BROKEN,

		/** A response that is treated as an error of the server; not transient. */
		REJECTED;

		Class<? extends ConnectApiException> of(SessionOperation operation) {
			return switch (this) {
				case DOWN -> ConnectUnavailableException.class;
				case BROKEN -> ConnectProtocolException.class;
				case REJECTED -> (operation == SessionOperation.RENEW_SESSION) ? ConnectTokenRejectedException.class
						: ConnectOperationException.class;
			};
		}

	}

}

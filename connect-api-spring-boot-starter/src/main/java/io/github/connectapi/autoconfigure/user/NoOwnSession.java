package io.github.connectapi.autoconfigure.user;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import io.github.connectapi.ConnectFailure;
import io.github.connectapi.ConnectSession;
import io.github.connectapi.ConnectUnavailableException;
import io.github.connectapi.session.ConnectSessionManager;
import io.github.connectapi.session.ConnectSessionSnapshot;

/**
 * {@link ConnectSessionManager} of an application that has no session of its own. Each
 * read fails, so that a call without a user sends nothing.
 */
final class NoOwnSession implements ConnectSessionManager {

	private final ConnectSessionSnapshot snapshot;

	NoOwnSession(Instant at) {
		this.snapshot = new ConnectSessionSnapshot(at, ConnectSessionSnapshot.State.NONE, at, 0, 0, false, 0, null,
				null, null, null, null, null, null, null);
	}

	private static ConnectUnavailableException failure() {
		return new ConnectUnavailableException(
				"The application has no session of its own. Call ConnectApi.forSession with the session of a user, or set getty.connect.user-name and getty.connect.user-password.",
				ConnectFailure.permanentFailure(null, null).withNotSent(true));
	}

	@Override
	public ConnectSession getSession(Duration timeout) {
		throw failure();
	}

	@Override
	public CompletionStage<ConnectSession> getSessionAsync() {
		return CompletableFuture.failedStage(failure());
	}

	@Override
	public boolean invalidate(ConnectSession rejected) {
		return false;
	}

	@Override
	public void renew() {
		// There is no session.
	}

	@Override
	public void reset() {
		// There are no failures.
	}

	@Override
	public ConnectSessionSnapshot snapshot() {
		return this.snapshot;
	}

	@Override
	public void close() {
		// There is nothing to close.
	}

}

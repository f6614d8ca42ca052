package io.github.connectapi.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectSession;

/**
 * Simulates an application: reads, waits and reports sessions, and remembers the last
 * two.
 */
final class SoakCaller {

	private final SoakEnvironment environment;

	private final SoakInvariants invariants;

	private final List<CompletableFuture<ConnectSession>> stages = new ArrayList<>();

	private ConnectSessionManager manager;

	private @Nullable ConnectSession last;

	private @Nullable ConnectSession previous;

	SoakCaller(SoakEnvironment environment, SoakInvariants invariants, ConnectSessionManager manager) {
		this.environment = environment;
		this.invariants = invariants;
		this.manager = manager;
	}

	void setManager(ConnectSessionManager manager) {
		this.manager = manager;
		this.last = null;
		this.previous = null;
	}

	void read() {
		ConnectSession session = null;
		try {
			session = this.manager.getSession(Duration.ZERO);
		}
		catch (ConnectApiException ex) {
			this.invariants.record("failed with " + ex.getClass().getSimpleName());
		}
		this.invariants.returned(session, this.manager);
		if (session != null && !session.equals(this.last)) {
			this.previous = this.last;
			this.last = session;
		}
	}

	void getAsync() {
		this.stages.add(this.manager.getSessionAsync().toCompletableFuture());
	}

	void awaitStages() throws InterruptedException {
		for (CompletableFuture<ConnectSession> stage : this.stages) {
			try {
				stage.handle((session, failure) -> session).get(10, TimeUnit.SECONDS);
			}
			catch (TimeoutException | ExecutionException ex) {
				this.invariants.check(false, "a stage that never completes");
			}
		}
	}

	void reportLast() {
		report(this.last, true);
	}

	void reportPrevious() {
		report(this.previous, false);
	}

	private void report(@Nullable ConnectSession session, boolean current) {
		if (session == null) {
			return;
		}
		SoakInvariants.Report report = this.invariants.startReport(current);
		this.invariants.endReport(report, this.manager.invalidate(session));
	}

	void revokeLast() {
		if (this.last != null) {
			this.invariants.record("revoke");
			this.invariants.revoked(this.last);
			this.environment.server.revoke(this.last.token().reveal());
		}
	}

}

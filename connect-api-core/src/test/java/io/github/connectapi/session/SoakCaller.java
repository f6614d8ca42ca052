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
 * What an application does with a manager: reads, waits, reports, and remembers what it
 * got.
 */
final class SoakCaller {

	private final SoakWorld world;

	private final SoakHistory history;

	private final List<CompletableFuture<ConnectSession>> stages = new ArrayList<>();

	private ConnectSessionManager manager;

	private @Nullable ConnectSession last;

	private @Nullable ConnectSession previous;

	SoakCaller(SoakWorld world, SoakHistory history, ConnectSessionManager manager) {
		this.world = world;
		this.history = history;
		this.manager = manager;
	}

	void callsFromNowOn(ConnectSessionManager manager) {
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
			this.history.happened("told " + ex.getClass().getSimpleName());
		}
		this.history.served(session, this.manager);
		if (session != null && !session.equals(this.last)) {
			this.previous = this.last;
			this.last = session;
		}
	}

	void ask() {
		this.stages.add(this.manager.getSessionAsync().toCompletableFuture());
	}

	void awaitEnds() throws InterruptedException {
		for (CompletableFuture<ConnectSession> stage : this.stages) {
			try {
				stage.handle((session, failure) -> session).get(10, TimeUnit.SECONDS);
			}
			catch (TimeoutException | ExecutionException ex) {
				this.history.check(false, "a stage that never ends");
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
		SoakHistory.Report report = this.history.reports(current);
		this.history.answered(report, this.manager.invalidate(session));
	}

	void revokeLast() {
		if (this.last != null) {
			this.history.happened("revoke");
			this.history.revoked(this.last);
			this.world.server.revoke(this.last.token().reveal());
		}
	}

}

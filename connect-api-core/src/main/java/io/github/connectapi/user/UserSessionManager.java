package io.github.connectapi.user;

import java.time.Duration;
import java.util.concurrent.CompletionStage;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.ConnectSession;
import io.github.connectapi.session.ConnectSessionManager;
import io.github.connectapi.session.ConnectSessionSnapshot;
import io.github.connectapi.session.SessionGroup;
import io.github.connectapi.session.SessionStateMachine;

/**
 * Manager of the session of one user. Refers to the state of the user, and attaches to
 * the next one when that was evicted.
 */
final class UserSessionManager implements ConnectSessionManager {

	private static final Duration MAX_SUSPEND_WAIT = Duration.ofSeconds(2);

	private static final Duration MAX_INTERRUPT_WAIT = Duration.ofMillis(500);

	private final DefaultConnectSessions sessions;

	private final SessionGroup group;

	private final String key;

	private volatile @Nullable UserSession attached;

	UserSessionManager(DefaultConnectSessions sessions, SessionGroup group, String key) {
		this.sessions = sessions;
		this.group = group;
		this.key = key;
	}

	@Override
	public ConnectSession getSession() {
		return getSession(this.group.waitTimeout());
	}

	@Override
	public ConnectSession getSession(Duration timeout) {
		UserSession user = this.attached;
		if (user != null) {
			long millis = this.group.millis();
			ConnectSession fresh = user.stateMachine.freshSession(millis);
			if (fresh != null) {
				user.accessed(millis);
				return fresh;
			}
		}
		try {
			return this.group.getSession(this::attach, timeout);
		}
		finally {
			endUnlessAdmitted();
		}
	}

	// A back-off needs no state in memory.
	private void endUnlessAdmitted() {
		UserSession user = this.attached;
		if (user != null) {
			user.endUnlessAdmitted();
		}
	}

	@Override
	public CompletionStage<ConnectSession> getSessionAsync() {
		CompletionStage<ConnectSession> stage = this.group.getSessionAsync(this::attach);
		endUnlessAdmitted();
		return stage;
	}

	private SessionStateMachine attach() {
		UserSession user = this.attached;
		if (user == null || user.isEnded()) {
			user = this.sessions.attach(this.key);
			this.attached = user;
		}
		user.accessed(this.group.millis());
		return user.stateMachine;
	}

	@Override
	public boolean invalidate(ConnectSession rejected) {
		UserSession user = this.sessions.find(this.key);
		return user != null && user.stateMachine.invalidate(rejected.token());
	}

	@Override
	public void confirm(ConnectSession accepted) {
		UserSession user = this.attached;
		if (user != null) {
			user.stateMachine.confirm(accepted.token());
		}
	}

	@Override
	public void renew() {
		SessionStateMachine stateMachine;
		do {
			stateMachine = attach();
			stateMachine.renew();
		}
		while (stateMachine.isEnded() && this.sessions.find(this.key) != null);
	}

	@Override
	public void reset() {
		this.sessions.reset(this.key);
	}

	@Override
	public void suspend() {
		UserSession user = this.sessions.find(this.key);
		if (user != null) {
			user.stateMachine.awaitAcquisition(MAX_SUSPEND_WAIT, MAX_INTERRUPT_WAIT);
		}
	}

	@Override
	public ConnectSessionSnapshot snapshot() {
		return this.sessions.snapshot(this.key).orElseGet(() -> this.sessions.snapshotOf(this.key));
	}

	/** Has no effect: the sessions own the state of the user. */
	@Override
	public void close() {
		// See ConnectSessions.forget.
	}

}

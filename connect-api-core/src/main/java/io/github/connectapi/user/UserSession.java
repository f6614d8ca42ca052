package io.github.connectapi.user;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.acquisition.FailureLevel;
import io.github.connectapi.acquisition.AcquisitionTask;
import io.github.connectapi.acquisition.AcquisitionPool;
import io.github.connectapi.acquisition.AcquisitionKind;
import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.session.ConnectSessionEvent;
import io.github.connectapi.session.SessionOwner;
import io.github.connectapi.session.SessionStateMachine;

/**
 * State of one user in memory, until it is evicted. Thread-safe.
 */
final class UserSession implements SessionOwner {

	/** The time of an access is that of the wall clock in units of 1024 milliseconds. */
	private static final int ACCESS_SHIFT = 10;

	final String key;

	final SessionStateMachine stateMachine;

	private final UserSessionContext context;

	private volatile @Nullable String systemId;

	/** Not volatile, because readers may lose an access to another one. */
	private int accessedAt;

	/** Whether it counts as a user, because there are credentials. */
	private boolean admitted;

	private boolean ended;

	UserSession(UserSessionContext context, String key, long millis) {
		this.context = context;
		this.key = key;
		this.accessedAt = access(millis);
		this.stateMachine = context.createStateMachine(this);
	}

	private static int access(long millis) {
		return (int) (millis >>> ACCESS_SHIFT);
	}

	/** Record an access, with at most one write a second. */
	void accessed(long millis) {
		int access = access(millis);
		if (this.accessedAt != access) {
			this.accessedAt = access;
		}
	}

	/** Return how long there was no access, in milliseconds. */
	long idleMillis(long millis) {
		int idle = access(millis) - this.accessedAt;
		if (idle < 0) {
			// The wall clock was set back.
			accessed(millis);
			return 0;
		}
		return (long) idle << ACCESS_SHIFT;
	}

	/** Count it as a user if there is room. Return false if there is none. */
	synchronized boolean admit() {
		if (!this.admitted && !this.ended) {
			this.admitted = this.context.users().tryAcquire();
		}
		return this.admitted || this.ended;
	}

	synchronized boolean isAdmitted() {
		return this.admitted;
	}

	private synchronized void release() {
		if (this.admitted && !this.ended) {
			this.context.users().release();
		}
		this.ended = true;
	}

	/** End it if no acquisition is running. Return whether it ended now. */
	boolean evict() {
		boolean evicted = this.stateMachine.evict(this::remember);
		if (evicted) {
			release();
		}
		return evicted;
	}

	void end(ConnectApiException failure) {
		this.stateMachine.end(failure, this::remember);
		release();
	}

	boolean isEnded() {
		return this.stateMachine.isEnded();
	}

	/** End it unless there are credentials, so that keys without a user use no memory. */
	void endUnlessAdmitted() {
		if (!isAdmitted() && evict()) {
			this.context.remove(this);
		}
	}

	@Override
	public ConnectCredentials getCredentials() {
		return this.context.credentials().get(this.key);
	}

	@Override
	public String providerName() {
		return this.context.credentials().providerName();
	}

	@Override
	public CredentialsIdentity identify(ConnectCredentials credentials) {
		return new Fingerprint(this.context.backoffs().fingerprint(credentials), this.context.backoffs());
	}

	@Override
	public Ticket requestCredentials(boolean renewable, boolean failed, Stage stage) {
		Task task = new Task(stage);
		ConnectApiException refusal = this.context.refusal(this.key, this.systemId);
		if (refusal != null) {
			task.refuse(refusal);
			return Ticket.STARTED;
		}
		return ticket(this.context.pool().requestCredentials(AcquisitionKind.of(renewable, failed), task));
	}

	@Override
	public boolean admit(ConnectCredentials credentials) {
		this.systemId = this.context.intern(credentials.systemId());
		return this.context.admit(this);
	}

	@Override
	public Ticket exchange(boolean renewable, boolean failed, ConnectCredentials credentials, Stage stage) {
		Task task = new Task(stage);
		if (!admit(credentials)) {
			task.refuse(UserFailures.tooManyUsers());
			return Ticket.STARTED;
		}
		return ticket(this.context.pool().execute(AcquisitionKind.of(renewable, failed), this.key, credentials, task));
	}

	@Override
	public boolean mayRepeat(ConnectCredentials credentials) {
		return this.context.gate().refusal(credentials.systemId()) == null;
	}

	@Override
	public void createdInsteadOfRenewed() {
		this.context.pool().countLogin();
	}

	@Override
	public boolean isShared(ConnectApiException failure) {
		FailureLevel level = FailureLevel.of(failure);
		return level == FailureLevel.SYSTEM || level == FailureLevel.CONNECTION;
	}

	@Override
	public void onEvent(ConnectSessionEvent event) {
		if (event instanceof ConnectSessionEvent.Failed || event instanceof ConnectSessionEvent.Recovered
				|| event instanceof ConnectSessionEvent.Reset) {
			this.context.backoffs().save(this.key, this::currentBackoff);
		}
		this.context.publish(this.key, event);
	}

	@Override
	public void remember(SessionStateMachine.Memory memory) {
		this.context.backoffs().save(this.key, backoff(memory));
	}

	/** Return null if the state has ended, because it was saved before. */
	private @Nullable UserBackoff currentBackoff() {
		SessionStateMachine.Memory memory = this.stateMachine.memory();
		return (memory != null) ? backoff(memory) : null;
	}

	private static UserBackoff backoff(SessionStateMachine.Memory memory) {
		CredentialsIdentity rejected = memory.rejectedCredentials();
		return new UserBackoff(memory.failure(), memory.failedNanos(), memory.delayNanos(), memory.failures(),
				memory.rejections(), (rejected != null) ? rejected.fingerprint() : 0, memory.credentialChanges(),
				memory.probedNanos(), memory.reportedNanos(), memory.windowNanos());
	}

	/** Return what is remembered of a user; null for nothing. */
	static SessionStateMachine.@Nullable Memory memory(UserBackoffs backoffs, String key) {
		UserBackoff saved = backoffs.find(key);
		if (saved == null) {
			return null;
		}
		CredentialsIdentity rejected = (saved.rejectedCredentials() != 0)
				? new Fingerprint(saved.rejectedCredentials(), backoffs) : null;
		return new SessionStateMachine.Memory(saved.failure(), saved.failedNanos(), saved.delayNanos(),
				saved.failures(), saved.rejections(), rejected, saved.credentialChanges(), saved.probedNanos(),
				saved.reportedNanos(), saved.windowNanos());
	}

	private static Ticket ticket(AcquisitionPool.Ticket ticket) {
		return new Ticket() {
			@Override
			public boolean cancel() {
				return ticket.cancel();
			}

			@Override
			public void abandon() {
				ticket.abandon();
			}
		};
	}

	/**
	 * Identity of credentials that does not retain them.
	 *
	 * @param fingerprint the fingerprint
	 * @param backoffs what computes fingerprints
	 */
	private record Fingerprint(long fingerprint, UserBackoffs backoffs) implements CredentialsIdentity {

		@Override
		public boolean isOf(ConnectCredentials credentials) {
			return this.backoffs.fingerprint(credentials) == this.fingerprint;
		}

	}

	/** A stage as a task of the pool. */
	private final class Task implements AcquisitionTask {

		private final Stage stage;

		Task(Stage stage) {
			this.stage = stage;
		}

		@Override
		public @Nullable ConnectApiException run() {
			try {
				return this.stage.run();
			}
			finally {
				endUnlessAdmitted();
			}
		}

		@Override
		public void refuse(ConnectApiException failure) {
			this.stage.refuse(failure);
			endUnlessAdmitted();
		}

	}

}

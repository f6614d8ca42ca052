package io.github.connectapi.store;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.ConnectSession;
import io.github.connectapi.Internal;
import io.github.connectapi.Secret;
import io.github.connectapi.store.SharedSession.Acquired;
import io.github.connectapi.store.SharedSession.Login;
import io.github.connectapi.store.SharedSession.Request;

/**
 * The session of one of many users. Its record is read when it is acquired, and never in
 * the background. Keeps neither credentials nor a key.
 */
@Internal
public final class SharedUserSession implements SessionSharing {

	private final SharedSessions sessions;

	/** What is known of a record; null before the first acquisition. */
	private volatile @Nullable Known known;

	SharedUserSession(SharedSessions sessions) {
		this.sessions = sessions;
	}

	@Override
	public Acquired acquire(Request request, Login login) {
		return this.sessions.acquire(membership(request.credentials()), request, login);
	}

	/** A store that did not respond is left to the acquisition. */
	@Override
	public @Nullable Acquired adopt(ConnectCredentials credentials, @Nullable ConnectSession current) {
		return isStoreAvailable() ? this.sessions.poll().adopt(membership(credentials), current) : null;
	}

	/** Other credentials have another record. */
	private Membership membership(ConnectCredentials credentials) {
		SharedRecordKey key = this.sessions.key(credentials);
		Known current = this.known;
		if (current == null || !current.recordId().equals(key.id())) {
			current = new Known(key.id(), new SharedKnowledge());
			this.known = current;
		}
		return this.sessions.membership(key, current.knowledge());
	}

	@Override
	public void report(Secret token) {
		Known current = this.known;
		if (current != null && current.knowledge().report(token)) {
			this.sessions.logRejection();
		}
	}

	@Override
	public void accept(Secret token) {
		Known current = this.known;
		if (current != null) {
			current.knowledge().accept(token);
		}
	}

	@Override
	public boolean isOwn() {
		Known current = this.known;
		return current != null && current.knowledge().isOwn();
	}

	@Override
	public boolean isStoreAvailable() {
		return this.sessions.isStoreAvailable();
	}

	/**
	 * What is known of a record.
	 *
	 * @param recordId the id of the record
	 * @param knowledge what is known of it
	 */
	private record Known(String recordId, SharedKnowledge knowledge) {
	}

}

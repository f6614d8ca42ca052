package io.github.connectapi.call;

import java.time.Duration;
import java.util.function.LongSupplier;

import io.github.connectapi.ConnectFailure;
import io.github.connectapi.ConnectOperationException;
import io.github.connectapi.ConnectSession;
import io.github.connectapi.ConnectTokenRejectedException;
import io.github.connectapi.ConnectWaitTimeoutException;
import io.github.connectapi.Secret;
import io.github.connectapi.client.ConnectClient;
import io.github.connectapi.client.ConnectOperation;
import io.github.connectapi.client.ConnectRequest;
import io.github.connectapi.client.ConnectResponse;
import io.github.connectapi.client.PreparedCall;
import io.github.connectapi.retry.Retry;
import io.github.connectapi.session.ConnectSessionManager;

/**
 * A call on a session, and at most one replay on another one.
 */
final class ConnectTemplate implements ConnectApi {

	private final ConnectClient client;

	private final ConnectSessionManager sessions;

	private final Retry retry;

	private final LongSupplier nanos;

	private final Duration timeout;

	private final boolean withoutUser;

	ConnectTemplate(ConnectClient client, ConnectSessionManager sessions, Retry retry, LongSupplier nanos,
			Duration timeout, boolean withoutUser) {
		this.client = client;
		this.sessions = sessions;
		this.retry = retry;
		this.nanos = nanos;
		this.timeout = timeout;
		this.withoutUser = withoutUser;
	}

	@Override
	public <T> ConnectResponse<T> exchange(ConnectRequest request, Class<T> resultType) {
		ConnectOperation operation = request.operation();
		if (this.withoutUser && !operation.isForApplications()) {
			throw unusable(operation, "it needs the session of a user, and there are application sessions only");
		}
		ConnectRequest identified = request.identified();
		return LogContext.during(identified,
				() -> new Run<>(operation, this.client.prepare(identified, resultType)).call());
	}

	private static ConnectOperationException unusable(ConnectOperation operation, String why) {
		return new ConnectOperationException(operation + " was not sent: " + why,
				ConnectFailure.lasting(operation.toString(), null));
	}

	/** One call until its deadline. */
	private final class Run<T> {

		private final ConnectOperation operation;

		private final PreparedCall<T> prepared;

		private final long endNanos = ConnectTemplate.this.nanos.getAsLong() + ConnectTemplate.this.timeout.toNanos();

		Run(ConnectOperation operation, PreparedCall<T> prepared) {
			this.operation = operation;
			this.prepared = prepared;
		}

		ConnectResponse<T> call() {
			ConnectSession session = session();
			try {
				return send(session);
			}
			catch (ConnectTokenRejectedException ex) {
				ConnectTemplate.this.sessions.invalidate(session);
				return replay(session, ex);
			}
		}

		/** Not on the same session: the manager kept it because it is new. */
		private ConnectResponse<T> replay(ConnectSession rejected, ConnectTokenRejectedException rejection) {
			ConnectSession current = rejection.isTokenBurned() ? rejected : session();
			if (current.token().equals(rejected.token())) {
				throw rejection;
			}
			try {
				return send(current);
			}
			catch (ConnectTokenRejectedException ex) {
				ConnectTemplate.this.sessions.invalidate(current);
				throw ex;
			}
		}

		private ConnectResponse<T> send(ConnectSession session) {
			Secret token = !this.operation.needsSecureToken() ? session.token() : session.secureToken()
				.orElseThrow(() -> unusable(this.operation, "it needs a secure token, and the session has none"));
			return this.operation.isRepeatable() ? ConnectTemplate.this.retry.call(() -> sendOnce(token), this.endNanos)
					: sendOnce(token);
		}

		private ConnectResponse<T> sendOnce(Secret token) {
			return this.prepared.send(token, remaining());
		}

		private ConnectSession session() {
			return ConnectTemplate.this.sessions.getSession(remaining());
		}

		private Duration remaining() {
			long remaining = this.endNanos - ConnectTemplate.this.nanos.getAsLong();
			if (remaining <= 0) {
				throw new ConnectWaitTimeoutException("No time was left to send " + this.operation);
			}
			return Duration.ofNanos(remaining);
		}

	}

}

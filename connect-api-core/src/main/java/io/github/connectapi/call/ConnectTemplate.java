package io.github.connectapi.call;

import java.time.Duration;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectFailure;
import io.github.connectapi.ConnectOperationException;
import io.github.connectapi.ConnectSession;
import io.github.connectapi.ConnectTokenRejectedException;
import io.github.connectapi.ConnectWaitTimeoutException;
import io.github.connectapi.Secret;
import io.github.connectapi.client.ConnectClient;
import io.github.connectapi.client.PreparedCall;
import io.github.connectapi.observation.ConnectObservation;
import io.github.connectapi.observation.ConnectObservationContext;
import io.github.connectapi.observation.ConnectObservations;
import io.github.connectapi.operation.ConnectOperation;
import io.github.connectapi.operation.ConnectRequest;
import io.github.connectapi.operation.ConnectResponse;
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

	private final boolean applicationSessionsOnly;

	private final ConnectObservations observations;

	ConnectTemplate(ConnectClient client, ConnectSessionManager sessions, Retry retry, LongSupplier nanos,
			Duration timeout, boolean applicationSessionsOnly, ConnectObservations observations) {
		this.client = client;
		this.sessions = sessions;
		this.retry = retry;
		this.nanos = nanos;
		this.timeout = timeout;
		this.applicationSessionsOnly = applicationSessionsOnly;
		this.observations = observations;
	}

	@Override
	public <T> ConnectResponse<T> exchange(ConnectRequest request, Class<T> resultType) {
		ConnectRequest identified = request.identified();
		return LogContext.during(identified,
				() -> this.observations.observe(ConnectObservation.CALL, request.operation().toString(),
						identified.coordinationId().orElse(null),
						(context) -> new Run<>(identified, resultType, context).call()));
	}

	/** A user's has a secure token, and perhaps an account; an application's neither. */
	private static boolean hasUser(ConnectSession session) {
		return session.secureToken().isPresent() || session.accountId().isPresent();
	}

	/** One call until its deadline. */
	private final class Run<T> {

		private final PreparedCall<T> prepared;

		private final ConnectOperation operation;

		private final long endNanos = ConnectTemplate.this.nanos.getAsLong() + ConnectTemplate.this.timeout.toNanos();

		private final ConnectObservationContext context;

		/** Why the last attempt failed, if there was one. */
		private @Nullable ConnectApiException last;

		Run(ConnectRequest request, Class<T> resultType, ConnectObservationContext context) {
			this.prepared = ConnectTemplate.this.client.prepare(request, resultType);
			this.operation = request.operation();
			this.context = context;
		}

		ConnectResponse<T> call() {
			if (ConnectTemplate.this.applicationSessionsOnly && !this.operation.isApplicationSessionAllowed()) {
				throw notSent("it needs the session of a user, and there are application sessions only");
			}
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
			ConnectSession current = rejection.isTokenCompromised() ? rejected : session();
			if (current.token().equals(rejected.token())) {
				throw rejection;
			}
			this.context.setReplayed();
			try {
				return send(current);
			}
			catch (ConnectTokenRejectedException ex) {
				ConnectTemplate.this.sessions.invalidate(current);
				throw ex;
			}
		}

		private ConnectResponse<T> send(ConnectSession session) {
			Secret token = tokenOf(session);
			return this.operation.isIdempotent() ? ConnectTemplate.this.retry.call(() -> sendOnce(token), this.endNanos)
					: sendOnce(token);
		}

		private Secret tokenOf(ConnectSession session) {
			if (!this.operation.isApplicationSessionAllowed() && !hasUser(session)) {
				throw notSent("it needs the session of a user, and this one is an application's");
			}
			return !this.operation.needsSecureToken() ? session.token() : session.secureToken()
				.orElseThrow(() -> notSent("it needs a secure token, and the session has none"));
		}

		private ConnectResponse<T> sendOnce(Secret token) {
			Duration timeout = remaining();
			try {
				return this.prepared.send(token, timeout);
			}
			catch (ConnectApiException ex) {
				this.last = ex;
				throw ex;
			}
		}

		private ConnectSession session() {
			return ConnectTemplate.this.sessions.getSession(remaining());
		}

		private Duration remaining() {
			long remaining = this.endNanos - ConnectTemplate.this.nanos.getAsLong();
			if (remaining <= 0) {
				String id = this.prepared.coordinationId();
				throw new ConnectWaitTimeoutException(
						"No time was left to send " + this.operation + " (coordination id " + id + ")",
						ConnectFailure.transientFailure(this.operation.toString(), null).withCoordinationId(id),
						this.last);
			}
			return Duration.ofNanos(remaining);
		}

		private ConnectOperationException notSent(String why) {
			String id = this.prepared.coordinationId();
			return new ConnectOperationException(
					this.operation + " was not sent: " + why + " (coordination id " + id + ")",
					ConnectFailure.permanentFailure(this.operation.toString(), null).withCoordinationId(id));
		}

	}

}

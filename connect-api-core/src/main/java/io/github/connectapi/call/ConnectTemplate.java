package io.github.connectapi.call;

import java.time.Duration;
import java.util.UUID;
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
import io.github.connectapi.client.PreparedRequest;
import io.github.connectapi.observation.ConnectObservation;
import io.github.connectapi.observation.ConnectObservationContext;
import io.github.connectapi.observation.ConnectObservations;
import io.github.connectapi.operation.ConnectOperation;
import io.github.connectapi.operation.ConnectRequest;
import io.github.connectapi.operation.ConnectResponse;
import io.github.connectapi.retry.Retry;
import io.github.connectapi.session.ConnectSessionManager;

/**
 * Calls an operation with the current session, and repeats the call at most once with
 * another session.
 */
final class ConnectTemplate implements ConnectApi {

	private final ConnectClient client;

	private final ConnectSessionManager sessions;

	private final Retry retry;

	private final LongSupplier nanoClock;

	private final Duration timeout;

	private final boolean applicationSessionsOnly;

	private final ConnectObservations observations;

	ConnectTemplate(ConnectApiBuilder settings, Retry retry) {
		this.client = settings.client;
		this.sessions = settings.sessions;
		this.retry = retry;
		this.nanoClock = settings.nanoClock;
		this.timeout = settings.timeout;
		this.applicationSessionsOnly = settings.applicationSessionsOnly;
		this.observations = settings.observations;
	}

	@Override
	public <T> ConnectResponse<T> exchange(ConnectRequest request, Class<T> resultType) {
		String id = request.coordinationId().orElseGet(() -> UUID.randomUUID().toString());
		ConnectRequest identified = request.withCoordinationId(id);
		return LogContext.execute(id, () -> this.observations.observe(ConnectObservation.CALL,
				request.operation().name(), id, (context) -> new Call<>(identified, resultType, context).execute()));
	}

	/**
	 * Return whether a session is that of a user: it has a secure token or an account,
	 * unlike an application session.
	 */
	private static boolean hasUser(ConnectSession session) {
		return session.secureToken().isPresent() || session.accountId().isPresent();
	}

	/** One call until its deadline. */
	private final class Call<T> {

		private final PreparedRequest<T> request;

		private final ConnectOperation operation;

		private final long deadline = ConnectTemplate.this.nanoClock.getAsLong()
				+ ConnectTemplate.this.timeout.toNanos();

		private final ConnectObservationContext context;

		/** The failure of the last attempt, if there was one. */
		private @Nullable ConnectApiException lastFailure;

		Call(ConnectRequest request, Class<T> resultType, ConnectObservationContext context) {
			this.request = PreparedRequest.of(ConnectTemplate.this.client, request, resultType);
			this.operation = request.operation();
			this.context = context;
		}

		ConnectResponse<T> execute() {
			if (ConnectTemplate.this.applicationSessionsOnly && !this.operation.isApplicationSessionAllowed()) {
				throw notSent("it needs the session of a user, but there are only application sessions");
			}
			ConnectSession session = getSession();
			try {
				return send(session);
			}
			catch (ConnectTokenRejectedException ex) {
				ConnectTemplate.this.sessions.invalidate(session);
				return replay(session, ex);
			}
		}

		private ConnectResponse<T> replay(ConnectSession rejected, ConnectTokenRejectedException rejection) {
			ConnectSession current = rejection.isTokenCompromised() ? rejected : getSession();
			// The manager keeps a session that is too new to be invalidated.
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
			return this.operation.isIdempotent() ? ConnectTemplate.this.retry.call(() -> sendOnce(token), this.deadline)
					: sendOnce(token);
		}

		private Secret tokenOf(ConnectSession session) {
			if (!this.operation.isApplicationSessionAllowed() && !hasUser(session)) {
				throw notSent("it needs the session of a user, but this is an application session");
			}
			return !this.operation.needsSecureToken() ? session.token() : session.secureToken()
				.orElseThrow(() -> notSent("it needs a secure token, but the session has none"));
		}

		private ConnectResponse<T> sendOnce(Secret token) {
			Duration remaining = remainingTime();
			try {
				return this.request.send(token, remaining);
			}
			catch (ConnectApiException ex) {
				this.lastFailure = ex;
				throw ex;
			}
		}

		private ConnectSession getSession() {
			return ConnectTemplate.this.sessions.getSession(remainingTime());
		}

		private Duration remainingTime() {
			long remaining = this.deadline - ConnectTemplate.this.nanoClock.getAsLong();
			if (remaining <= 0) {
				String id = this.request.coordinationId();
				throw new ConnectWaitTimeoutException(
						"No time left to send %s (coordination id %s)".formatted(this.operation, id),
						ConnectFailure.transientFailure(this.operation.name(), null).withCoordinationId(id),
						this.lastFailure);
			}
			return Duration.ofNanos(remaining);
		}

		private ConnectOperationException notSent(String reason) {
			String id = this.request.coordinationId();
			return new ConnectOperationException(
					"%s was not sent: %s (coordination id %s)".formatted(this.operation, reason, id),
					ConnectFailure.permanentFailure(this.operation.name(), null).withCoordinationId(id));
		}

	}

}

package io.github.connectapi.call;

import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.util.Assert;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectExceptionCopier;
import io.github.connectapi.ConnectFailure;
import io.github.connectapi.ConnectOperationException;
import io.github.connectapi.ConnectSession;
import io.github.connectapi.ConnectTokenRejectedException;
import io.github.connectapi.ConnectUnavailableException;
import io.github.connectapi.ConnectWaitTimeoutException;
import io.github.connectapi.UnexpectedFailures;
import io.github.connectapi.Secret;
import io.github.connectapi.client.ConnectClient;
import io.github.connectapi.client.PreparedRequest;
import io.github.connectapi.observation.ConnectObservationDocumentation;
import io.github.connectapi.observation.ConnectObservationContext;
import io.github.connectapi.observation.ConnectObservations;
import io.github.connectapi.operation.ConnectOperation;
import io.github.connectapi.operation.ConnectRequest;
import io.github.connectapi.operation.ConnectResponse;
import io.github.connectapi.retry.Retry;
import io.github.connectapi.session.ConnectSessionManager;

/**
 * Default implementation of {@link ConnectApi}. Calls an operation with the current
 * session, and repeats the call at most once with another session.
 */
final class DefaultConnectApi implements ConnectApi {

	private static final Set<String> INVALID_TOKEN_CODES = Set.of("AUTH-012", "AUTH-021");

	private static final Set<String> ACCEPTED_TOKEN_CODES = Set.of("AUTH-023", "OPERATIONREQUIRESSECURETOKEN");

	private final ConnectClient client;

	private final ConnectSessionManager sessions;

	private final Retry retry;

	private final LongSupplier nanoClock;

	private final Duration timeout;

	private final boolean applicationSessionsOnly;

	private final ConnectObservations observations;

	DefaultConnectApi(ConnectApiBuilder settings, Retry retry) {
		this.client = settings.client;
		this.sessions = settings.sessions;
		this.retry = retry;
		this.nanoClock = settings.nanoClock;
		this.timeout = settings.timeout;
		this.applicationSessionsOnly = settings.applicationSessionsOnly;
		this.observations = ConnectObservations.of(settings.observationRegistry, settings.observationConvention);
	}

	private DefaultConnectApi(DefaultConnectApi other, ConnectSessionManager sessions) {
		this.client = other.client;
		this.sessions = sessions;
		this.retry = other.retry;
		this.nanoClock = other.nanoClock;
		this.timeout = other.timeout;
		// The sessions of users are none of an application.
		this.applicationSessionsOnly = false;
		this.observations = other.observations;
	}

	@Override
	public ConnectApi forSession(ConnectSessionManager sessions) {
		Assert.notNull(sessions, "The session manager must not be null");
		return new DefaultConnectApi(this, sessions);
	}

	@Override
	public <T> ConnectResponse<T> exchange(ConnectRequest request, Class<T> resultType) {
		Assert.notNull(resultType, "The result type must not be null; use Void for none");
		return exchange(request, ParameterizedTypeReference.forType(resultType));
	}

	@Override
	public <T> ConnectResponse<T> exchange(ConnectRequest request, ParameterizedTypeReference<T> resultType) {
		String id = request.coordinationId().orElseGet(() -> UUID.randomUUID().toString());
		ConnectRequest identified = request.withCoordinationId(id);
		return LogContext.execute(id, () -> this.observations.observe(ConnectObservationDocumentation.CALL,
				request.operation().name(), id, (context) -> new Call<>(identified, resultType, context).execute()));
	}

	/**
	 * Return whether a session is that of a user: it has a secure token or an account,
	 * unlike an application session.
	 */
	private static boolean hasUser(ConnectSession session) {
		return session.secureToken().isPresent() || session.accountId().isPresent();
	}

	/** A call with a deadline. */
	private final class Call<T> {

		private final PreparedRequest<T> request;

		private final ConnectOperation operation;

		private final long deadline;

		private final ConnectObservationContext context;

		/** The session of the next attempt; null before the first one. */
		private @Nullable ConnectSession session;

		/** Whether an attempt may have reached the server. */
		private boolean sent;

		/** The failure of the last attempt, if there was one. */
		private @Nullable ConnectApiException lastFailure;

		Call(ConnectRequest request, ParameterizedTypeReference<T> resultType, ConnectObservationContext context) {
			this.deadline = DefaultConnectApi.this.nanoClock.getAsLong()
					+ request.timeout().orElse(DefaultConnectApi.this.timeout).toNanos();
			this.request = PreparedRequest.of(DefaultConnectApi.this.client, request, resultType);
			this.operation = request.operation();
			this.context = context;
		}

		ConnectResponse<T> execute() {
			if (DefaultConnectApi.this.applicationSessionsOnly && !this.operation.isApplicationSessionAllowed()) {
				throw unsuitableSession(
						"%s requires the session of a user, but only application sessions are configured (coordination id %s)"
							.formatted(this.operation, this.request.coordinationId()));
			}
			try {
				return DefaultConnectApi.this.retry.call(this::attempt, this.deadline, this::isRepeatable);
			}
			catch (ConnectApiException ex) {
				// The last failure may be of another attempt, or of a login.
				throw completed(ex);
			}
			catch (RuntimeException | Error ex) {
				if (UnexpectedFailures.isFatal(ex)) {
					throw ex;
				}
				throw completed(new ConnectUnavailableException(
						"%s failed unexpectedly with %s".formatted(this.operation, ex.getClass().getName()),
						ConnectFailure.transientFailure(null, null), ex));
			}
		}

		private ConnectApiException completed(ConnectApiException failure) {
			return ConnectExceptionCopier.completeForCall(failure, this.operation.name(), this.request.coordinationId(),
					!this.sent);
		}

		/** Send the request, and replay it within the same attempt if necessary. */
		private ConnectResponse<T> attempt() {
			ConnectSession current = (this.session != null) ? this.session : getSession();
			this.session = current;
			try {
				ConnectResponse<T> response = send(tokenOf(current));
				DefaultConnectApi.this.sessions.confirm(current);
				return response;
			}
			catch (ConnectOperationException ex) {
				if (!(ex instanceof ConnectTokenRejectedException rejection)) {
					confirmIfAccepted(current, ex);
					throw ex;
				}
				return replay(current, rejection);
			}
		}

		// The server needs another kind of token, so it has accepted this one.
		private void confirmIfAccepted(ConnectSession current, ConnectOperationException failure) {
			if (!failure.isNotSent() && ACCEPTED_TOKEN_CODES.contains(code(failure))) {
				DefaultConnectApi.this.sessions.confirm(current);
			}
		}

		private ConnectResponse<T> replay(ConnectSession current, ConnectTokenRejectedException ex) {
			DefaultConnectApi.this.sessions.invalidate(current);
			if (this.context.isReplayed() || !isReplayable(ex)) {
				throw ex;
			}
			this.session = replacement(current, ex);
			this.context.setReplayed();
			return attempt();
		}

		private ConnectSession replacement(ConnectSession rejected, ConnectTokenRejectedException rejection) {
			ConnectSession current = getSession();
			// The manager ignores reports soon after an accepted one.
			if (current.token().equals(rejected.token())) {
				throw rejection;
			}
			return current;
		}

		/**
		 * Return whether a rejected call may be sent with another token. Other codes than
		 * those of an invalid token do not prove that the call was not executed.
		 */
		private boolean isReplayable(ConnectTokenRejectedException rejection) {
			return !rejection.isTokenCompromised()
					&& (this.operation.isIdempotent() || INVALID_TOKEN_CODES.contains(code(rejection)));
		}

		private static String code(ConnectOperationException failure) {
			return failure.code().orElse("").strip().toUpperCase(Locale.ROOT);
		}

		/** Return whether the call may be sent again after a transient failure. */
		private boolean isRepeatable(ConnectApiException failure) {
			// The manager retries the acquisition of a session itself.
			return failure == this.lastFailure && (this.operation.isIdempotent() || failure.isNotSent());
		}

		private Secret tokenOf(ConnectSession session) {
			if (!this.operation.isApplicationSessionAllowed() && !hasUser(session)) {
				throw unsuitableSession(
						"%s requires the session of a user, but the session is an application session (coordination id %s)"
							.formatted(this.operation, this.request.coordinationId()));
			}
			return !this.operation.needsSecureToken() ? session.token()
					: session.secureToken()
						.orElseThrow(() -> unsuitableSession(
								"%s requires a secure token, but the session has none (coordination id %s)"
									.formatted(this.operation, this.request.coordinationId())));
		}

		private ConnectResponse<T> send(Secret token) {
			Duration remaining = remainingTime();
			try {
				return this.request.send(token, remaining);
			}
			catch (ConnectApiException ex) {
				this.lastFailure = ex;
				this.sent |= !ex.isNotSent();
				throw ex;
			}
		}

		private ConnectSession getSession() {
			return DefaultConnectApi.this.sessions.getSession(remainingTime());
		}

		private Duration remainingTime() {
			long remaining = this.deadline - DefaultConnectApi.this.nanoClock.getAsLong();
			if (remaining <= 0) {
				String id = this.request.coordinationId();
				throw new ConnectWaitTimeoutException(
						"The call timeout expired before %s could be sent (coordination id %s)"
							.formatted(this.operation, id),
						ConnectFailure.transientFailure(this.operation.name(), null)
							.withCoordinationId(id)
							.withNotSent(!this.sent),
						this.lastFailure);
			}
			return Duration.ofNanos(remaining);
		}

		private ConnectOperationException unsuitableSession(String message) {
			return new ConnectOperationException(message,
					ConnectFailure.permanentFailure(this.operation.name(), null)
						.withCoordinationId(this.request.coordinationId())
						.withNotSent(!this.sent));
		}

	}

}

package io.github.connectapi.session;

import java.time.Duration;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.ConnectFailure;
import io.github.connectapi.ConnectProtocolException;
import io.github.connectapi.ConnectSession;
import io.github.connectapi.ConnectTokenRejectedException;
import io.github.connectapi.ConnectUnavailableException;
import io.github.connectapi.Secret;
import io.github.connectapi.client.ConnectClient;
import io.github.connectapi.observation.ConnectObservationDocumentation;
import io.github.connectapi.observation.ConnectObservations;
import io.github.connectapi.retry.Retry;

/**
 * Acquires a session from the Connect API. Renews the previous session if possible, and
 * creates another one if the renewal is rejected. Each acquisition is observed.
 */
final class RemoteSessionAcquirer implements SessionAcquirer {

	private final ConnectClient client;

	private final Retry retry;

	private final SessionScheduler scheduler;

	private final ConnectObservations observations;

	RemoteSessionAcquirer(ConnectClient client, Retry retry, SessionScheduler scheduler,
			ConnectObservations observations) {
		this.client = client;
		this.retry = retry;
		this.scheduler = scheduler;
		this.observations = observations;
	}

	@Override
	public Result acquire(@Nullable CachedSession previous, ConnectCredentials credentials, long deadlineNanos) {
		return acquire(previous, credentials, deadlineNanos, () -> true);
	}

	@Override
	public Result acquire(@Nullable CachedSession previous, ConnectCredentials credentials, long deadlineNanos,
			BooleanSupplier mayRepeat) {
		return this.observations.observe(ConnectObservationDocumentation.ACQUISITION, null, null, (context) -> {
			Attempts attempts = new Attempts(previous, credentials, deadlineNanos, mayRepeat);
			Result result = this.retry.call(attempts::next, deadlineNanos, (failure) -> mayRepeat.getAsBoolean());
			context.setOperation(operation(result, credentials));
			return result;
		});
	}

	private static String operation(Result result, ConnectCredentials credentials) {
		if (credentials.isOAuth2()) {
			return oauth2Operation(result, credentials);
		}
		if (result.renewed()) {
			return "RenewSession";
		}
		return credentials.userName().isPresent() ? "CreateSession" : "CreateApplicationSession";
	}

	private static String oauth2Operation(Result result, ConnectCredentials credentials) {
		if (result.renewed()) {
			return "RefreshTokenGrant";
		}
		return credentials.userName().isPresent() ? "PasswordGrant" : "ClientCredentialsGrant";
	}

	private static boolean isRejection(ConnectApiException failure) {
		return failure instanceof ConnectTokenRejectedException
				|| (failure instanceof ConnectProtocolException && !failure.isTransient());
	}

	/** Return the renewed session with what the server does not repeat. */
	private static ConnectSession complete(CachedSession previous, ConnectSession renewed) {
		ConnectSession session = renewed;
		if (session.accountId().isEmpty()) {
			session = previous.session().accountId().map(session::withAccountId).orElse(session);
		}
		if (session.refreshToken().isEmpty()) {
			session = previous.session()
				.refreshToken()
				.map(Secret::reveal)
				.map(session::withRefreshToken)
				.orElse(session);
		}
		return session;
	}

	/**
	 * The attempts of one acquisition. Once a renewal was rejected, further attempts only
	 * create.
	 */
	private final class Attempts {

		private final ConnectCredentials credentials;

		private final long deadlineNanos;

		private final BooleanSupplier mayRepeat;

		private @Nullable CachedSession previous;

		Attempts(@Nullable CachedSession previous, ConnectCredentials credentials, long deadlineNanos,
				BooleanSupplier mayRepeat) {
			this.previous = previous;
			this.credentials = credentials;
			this.deadlineNanos = deadlineNanos;
			this.mayRepeat = mayRepeat;
		}

		Result next() {
			CachedSession renewable = this.previous;
			if (renewable != null && renewable.isRenewable(now(), this.credentials)) {
				Result renewed = renew(renewable);
				if (renewed != null) {
					return renewed;
				}
			}
			this.previous = null;
			return create();
		}

		/** Return null if the server rejects the renewal or its response is unusable. */
		private @Nullable Result renew(CachedSession renewable) {
			ClockReading sentAt = now();
			try {
				ConnectSession session = renew(renewable.session());
				if (renewable.isExtendedBy(session, sentAt)) {
					return new Result(complete(renewable, session), true, sentAt);
				}
				throw new ConnectTokenRejectedException("The renewal did not extend the session",
						ConnectFailure.permanentFailure(null, null));
			}
			catch (ConnectApiException ex) {
				if (isRejection(ex) && this.mayRepeat.getAsBoolean()) {
					return null;
				}
				throw ex;
			}
		}

		private ConnectSession renew(ConnectSession session) {
			ConnectClient client = RemoteSessionAcquirer.this.client;
			return this.credentials.isOAuth2()
					? client.refreshToken(session.refreshToken().orElseThrow(), this.credentials, remaining())
					: client.renewSession(session.secureToken().orElseThrow(), this.credentials, remaining());
		}

		private Result create() {
			Duration timeout = remaining();
			ClockReading sentAt = now();
			return new Result(create(timeout), false, sentAt);
		}

		private ConnectSession create(Duration timeout) {
			ConnectClient client = RemoteSessionAcquirer.this.client;
			if (this.credentials.isOAuth2()) {
				return client.requestToken(this.credentials, timeout);
			}
			return this.credentials.userName().isPresent() ? client.createSession(this.credentials, timeout)
					: client.createApplicationSession(this.credentials, timeout);
		}

		private Duration remaining() {
			long remaining = this.deadlineNanos - RemoteSessionAcquirer.this.scheduler.nanos();
			if (remaining <= 0) {
				throw new ConnectUnavailableException("The acquisition deadline has passed",
						ConnectFailure.transientFailure(null, null));
			}
			return Duration.ofNanos(remaining);
		}

		private ClockReading now() {
			return RemoteSessionAcquirer.this.scheduler.now();
		}

	}

}

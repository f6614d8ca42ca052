package io.github.connectapi.session;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.LongSupplier;

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
import io.github.connectapi.retry.Retry;

/**
 * Asks the Connect API: renews what can be renewed, and if that is refused creates, once.
 */
final class RemoteAcquisition implements Acquisition {

	private final ConnectClient client;

	private final Retry retry;

	private final LongSupplier nanos;

	private final InstantSource clock;

	RemoteAcquisition(ConnectClient client, Retry retry, LongSupplier nanos, InstantSource clock) {
		this.client = client;
		this.retry = retry;
		this.nanos = nanos;
		this.clock = clock;
	}

	@Override
	public Acquired acquire(@Nullable CachedSession previous, ConnectCredentials credentials, long endNanos) {
		Run run = new Run(previous, credentials, endNanos);
		return this.retry.call(run::attempt, endNanos);
	}

	/** One acquisition; remembers between its attempts that the renewal was refused. */
	private final class Run {

		private final ConnectCredentials credentials;

		private final long endNanos;

		private @Nullable CachedSession previous;

		Run(@Nullable CachedSession previous, ConnectCredentials credentials, long endNanos) {
			this.previous = previous;
			this.credentials = credentials;
			this.endNanos = endNanos;
		}

		Acquired attempt() {
			CachedSession renewable = this.previous;
			if (renewable != null && renewable.isRenewable(now(), this.credentials)) {
				Acquired renewed = renew(renewable);
				if (renewed != null) {
					return renewed;
				}
			}
			this.previous = null;
			return create();
		}

		/** Answers null if the renewal is refused, by the server or by us. */
		private @Nullable Acquired renew(CachedSession renewable) {
			Secret secureToken = renewable.session().secureToken().orElseThrow();
			ClockReading sent = now();
			try {
				ConnectSession session = RemoteAcquisition.this.client.renewSession(secureToken, this.credentials,
						remaining());
				return renewable.isExtendedBy(session, sent)
						? new Acquired(withAccountOf(renewable, session), true, sent) : null;
			}
			catch (ConnectApiException ex) {
				if (isRefusal(ex)) {
					return null;
				}
				throw ex;
			}
		}

		private Acquired create() {
			Duration timeout = remaining();
			ClockReading sent = now();
			ConnectSession session = this.credentials.userName().isPresent()
					? RemoteAcquisition.this.client.createSession(this.credentials, timeout)
					: RemoteAcquisition.this.client.createApplicationSession(this.credentials, timeout);
			return new Acquired(session, false, sent);
		}

		private Duration remaining() {
			long remaining = this.endNanos - RemoteAcquisition.this.nanos.getAsLong();
			if (remaining <= 0) {
				throw new ConnectUnavailableException("The acquisition's deadline has passed",
						ConnectFailure.transientFailure(null, null));
			}
			return Duration.ofNanos(remaining);
		}

		private ClockReading now() {
			return ClockReading.now(RemoteAcquisition.this.nanos, RemoteAcquisition.this.clock);
		}

	}

	private static boolean isRefusal(ConnectApiException failure) {
		return failure instanceof ConnectTokenRejectedException
				|| (failure instanceof ConnectProtocolException && !failure.isTransient());
	}

	private static ConnectSession withAccountOf(CachedSession previous, ConnectSession session) {
		Optional<String> accountId = previous.session().accountId();
		return session.accountId().isPresent() ? session : accountId.map(session::withAccountId).orElse(session);
	}

}

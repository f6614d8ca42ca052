package io.github.connectapi.autoconfigure.health;

import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

import io.github.connectapi.session.ConnectSessionManager;
import io.github.connectapi.session.ConnectSessionSnapshot;
import io.github.connectapi.session.ConnectSessionSnapshot.LastFailure;

/**
 * {@link HealthIndicator} for a session. Reads the snapshot of the manager and never uses
 * the network. The status is up if there is a valid session, even if its renewal fails;
 * down if there is none and the last acquisition failed; and unknown otherwise. The
 * details contain no secret.
 */
public final class ConnectHealthIndicator extends AbstractHealthIndicator {

	private final ConnectSessionManager manager;

	private final Supplier<Map<String, String>> reloadFailures;

	/**
	 * Create an indicator.
	 * @param manager the manager of the session
	 */
	public ConnectHealthIndicator(ConnectSessionManager manager) {
		this(manager, Map::of);
	}

	ConnectHealthIndicator(ConnectSessionManager manager, Supplier<Map<String, String>> reloadFailures) {
		super("Connect session health check failed");
		this.manager = manager;
		this.reloadFailures = reloadFailures;
	}

	@Override
	protected void doHealthCheck(Health.Builder builder) {
		ConnectSessionSnapshot snapshot = this.manager.snapshot();
		switch (snapshot.state()) {
			case VALID -> builder.up();
			case FAILED -> builder.down();
			case NONE, CLOSED -> builder.unknown();
		}
		builder.withDetail("generation", snapshot.generation());
		add(builder, "accountId", snapshot.accountId());
		add(builder, "expiresAt", snapshot.expiresAt());
		add(builder, "renewalDueAt", snapshot.renewalDueAt());
		add(builder, "lastSuccessAt", snapshot.lastSuccessAt());
		if (snapshot.abandonedAcquisitions() > 0) {
			builder.withDetail("abandonedAcquisitions", snapshot.abandonedAcquisitions());
		}
		ConnectSessionSnapshot.Sharing sharing = snapshot.sharing();
		if (sharing != null) {
			builder.withDetail("ownSession", sharing.ownSession());
			builder.withDetail("storeAvailable", sharing.storeAvailable());
		}
		LastFailure failure = snapshot.lastFailure();
		if (failure != null) {
			addFailure(builder, failure);
			add(builder, "nextAttemptAt", snapshot.nextAttemptAt());
		}
		Map<String, String> failures = this.reloadFailures.get();
		if (!failures.isEmpty()) {
			builder.withDetail("reloadFailures", failures);
		}
	}

	private static void addFailure(Health.Builder builder, LastFailure failure) {
		add(builder, "operation", failure.operation());
		add(builder, "code", failure.code());
		add(builder, "message", failure.message());
		add(builder, "coordinationId", failure.coordinationId());
		add(builder, "failedAt", failure.at());
		builder.withDetail("consecutiveFailures", failure.consecutiveFailures());
		builder.withDetail("credentialsRejected", failure.credentialsRejected());
	}

	// A timestamp is added as a string, so that its format does not depend on the writer.
	private static void add(Health.Builder builder, String name, @Nullable Object value) {
		if (value != null) {
			builder.withDetail(name, (value instanceof Instant) ? value.toString() : value);
		}
	}

}

package io.github.connectapi.autoconfigure.health;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

import io.github.connectapi.session.ConnectSessionManager;
import io.github.connectapi.session.ConnectSessionSnapshot;
import io.github.connectapi.session.ConnectSessionSnapshot.LastFailure;

/**
 * The health of a session, read from the manager's snapshot and never from the network.
 * Up while there is a valid session, whatever its renewal is doing; down when there is
 * none and the last acquisition failed; unknown when none was asked for. The details tell
 * when and why, and contain no secret.
 */
public final class ConnectHealthIndicator extends AbstractHealthIndicator {

	private final ConnectSessionManager manager;

	/**
	 * Makes an indicator.
	 * @param manager whose session to look at
	 */
	public ConnectHealthIndicator(ConnectSessionManager manager) {
		super("The state of the Connect session cannot be read");
		this.manager = manager;
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
		LastFailure failure = snapshot.lastFailure();
		if (failure != null) {
			addFailure(builder, failure);
			add(builder, "nextAttemptAt", snapshot.nextAttemptAt());
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

	/** A moment as text, so that it looks the same whatever writes it. */
	private static void add(Health.Builder builder, String name, @Nullable Object value) {
		if (value != null) {
			builder.withDetail(name, (value instanceof Instant) ? value.toString() : value);
		}
	}

}

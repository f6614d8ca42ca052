package io.github.connectapi.autoconfigure.health;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

import io.github.connectapi.user.ConnectSessions;
import io.github.connectapi.user.ConnectSessionsSnapshot;

/**
 * {@link HealthIndicator} for the sessions of many users as a whole. Reads a snapshot and
 * never uses the network. The status is down while all users back off, and while a system
 * is rejected and no user has a valid session. Otherwise it is up: the failure of one
 * user does not concern the others. The details contain neither a key nor a secret.
 */
final class ConnectUsersHealthIndicator extends AbstractHealthIndicator {

	private final ConnectSessions sessions;

	/**
	 * Create an indicator.
	 * @param sessions the sessions of the users
	 */
	ConnectUsersHealthIndicator(ConnectSessions sessions) {
		super("Connect health check of users failed");
		this.sessions = sessions;
	}

	@Override
	protected void doHealthCheck(Health.Builder builder) {
		ConnectSessionsSnapshot snapshot = this.sessions.snapshot();
		boolean rejected = snapshot.rejectedSystems() > 0 && snapshot.valid() == 0;
		if (snapshot.outage() || rejected) {
			builder.down();
		}
		else {
			builder.up();
		}
		builder.withDetail("users", snapshot.users());
		builder.withDetail("valid", snapshot.valid());
		builder.withDetail("failed", snapshot.failed());
		builder.withDetail("acquiring", snapshot.acquiring());
		builder.withDetail("queuedAcquisitions", snapshot.queuedAcquisitions());
		builder.withDetail("rejectedSystems", snapshot.rejectedSystems());
		builder.withDetail("outage", snapshot.outage());
		if (snapshot.abandonedAcquisitions() > 0) {
			builder.withDetail("abandonedAcquisitions", snapshot.abandonedAcquisitions());
		}
		ConnectSessionsSnapshot.Sharing sharing = snapshot.sharing();
		if (sharing != null) {
			builder.withDetail("ownSessions", sharing.ownSessions());
			builder.withDetail("storeAvailable", sharing.storeAvailable());
		}
	}

}

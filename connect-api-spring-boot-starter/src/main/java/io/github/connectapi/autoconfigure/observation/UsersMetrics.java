package io.github.connectapi.autoconfigure.observation;

import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.ToDoubleFunction;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.jspecify.annotations.Nullable;

import io.github.connectapi.user.ConnectSessions;
import io.github.connectapi.user.ConnectSessionsSnapshot;

/**
 * Binder for meters of the sessions of many users. They count users and never contain a
 * key. All meters of one scrape read the same snapshot, because its duration is
 * proportional to the number of users. Thread-safe.
 */
final class UsersMetrics implements MeterBinder {

	/** How long a snapshot is used. Scrapes are less frequent. */
	static final Duration MAX_AGE = Duration.ofSeconds(1);

	private final ConnectSessions sessions;

	private final Iterable<Tag> tags;

	private final LongSupplier nanos;

	private @Nullable ConnectSessionsSnapshot snapshot;

	private long snapshotNanos;

	UsersMetrics(ConnectSessions sessions, Iterable<Tag> tags, LongSupplier nanos) {
		this.sessions = sessions;
		this.tags = tags;
		this.nanos = nanos;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		state(registry, "valid", ConnectSessionsSnapshot::valid);
		state(registry, "failed", ConnectSessionsSnapshot::failed);
		state(registry, "none", (snapshot) -> snapshot.users() - snapshot.valid() - snapshot.failed());
		gauge(registry, "getty.connect.users.acquiring", "Users whose acquisition waits or runs",
				ConnectSessionsSnapshot::acquiring);
		gauge(registry, "getty.connect.users.queued", "Acquisitions of users that wait for a thread",
				ConnectSessionsSnapshot::queuedAcquisitions);
		gauge(registry, "getty.connect.users.abandoned.acquisitions",
				"Acquisitions of users that still run after their deadline",
				ConnectSessionsSnapshot::abandonedAcquisitions);
		gauge(registry, "getty.connect.users.backoffs", "Users that are remembered because of a failure or a report",
				ConnectSessionsSnapshot::backoffs);
		gauge(registry, "getty.connect.users.rejected.systems", "System ids whose users all back off",
				ConnectSessionsSnapshot::rejectedSystems);
		gauge(registry, "getty.connect.users.outage", "1 if all users back off, otherwise 0",
				(snapshot) -> snapshot.outage() ? 1 : 0);
		if (this.sessions.snapshot().sharing() != null) {
			gauge(registry, "getty.connect.users.own",
					"Users with a session of this instance instead of the shared one", UsersMetrics::ownSessions);
			gauge(registry, "getty.connect.users.store.available",
					"1 if the store of the sessions of users responds, otherwise 0", UsersMetrics::storeAvailable);
		}
		FunctionCounter.builder("getty.connect.users.evictions", this, valueOf(ConnectSessionsSnapshot::evictions))
			.description("Sessions of users that were evicted")
			.tags(this.tags)
			.register(registry);
	}

	private static double ownSessions(ConnectSessionsSnapshot snapshot) {
		ConnectSessionsSnapshot.Sharing sharing = snapshot.sharing();
		return (sharing != null) ? sharing.ownSessions() : 0;
	}

	private static double storeAvailable(ConnectSessionsSnapshot snapshot) {
		ConnectSessionsSnapshot.Sharing sharing = snapshot.sharing();
		return (sharing != null && sharing.storeAvailable()) ? 1 : 0;
	}

	private void state(MeterRegistry registry, String state, ToDoubleFunction<ConnectSessionsSnapshot> value) {
		Gauge.builder("getty.connect.users", this, valueOf(value))
			.description("Users in memory by the state of their session")
			.tags(this.tags)
			.tag("state", state)
			.register(registry);
	}

	private void gauge(MeterRegistry registry, String name, String description,
			ToDoubleFunction<ConnectSessionsSnapshot> value) {
		Gauge.builder(name, this, valueOf(value)).description(description).tags(this.tags).register(registry);
	}

	private static ToDoubleFunction<UsersMetrics> valueOf(ToDoubleFunction<ConnectSessionsSnapshot> value) {
		return (metrics) -> value.applyAsDouble(metrics.snapshot());
	}

	private synchronized ConnectSessionsSnapshot snapshot() {
		long now = this.nanos.getAsLong();
		ConnectSessionsSnapshot current = this.snapshot;
		if (current == null || now - this.snapshotNanos >= MAX_AGE.toNanos()) {
			current = this.sessions.snapshot();
			this.snapshot = current;
			this.snapshotNanos = now;
		}
		return current;
	}

}

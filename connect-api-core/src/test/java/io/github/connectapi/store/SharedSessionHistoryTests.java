package io.github.connectapi.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectSession;
import io.github.connectapi.Secret;
import io.github.connectapi.test.time.ManualTime;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Random histories of instances, with faults of the store, the server, the instances and
 * the clock of the store. Each is checked against what must always hold.
 */
class SharedSessionHistoryTests {

	private static final int HISTORIES = 200;

	private static final int STEPS = 150;

	private static final int INSTANCES = 5;

	static IntStream seeds() {
		return IntStream.range(0, HISTORIES);
	}

	@MethodSource("seeds")
	@ParameterizedTest
	void whenAnythingHappensThenInvariantsHold(int seed) {
		new History(seed).run();
	}

	/** One history. */
	private static final class History {

		private final Random random;

		private final ManualTime time = ManualTime.create();

		private final SwitchableStore store = new SwitchableStore(new InMemorySessionStore(this.time.clock()));

		private final SharedRecordKey key = SharedRecords.key();

		private final List<FleetInstance> instances = new ArrayList<>();

		/** When the server issued each token. */
		private final Map<Secret, Long> issuedNanos = new HashMap<>();

		private final Map<FleetInstance, Set<Secret>> reported = new HashMap<>();

		private final Set<Secret> revoked = new HashSet<>();

		private boolean serverFails;

		private int logins;

		History(int seed) {
			this.random = new Random(seed);
			for (int i = 0; i < INSTANCES; i++) {
				this.instances.add(newInstance());
			}
		}

		private FleetInstance newInstance() {
			FleetInstance instance = new FleetInstance(this.store,
					SharedSessionSettings.defaults()
						.withNamespace("shop")
						.withSecret("0123456789abcdef0123456789abcdef"),
					this.time.nanos(), this.time.scheduler(), this.time::advance, this::login);
			this.reported.put(instance, new HashSet<>());
			return instance;
		}

		private ConnectSession login() {
			this.logins++;
			if (this.serverFails) {
				throw new io.github.connectapi.ConnectUnavailableException("unavailable",
						io.github.connectapi.ConnectFailure.transientFailure("CreateSession", null));
			}
			ConnectSession session = ConnectSession.of("token-" + this.logins, FleetInstance.LIFETIME)
				.withSecureToken("secure-" + this.logins);
			this.issuedNanos.put(session.token(), this.time.nanos().getAsLong());
			return session;
		}

		void run() {
			for (int i = 0; i < STEPS; i++) {
				step(this.instances.get(this.random.nextInt(INSTANCES)));
				this.instances.forEach(this::check);
			}
			converge();
		}

		private void step(FleetInstance instance) {
			switch (this.random.nextInt(16)) {
				case 0 -> this.store.available = !this.store.available;
				case 1 -> this.serverFails = this.random.nextInt(4) == 0;
				case 2 -> this.instances.set(this.instances.indexOf(instance), newInstance());
				case 3 -> this.time.adjustWallClock(Duration.ofSeconds(this.random.nextInt(-30, 31)));
				case 4 -> revoke(instance);
				case 5 -> lose();
				case 6, 7, 8 -> instance.poll();
				case 9, 10, 11 -> this.time.advance(Duration.ofSeconds(this.random.nextInt(1, 400)));
				default -> use(instance);
			}
			expire(instance);
		}

		/** Call the server, which accepts or rejects the token. */
		private void use(FleetInstance instance) {
			if (instance.session == null || this.random.nextInt(5) == 0) {
				acquire(instance);
			}
			ConnectSession session = instance.session;
			if (session != null && this.revoked.contains(session.token())) {
				this.reported.get(instance).add(session.token());
				instance.report();
			}
			else {
				instance.accept();
			}
		}

		private void acquire(FleetInstance instance) {
			try {
				instance.acquire();
			}
			catch (ConnectApiException ex) {
				// The manager of the instance backs off.
			}
		}

		private void revoke(FleetInstance instance) {
			if (instance.session != null) {
				this.revoked.add(instance.session.token());
			}
		}

		private void lose() {
			if (this.store.available) {
				this.store.clear(this.key.id(), this.time);
			}
		}

		// The manager of an instance ends a session by its own clock.
		private void expire(FleetInstance instance) {
			if (instance.session != null && age(instance.session).compareTo(FleetInstance.LIFETIME) >= 0) {
				instance.session = null;
			}
		}

		private Duration age(ConnectSession session) {
			return Duration
				.ofNanos(this.time.nanos().getAsLong() - Objects.requireNonNull(this.issuedNanos.get(session.token())));
		}

		private void check(FleetInstance instance) {
			expire(instance);
			ConnectSession session = instance.session;
			if (session != null) {
				assertThat(this.issuedNanos).as("only tokens of the server").containsKey(session.token());
				assertThat(this.reported.get(instance)).as("no reported token").doesNotContain(session.token());
			}
		}

		/** Without faults, all instances use one session again. */
		private void converge() {
			this.store.available = true;
			this.serverFails = false;
			this.revoked.clear();
			this.time.advance(Duration.ofHours(2));
			this.instances.forEach(this::expire);
			for (int round = 0; round < 4; round++) {
				for (FleetInstance instance : this.instances) {
					if (instance.session == null) {
						acquire(instance);
					}
					instance.poll();
					instance.accept();
				}
				this.time.advance(Duration.ofSeconds(10));
			}
			List<@Nullable ConnectSession> sessions = this.instances.stream().map((each) -> each.session).toList();
			assertThat(sessions).doesNotContainNull();
			assertThat(new HashSet<>(sessions)).as("one session").hasSize(1);
			int before = this.logins;
			this.time.advance(Duration.ofMinutes(25));
			this.instances.forEach(this::acquire);
			assertThat(this.logins - before).as("renewals of all instances").isEqualTo(1);
		}

	}

}

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
import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.ConnectSession;
import io.github.connectapi.Secret;
import io.github.connectapi.test.time.ManualTime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.mockito.Mockito.mock;

/**
 * Random histories of instances, with faults of the store, the server, the instances,
 * their credentials and the clock of the store. Each is checked against what must always
 * hold:
 * <ul>
 * <li>No instance uses a token of other credentials, or one that it reported.</li>
 * <li>No instance uses a session beyond its age, except for the time by which the clock
 * of the store was set back.</li>
 * <li>An instance logs in once at most for an acquisition, and never if the store has a
 * session that it may adopt.</li>
 * <li>Whatever happened before, some instance acquires a session as soon as no back-off
 * prevents it, and then all use one session, which one of them renews.</li>
 * </ul>
 */
class SharedSessionHistoryTests {

	private static final int HISTORIES = 200;

	private static final int STEPS = 150;

	private static final int INSTANCES = 5;

	private static final ConnectCredentials ROTATED = ConnectCredentials.of("system", "system-password", "user",
			"rotated-password");

	private static final Duration ROUNDING = Duration.ofMillis(10);

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

		/** How far the clock of the store had been set back when each was issued. */
		private final Map<Secret, Duration> setBackBefore = new HashMap<>();

		private final Map<Secret, ConnectCredentials> owners = new HashMap<>();

		private final Map<FleetInstance, Set<Secret>> reported = new HashMap<>();

		/** The tokens that each instance has replaced. */
		private final Map<FleetInstance, Set<Secret>> replaced = new HashMap<>();

		private final SharedSessionPolicy policy = new SharedSessionPolicy(Duration.ofSeconds(30),
				mock(SharedBackoff.class));

		private Duration setBack = Duration.ZERO;

		private @Nullable FleetInstance acquiring;

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
			this.replaced.put(instance, new HashSet<>());
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
			this.setBackBefore.put(session.token(), this.setBack);
			this.owners.put(session.token(), Objects.requireNonNull(this.acquiring).credentials);
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
			switch (this.random.nextInt(17)) {
				case 0 -> this.store.available = !this.store.available;
				case 1 -> this.serverFails = this.random.nextInt(4) == 0;
				case 2 -> this.instances.set(this.instances.indexOf(instance), newInstance());
				case 3 -> adjustClock(Duration.ofSeconds(this.random.nextInt(-30, 31)));
				case 4 -> revoke(instance);
				case 5 -> lose();
				case 6, 7, 8 -> instance.poll();
				case 16 -> rotate(instance);
				case 9, 10, 11 -> this.time.advance(Duration.ofSeconds(this.random.nextInt(1, 400)));
				default -> use(instance);
			}
			instance.expire();
		}

		private void adjustClock(Duration difference) {
			this.setBack = difference.isNegative() ? this.setBack.minus(difference) : this.setBack;
			this.time.adjustWallClock(difference);
		}

		/** Give an instance other credentials, with which it starts anew. */
		private void rotate(FleetInstance instance) {
			instance.credentials = instance.credentials.equals(ROTATED) ? SharedRecords.CREDENTIALS : ROTATED;
			instance.session = null;
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
			ConnectSession before = instance.session;
			boolean adoptable = before == null && hasAdoptableSession(instance);
			int loginsBefore = this.logins;
			this.acquiring = instance;
			try {
				if (!instance.acquire().adopted() && before != null) {
					this.replaced.get(instance).add(before.token());
				}
			}
			catch (ConnectApiException ex) {
				// The manager of the instance backs off.
			}
			assertThat(this.logins - loginsBefore).as("logins of an acquisition")
				.isLessThanOrEqualTo(adoptable ? 0 : 1);
		}

		private boolean hasAdoptableSession(FleetInstance instance) {
			if (!this.store.available) {
				return false;
			}
			long now = this.time.clock().millis();
			SharedRecord record = record(instance.credentials);
			ConnectSession session = record.session();
			return session != null && this.policy.isUsable(record, now)
					&& !this.reported.get(instance).contains(session.token())
					&& !this.replaced.get(instance).contains(session.token());
		}

		private SharedRecord record(ConnectCredentials credentials) {
			return new SharedRecordStore(this.store, SharedRecords.key(credentials), "test", this.time.nanos()).read()
				.content();
		}

		private void revoke(FleetInstance instance) {
			if (instance.session != null) {
				this.revoked.add(instance.session.token());
			}
		}

		private void lose() {
			if (this.store.available) {
				this.store.clear(this.key.id(), this.time);
				this.store.clear(SharedRecords.key(ROTATED).id(), this.time);
			}
		}

		private Duration age(ConnectSession session) {
			return Duration
				.ofNanos(this.time.nanos().getAsLong() - Objects.requireNonNull(this.issuedNanos.get(session.token())));
		}

		private void check(FleetInstance instance) {
			instance.expire();
			ConnectSession session = instance.session;
			if (session != null) {
				assertThat(this.owners.get(session.token())).as("credentials").isEqualTo(instance.credentials);
				Duration allowed = this.setBack.minus(Objects.requireNonNull(this.setBackBefore.get(session.token())));
				assertThat(age(session)).as("age").isLessThan(FleetInstance.LIFETIME.plus(allowed).plus(ROUNDING));
				assertThat(this.issuedNanos).as("only tokens of the server").containsKey(session.token());
				assertThat(this.reported.get(instance)).as("no reported token").doesNotContain(session.token());
			}
		}

		/** No back-off lasts longer than an hour. */
		private void someInstanceAcquires() {
			for (int minute = 0; minute <= 60; minute++) {
				for (FleetInstance instance : this.instances) {
					instance.session = null;
					acquire(instance);
				}
				if (this.instances.stream().anyMatch((each) -> each.session != null)) {
					return;
				}
				this.time.advance(Duration.ofMinutes(1));
			}
			fail("No instance has acquired a session");
		}

		/** Without faults, all instances use one session again. */
		private void converge() {
			this.store.available = true;
			this.serverFails = false;
			this.revoked.clear();
			this.instances.forEach((each) -> {
				if (each.credentials.equals(ROTATED)) {
					rotate(each);
				}
			});
			someInstanceAcquires();
			this.time.advance(Duration.ofHours(2));
			this.instances.forEach(FleetInstance::expire);
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

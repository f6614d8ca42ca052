package io.github.connectapi.user;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.ConnectCredentialsRejectedException;
import io.github.connectapi.ConnectFailure;
import io.github.connectapi.ConnectUnavailableException;
import io.github.connectapi.test.time.ManualTime;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the memory of back-offs.
 */
class UserBackoffsTests {

	private static final ConnectFailure REJECTED = ConnectFailure.permanentFailure("CreateSession",
			"InvalidUsernameOrPassword");

	private static final ConnectFailure DOWN = ConnectFailure.transientFailure("RenewSession", null);

	private final ManualTime time = ManualTime.create();

	private final UserBackoffs backoffs = new UserBackoffs(1000, this.time.nanos());

	@Test
	void whenSavedThenARejectionIsRestored() {
		long fingerprint = this.backoffs.fingerprint(credentials("wrong"));
		UserBackoff saved = new UserBackoff(new ConnectCredentialsRejectedException("message", REJECTED), seconds(10),
				seconds(120), 3, 2, fingerprint, 1, seconds(20), seconds(5), seconds(60));
		this.backoffs.save("user", saved);

		UserBackoff found = this.backoffs.find("user");

		assertThat(found).usingRecursiveComparison().ignoringFields("failure").isEqualTo(saved);
		assertThat(found.failure()).isInstanceOf(ConnectCredentialsRejectedException.class)
			.hasMessage("CreateSession of this user failed earlier (code InvalidUsernameOrPassword)");
		assertThat(found.failure().failure()).isEqualTo(REJECTED);
	}

	@Test
	void whenSavedThenAnOutageWithRetryAfterIsRestored() {
		this.backoffs.save("user", backoff(DOWN.withRetryAfter(Duration.ofSeconds(7)), 0, 7));

		UserBackoff found = this.backoffs.find("user");

		assertThat(found.failure()).isInstanceOf(ConnectUnavailableException.class)
			.hasMessage("RenewSession of this user failed earlier");
		assertThat(found.failure().failure()).isEqualTo(DOWN.withRetryAfter(Duration.ofSeconds(7)));
	}

	@Test
	void whenOnlyAReportIsSavedThenThereIsNoFailure() {
		this.backoffs.save("user", new UserBackoff(null, 0, 0, 0, 0, 0, 0, 0, seconds(5), seconds(3600)));

		UserBackoff found = this.backoffs.find("user");

		assertThat(found.failure()).isNull();
		assertThat(found.reportedNanos()).isEqualTo(seconds(5));
		assertThat(found.windowNanos()).isEqualTo(seconds(3600));
	}

	@Test
	void whenNothingIsWorthSavingThenTheRecordIsCleared() {
		this.backoffs.save("user", backoff(DOWN, 0, 1));
		this.backoffs.save("user", new UserBackoff(null, 0, 0, 0, 0, 0, 0, 0, 0, 0));

		assertThat(this.backoffs.find("user")).isNull();
		assertThat(this.backoffs.size()).isZero();
	}

	@Test
	void whenRoundedThenTheBackoffIsNotShorter() {
		Random random = new Random(17);
		for (int i = 0; i < 1000; i++) {
			long failed = (long) (random.nextDouble() * seconds(1_000_000));
			long delay = (long) (random.nextDouble() * seconds(86_400));
			this.backoffs.save("user", backoff(DOWN, failed, delay, 1));
			UserBackoff found = this.backoffs.find("user");

			long end = found.failedNanos() + found.delayNanos();
			assertThat(end - (failed + delay)).isBetween(0L, TimeUnit.MILLISECONDS.toNanos(1));
		}
	}

	@ParameterizedTest
	@ValueSource(longs = { Long.MIN_VALUE, -1, Long.MAX_VALUE - 1_000_000 })
	void whenTheMonotonicClockOverflowsThenTimesAreRestored(long start) {
		UserBackoffs memory = new UserBackoffs(10, () -> start);
		UserBackoff saved = new UserBackoff(new ConnectUnavailableException("message", DOWN), start + seconds(10),
				seconds(120), 1, 0, 0, 0, start + seconds(11), start + seconds(12), seconds(60));
		memory.save("user", saved);

		assertThat(memory.find("user")).usingRecursiveComparison().ignoringFields("failure").isEqualTo(saved);
	}

	@Test
	void whenNumbersAreLargeThenTheyAreLimited() {
		this.backoffs.save("user", new UserBackoff(new ConnectUnavailableException("message", DOWN), 0, seconds(1),
				Integer.MAX_VALUE, 5000, 0, 9, 0, 0, 0));

		assertThat(this.backoffs.find("user"))
			.extracting(UserBackoff::failures, UserBackoff::rejections, UserBackoff::credentialChanges)
			.containsExactly(4095, 4095, 3);
	}

	@Test
	void whenThereAreManyCodesThenFurtherOnesAreNotRemembered() {
		for (int i = 0; i < 500; i++) {
			ConnectFailure failure = ConnectFailure.permanentFailure("CreateSession", "Code-" + i);
			this.backoffs.save("user-" + i, new UserBackoff(new ConnectCredentialsRejectedException("message", failure),
					0, seconds(1), 1, 1, 1, 0, 0, 0, 0));
		}

		assertThat(this.backoffs.find("user-0").failure().code()).hasValue("Code-0");
		assertThat(this.backoffs.find("user-499").failure()).isInstanceOf(ConnectCredentialsRejectedException.class)
			.hasMessage("An acquisition of this user failed earlier");
	}

	@Test
	void whenFullThenTheBackoffThatEndedFirstIsRemoved() {
		UserBackoffs memory = new UserBackoffs(3, this.time.nanos());
		memory.save("second", backoff(DOWN, 0, 20));
		memory.save("first", backoff(DOWN, 5, 10));
		memory.save("third", backoff(DOWN, 0, 30));
		memory.save("fourth", backoff(DOWN, 0, 1));

		assertThat(memory.find("first")).isNull();
		assertThat(memory.find("second")).isNotNull();
		assertThat(memory.find("third")).isNotNull();
		assertThat(memory.find("fourth")).isNotNull();
		assertThat(memory.evictions()).isOne();
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 40, 300 })
	void whenUsedAtRandomThenItBehavesLikeAMap(int maxRecords) {
		UserBackoffs memory = new UserBackoffs(maxRecords, this.time.nanos());
		Map<String, Integer> model = new HashMap<>();
		Random random = new Random(18);
		int evictions = 0;
		for (int i = 0; i < 10_000; i++) {
			String key = "user-" + random.nextInt(200);
			if (random.nextInt(3) > 0) {
				// Each end is different, so that it is certain which one is first.
				int end = 1 + i * 7919 % 10_007;
				model.remove(key);
				if (model.size() == maxRecords) {
					model.remove(model.entrySet().stream().min(Map.Entry.comparingByValue()).orElseThrow().getKey());
					evictions++;
				}
				model.put(key, end);
				memory.save(key, backoff(DOWN, 0, end));
			}
			else if (random.nextInt(3) > 0) {
				Integer expected = model.get(key);
				UserBackoff found = memory.find(key);
				assertThat((found != null) ? found.delayNanos() / seconds(1) : null)
					.isEqualTo((expected != null) ? expected.longValue() : null);
			}
			else {
				model.remove(key);
				memory.clear(key);
			}
			assertThat(memory.size()).isEqualTo(model.size());
		}
		assertThat(memory.evictions()).isEqualTo(evictions);
	}

	@Test
	void whenManyAreSavedThenEachIsFoundUntilTheMaximum() {
		UserBackoffs memory = new UserBackoffs(20_000, this.time.nanos());
		IntStream.range(0, 18_000).forEach((i) -> memory.save("user-" + i, backoff(DOWN, 0, 1 + i % 3600)));
		assertThat(IntStream.range(0, 18_000))
			.allMatch((i) -> memory.find("user-" + i).delayNanos() == seconds(1 + i % 3600));
		IntStream.range(0, 40_000).forEach((i) -> memory.save("other-" + i, backoff(DOWN, 0, 1)));

		assertThat(memory.size()).isEqualTo(20_000);
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 16, 17, 6250, 100_000 })
	void whenATableIsFullThenARecordUses64Bytes(int maxRecords) {
		BackoffTable table = new BackoffTable(maxRecords);
		assertThat(table.bytes()).isZero();
		for (int i = 0; i < 2 * maxRecords; i++) {
			table.put(i * 31L, i, new long[] { 0, i, 0, 0 });
		}

		assertThat(table.bytes()).isEqualTo(64L * maxRecords);
	}

	@Test
	@Timeout(60)
	void whenUsedByManyThreadsThenEachFindsItsOwnRecords() throws Exception {
		UserBackoffs memory = new UserBackoffs(10_000, this.time.nanos());
		CountDownLatch failed = new CountDownLatch(1);
		Thread[] threads = IntStream.range(0, 4).mapToObj((thread) -> new Thread(() -> {
			Random random = new Random(thread);
			for (int i = 0; i < 5000; i++) {
				String key = thread + "-" + random.nextInt(100);
				int delay = 1 + random.nextInt(1000);
				memory.save(key, backoff(DOWN, 0, delay));
				UserBackoff found = memory.find(key);
				if (found == null || found.delayNanos() != seconds(delay)) {
					failed.countDown();
				}
				if (random.nextBoolean()) {
					memory.clear(key);
				}
			}
		})).toArray(Thread[]::new);
		for (Thread thread : threads) {
			thread.start();
		}
		for (Thread thread : threads) {
			thread.join();
		}

		assertThat(failed.getCount()).isOne();
		assertThat(memory.size()).isLessThanOrEqualTo(400);
	}

	@Test
	@Timeout(60)
	void whenRecordsAreSavedAtTheSameTimeThenTheNewestOneRemains() throws Exception {
		AtomicInteger current = new AtomicInteger(1);
		CountDownLatch read = new CountDownLatch(1);
		CountDownLatch saved = new CountDownLatch(1);
		Thread slow = new Thread(() -> this.backoffs.save("user", () -> {
			UserBackoff backoff = backoff(DOWN, 0, current.get());
			read.countDown();
			awaitAtMostHalfASecond(saved);
			return backoff;
		}));
		slow.start();
		read.await();
		current.set(2);
		this.backoffs.save("user", () -> backoff(DOWN, 0, current.get()));
		saved.countDown();
		slow.join();

		assertThat(this.backoffs.find("user").delayNanos()).isEqualTo(seconds(2));
	}

	private static void awaitAtMostHalfASecond(CountDownLatch latch) {
		try {
			latch.await(500, TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Test
	void whenCredentialsAreEqualThenTheirFingerprintsAre() {
		assertThat(this.backoffs.fingerprint(credentials("one"))).isNotZero()
			.isEqualTo(this.backoffs.fingerprint(credentials("one")))
			.isNotEqualTo(this.backoffs.fingerprint(credentials("two")))
			.isNotEqualTo(this.backoffs.fingerprint(ConnectCredentials.ofApplication("system", "password")))
			.isNotEqualTo(new UserBackoffs(1, this.time.nanos()).fingerprint(credentials("one")));
	}

	@Test
	void whenTextsAreDividedInAnotherWayThenTheFingerprintIsAnother() {
		assertThat(this.backoffs.fingerprint(ConnectCredentials.of("ab", "c", "d", "e")))
			.isNotEqualTo(this.backoffs.fingerprint(ConnectCredentials.of("a", "bc", "d", "e")));
	}

	private static ConnectCredentials credentials(String userPassword) {
		return ConnectCredentials.of("system", "password", "user", userPassword);
	}

	private static UserBackoff backoff(ConnectFailure failure, int failedSeconds, int delaySeconds) {
		return backoff(failure, seconds(failedSeconds), seconds(delaySeconds), 1);
	}

	private static UserBackoff backoff(ConnectFailure failure, long failed, long delay, int failures) {
		return new UserBackoff(new ConnectUnavailableException("message", failure), failed, delay, failures, 0, 0, 0,
				failed, 0, 0);
	}

	private static long seconds(long seconds) {
		return TimeUnit.SECONDS.toNanos(seconds);
	}

}

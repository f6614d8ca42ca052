package io.github.connectapi.store;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What every {@link SessionStore} guarantees. Extend it to test an implementation.
 */
public abstract class SessionStoreContract {

	private static final Duration CLAIM_DURATION = Duration.ofSeconds(5);

	private static final Duration SHORT = Duration.ofMillis(50);

	private static final Duration KEEP = Duration.ofMinutes(1);

	private final String id = "v1-" + UUID.randomUUID();

	/**
	 * Return the store, which may contain other records.
	 * @return the store
	 */
	protected abstract SessionStore store();

	/**
	 * Let the time of the store pass.
	 * @param duration how long
	 */
	protected abstract void pass(Duration duration);

	@Test
	void whenThereIsNoRecordThenReadsNothing() {
		StoreResult result = store().read(this.id);
		assertThat(result.isWon()).isTrue();
		assertThat(result.content()).isNull();
		assertThat(result.storeMillis()).isPositive();
	}

	@Test
	void whenReplacedThenReadsContent() {
		assertThat(replace(null, "first", "a").isWon()).isTrue();
		assertThat(text(store().read(this.id))).isEqualTo("first");
		assertThat(replace("first", "second", "b").isWon()).isTrue();
		assertThat(text(store().read(this.id))).isEqualTo("second");
	}

	@Test
	void whenContentIsBinaryThenReadsIt() {
		byte[] content = new byte[SessionStore.MAX_LENGTH];
		for (int i = 0; i < content.length; i++) {
			content[i] = (byte) i;
		}
		assertThat(store().replace(this.id, null, content, KEEP, "a").isWon()).isTrue();
		assertThat(store().read(this.id).content()).isEqualTo(content);
		assertThat(store().claim(this.id, content, "a", CLAIM_DURATION).isWon()).isTrue();
	}

	@Test
	void whenContentIsAnotherThenReplacesNothing() {
		replace(null, "first", "a");
		StoreResult result = replace("other", "second", "a");
		assertThat(result.outcome()).isEqualTo(StoreResult.Outcome.LOST);
		assertThat(text(result)).isEqualTo("first");
		assertThat(replace(null, "second", "a").outcome()).isEqualTo(StoreResult.Outcome.LOST);
		assertThat(text(store().read(this.id))).isEqualTo("first");
	}

	@Test
	void whenRecordIsExpectedAndMissingThenReplacesNothing() {
		assertThat(replace("first", "second", "a").outcome()).isEqualTo(StoreResult.Outcome.LOST);
		assertThat(store().read(this.id).content()).isNull();
	}

	@Test
	void whenRecordIsNotKeptAnyLongerThenReadsNothing() {
		store().replace(this.id, null, bytes("first"), SHORT, "a");
		pass(SHORT.multipliedBy(3));
		assertThat(store().read(this.id).content()).isNull();
		assertThat(replace(null, "second", "a").isWon()).isTrue();
	}

	@Test
	void whenReplacedThenIsKeptFromThenOn() {
		store().replace(this.id, null, bytes("first"), SHORT.multipliedBy(10), "a");
		replace("first", "second", "a");
		pass(SHORT.multipliedBy(12));
		assertThat(text(store().read(this.id))).isEqualTo("second");
	}

	@Test
	void whenClaimedThenAnotherOwnerLoses() {
		replace(null, "first", "a");
		assertThat(claim("first", "a").isWon()).isTrue();
		StoreResult result = claim("first", "b");
		assertThat(result.outcome()).isEqualTo(StoreResult.Outcome.LOST);
		assertThat(text(result)).isEqualTo("first");
	}

	@Test
	void whenClaimedThenSameOwnerWinsAgain() {
		assertThat(claim(null, "a").isWon()).isTrue();
		assertThat(claim(null, "a").isWon()).isTrue();
	}

	@Test
	void whenContentIsAnotherThenClaimsNothing() {
		replace(null, "first", "a");
		assertThat(claim(null, "a").outcome()).isEqualTo(StoreResult.Outcome.LOST);
		assertThat(claim("other", "a").outcome()).isEqualTo(StoreResult.Outcome.LOST);
		assertThat(claim("first", "b").isWon()).isTrue();
	}

	@Test
	void whenClaimHasEndedThenAnotherOwnerWins() {
		store().claim(this.id, null, "a", SHORT);
		pass(SHORT.multipliedBy(3));
		assertThat(claim(null, "b").isWon()).isTrue();
	}

	@Test
	void whenClaimIsExtendedThenItLasts() {
		store().claim(this.id, null, "a", SHORT.multipliedBy(10));
		assertThat(store().extend(this.id, "a", CLAIM_DURATION).isWon()).isTrue();
		pass(SHORT.multipliedBy(12));
		assertThat(claim(null, "b").outcome()).isEqualTo(StoreResult.Outcome.LOST);
	}

	@Test
	void whenOwnerHasNoClaimThenExtendsNothing() {
		assertThat(store().extend(this.id, "a", CLAIM_DURATION).outcome()).isEqualTo(StoreResult.Outcome.LOST);
		claim(null, "b");
		assertThat(store().extend(this.id, "a", CLAIM_DURATION).outcome()).isEqualTo(StoreResult.Outcome.LOST);
		store().release(this.id, "b");
		assertThat(store().extend(this.id, "b", CLAIM_DURATION).outcome()).isEqualTo(StoreResult.Outcome.LOST);
	}

	@Test
	void whenReleasedThenAnotherOwnerWins() {
		claim(null, "a");
		assertThat(store().release(this.id, "a").isWon()).isTrue();
		assertThat(claim(null, "b").isWon()).isTrue();
	}

	@Test
	void whenFormerOwnerReleasesThenClaimRemains() {
		store().claim(this.id, null, "a", SHORT);
		pass(SHORT.multipliedBy(3));
		claim(null, "b");
		assertThat(store().release(this.id, "a").outcome()).isEqualTo(StoreResult.Outcome.LOST);
		assertThat(claim(null, "c").outcome()).isEqualTo(StoreResult.Outcome.LOST);
	}

	@Test
	void whenFormerOwnerReplacesThenRecordRemains() {
		store().claim(this.id, null, "a", SHORT);
		pass(SHORT.multipliedBy(3));
		claim(null, "b");
		assertThat(replace(null, "late", "a").outcome()).isEqualTo(StoreResult.Outcome.LOST);
		assertThat(store().read(this.id).content()).isNull();
	}

	@Test
	void whenOwnerReplacesThenClaimRemains() {
		claim(null, "a");
		assertThat(replace(null, "first", "a").isWon()).isTrue();
		assertThat(claim("first", "b").outcome()).isEqualTo(StoreResult.Outcome.LOST);
		assertThat(store().extend(this.id, "a", CLAIM_DURATION).isWon()).isTrue();
	}

	@Test
	void whenNobodyHasTheClaimThenAnybodyReplaces() {
		assertThat(replace(null, "first", "a").isWon()).isTrue();
		assertThat(replace("first", "second", "b").isWon()).isTrue();
	}

	@Test
	void whenRecordsHaveOtherIdsThenTheyAreIndependent() {
		claim(null, "a");
		replace(null, "first", "a");
		String other = this.id + "-2";
		assertThat(store().read(other).content()).isNull();
		assertThat(store().claim(other, null, "b", CLAIM_DURATION).isWon()).isTrue();
	}

	@Test
	void whenTimePassesThenStoreReturnsIt() {
		long before = store().read(this.id).storeMillis();
		pass(SHORT);
		assertThat(store().read(this.id).storeMillis() - before).isBetween(SHORT.toMillis() - 5, 60_000L);
	}

	@Test
	void whenManyReplaceThenOneWins() throws Exception {
		replace(null, "first", "none");
		List<StoreResult> results = concurrently(
				(number) -> store().replace(this.id, bytes("first"), bytes("by " + number), KEEP, "owner-" + number));
		assertThat(results).filteredOn(StoreResult::isWon).hasSize(1);
		assertThat(results).extracting(SessionStoreContract::text).containsOnly(text(store().read(this.id)));
	}

	@Test
	void whenManyClaimThenOneWins() throws Exception {
		List<StoreResult> results = concurrently(
				(number) -> store().claim(this.id, null, "owner-" + number, CLAIM_DURATION));
		assertThat(results).filteredOn(StoreResult::isWon).hasSize(1);
	}

	private static List<StoreResult> concurrently(IntFunction<StoreResult> operation) throws Exception {
		int number = 8;
		CountDownLatch start = new CountDownLatch(number);
		ExecutorService threads = Executors.newFixedThreadPool(number);
		try {
			List<Future<StoreResult>> pending = IntStream.range(0, number).mapToObj((each) -> threads.submit(() -> {
				start.countDown();
				start.await();
				return operation.apply(each);
			})).toList();
			List<StoreResult> results = new ArrayList<>();
			for (Future<StoreResult> each : pending) {
				results.add(each.get());
			}
			return results;
		}
		finally {
			threads.shutdownNow();
		}
	}

	private StoreResult replace(@Nullable String expected, String content, String owner) {
		return store().replace(this.id, bytesOrNull(expected), bytes(content), KEEP, owner);
	}

	private StoreResult claim(@Nullable String expected, String owner) {
		return store().claim(this.id, bytesOrNull(expected), owner, CLAIM_DURATION);
	}

	private static byte @Nullable [] bytesOrNull(@Nullable String text) {
		return (text != null) ? bytes(text) : null;
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	private static @Nullable String text(StoreResult result) {
		byte[] content = result.content();
		return (content != null) ? new String(content, StandardCharsets.UTF_8) : null;
	}

}

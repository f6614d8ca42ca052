package io.github.connectapi.retry;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectFailure;
import io.github.connectapi.ConnectInterruptedException;
import io.github.connectapi.ConnectOperationException;
import io.github.connectapi.ConnectUnavailableException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RetryTests {

	/** Without jitter in either direction. */
	private static final double MIDDLE = 0.5;

	private static final Duration LONG = Duration.ofHours(2);

	private static final RetrySettings GROWING = RetrySettings.defaults()
		.withInterval(Duration.ofMillis(500), Duration.ofSeconds(5))
		.withMultiplier(2)
		.withJitter(0.2);

	private final List<Duration> sleeps = new ArrayList<>();

	private final Deque<Throwable> failures = new ArrayDeque<>();

	private long nanos = Long.MAX_VALUE - 1000;

	private double random = MIDDLE;

	private int attempts;

	private Sleeper sleeper = this::advance;

	@Test
	void whenTheFirstAttemptSucceedsThenItIsTheOnlyOne() {
		assertThat(call(GROWING, LONG)).isEqualTo("result");
		assertThat(this.attempts).isOne();
		assertThat(this.sleeps).isEmpty();
	}

	@Test
	void whenAFailureIsTransientThenTheAttemptIsRetried() {
		fail(transientFailure());
		assertThat(call(GROWING, LONG)).isEqualTo("result");
		assertThat(this.attempts).isEqualTo(2);
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 5 })
	void whenAllAttemptsFailThenTheLastFailureIsThrown(int maxAttempts) {
		List<ConnectApiException> all = new ArrayList<>();
		for (int i = 0; i < 10; i++) {
			all.add(transientFailure());
		}
		this.failures.addAll(all);
		RetrySettings settings = GROWING.withMaxAttempts(maxAttempts).withJitter(0);
		assertThatThrownBy(() -> call(settings, LONG)).isSameAs(all.get(maxAttempts - 1));
		assertThat(this.attempts).isEqualTo(maxAttempts);
		assertThat(this.sleeps).hasSize(maxAttempts - 1);
	}

	@Test
	void whenAFailureIsPermanentThenItIsThrownAtOnce() {
		ConnectApiException permanent = new ConnectOperationException("m",
				ConnectFailure.permanentFailure("op", "code"));
		fail(permanent);
		assertThatThrownBy(() -> call(GROWING, LONG)).isSameAs(permanent);
		assertThat(this.attempts).isOne();
		assertThat(this.sleeps).isEmpty();
	}

	@Test
	void whenAPermanentFailureFollowsATransientOneThenItIsThrown() {
		ConnectApiException permanent = new ConnectOperationException("m",
				ConnectFailure.permanentFailure("op", "code"));
		fail(transientFailure(), permanent);
		assertThatThrownBy(() -> call(GROWING, LONG)).isSameAs(permanent);
		assertThat(this.attempts).isEqualTo(2);
	}

	@Test
	void whenAnUnexpectedErrorIsThrownThenItIsNotRetried() {
		for (Throwable unexpected : List.of(new IllegalStateException(), new AssertionError())) {
			fail(unexpected);
			assertThatThrownBy(() -> call(GROWING, LONG)).isSameAs(unexpected);
		}
		assertThat(this.attempts).isEqualTo(2);
	}

	@Test
	void whenRetriedThenIntervalsGrowUpToTheMaximum() {
		failAlways();
		RetrySettings settings = GROWING.withMaxAttempts(6)
			.withInterval(Duration.ofMillis(500), Duration.ofMillis(3500))
			.withJitter(0.2);
		assertThatThrownBy(() -> call(settings, LONG)).isInstanceOf(ConnectUnavailableException.class);
		assertThat(this.sleeps).extracting(Duration::toMillis).containsExactly(500L, 1000L, 2000L, 3500L, 3500L);
	}

	@Test
	void whenRetriedVeryOftenThenTheIntervalDoesNotOverflow() {
		failAlways();
		RetrySettings settings = RetrySettings.defaults()
			.withMaxAttempts(400)
			.withInterval(Duration.ofMillis(1), Duration.ofMillis(2))
			.withMultiplier(100)
			.withJitter(0);
		assertThatThrownBy(() -> call(settings, LONG)).isInstanceOf(ConnectUnavailableException.class);
		assertThat(this.sleeps).hasSize(399).last().isEqualTo(Duration.ofMillis(2));
	}

	@ParameterizedTest
	@CsvSource({ "0,400,800", "0.25,450,900", "0.999999,599,1199" })
	void whenThereIsJitterThenIntervalsVaryInBothDirections(double random, long first, long second) {
		this.random = random;
		failAlways();
		assertThatThrownBy(() -> call(GROWING, LONG)).isInstanceOf(ConnectUnavailableException.class);
		assertThat(this.sleeps).extracting(Duration::toMillis).containsExactly(first, second);
	}

	@ParameterizedTest
	@CsvSource({ "0,7000", "0.5,7700", "0.999999,8399" })
	void whenTheServerSendsRetryAfterThenTheIntervalIsNeverShorter(double random, long millis) {
		this.random = random;
		fail(withRetryAfter(Duration.ofSeconds(7)));
		call(GROWING, LONG);
		assertThat(this.sleeps).extracting(Duration::toMillis).containsExactly(millis);
	}

	@Test
	void whenRetryAfterIsShorterThanTheIntervalThenTheIntervalIsKept() {
		fail(withRetryAfter(Duration.ZERO));
		call(GROWING, LONG);
		assertThat(this.sleeps).containsExactly(Duration.ofMillis(500));
	}

	@Test
	void whenTheIntervalWouldReachTheDeadlineThenTheFailureIsThrownAtOnce() {
		ConnectApiException last = transientFailure();
		fail(last);
		assertThatThrownBy(() -> call(GROWING, Duration.ofMillis(500))).isSameAs(last);
		assertThat(this.attempts).isOne();
		assertThat(this.sleeps).isEmpty();
	}

	@Test
	void whenTheIntervalEndsBeforeTheDeadlineThenTheAttemptIsRetried() {
		fail(transientFailure());
		assertThat(call(GROWING, Duration.ofNanos(500_000_001))).isEqualTo("result");
	}

	@Test
	void whenTheSleepLastsBeyondTheDeadlineThenTheFailureIsThrownWithoutARetry() {
		ConnectApiException last = transientFailure();
		fail(last);
		this.sleeper = (duration) -> advance(LONG);
		assertThatThrownBy(() -> call(GROWING, LONG)).isSameAs(last);
		assertThat(this.attempts).isOne();
	}

	@Test
	void whenEarlierIntervalsUsedUpTheTimeThenTheNextIsNotStarted() {
		failAlways();
		assertThatThrownBy(() -> call(GROWING, Duration.ofMillis(1400)))
			.isInstanceOf(ConnectUnavailableException.class);
		assertThat(this.sleeps).containsExactly(Duration.ofMillis(500));
	}

	@Test
	void whenRetryAfterExceedsTheDeadlineThenNothingIsRetried() {
		ConnectApiException last = withRetryAfter(Duration.ofMinutes(1));
		fail(last);
		assertThatThrownBy(() -> call(GROWING, Duration.ofSeconds(30))).isSameAs(last);
		assertThat(this.sleeps).isEmpty();
	}

	@Test
	void whenInterruptedDuringASleepThenTheFlagIsKeptAndTheExceptionSaysSo() {
		ConnectApiException last = new ConnectUnavailableException("m",
				ConnectFailure.transientFailure("op", "code").withCoordinationId("id"));
		fail(last);
		this.sleeper = (duration) -> {
			throw new InterruptedException();
		};
		assertThatThrownBy(() -> call(GROWING, LONG)).isExactlyInstanceOf(ConnectInterruptedException.class)
			.hasMessage("Interrupted while waiting for the next attempt")
			.hasCause(last)
			.extracting((ex) -> ((ConnectInterruptedException) ex).failure())
			.isEqualTo(ConnectFailure.permanentFailure("op", null).withCoordinationId("id"));
		assertThat(Thread.interrupted()).isTrue();
		assertThat(this.attempts).isOne();
	}

	@Test
	void whenUsedAgainThenItStartsWithTheFirstAttempt() {
		Retry retry = retry(GROWING);
		for (int i = 0; i < 2; i++) {
			this.sleeps.clear();
			fail(transientFailure(), transientFailure());
			retry.call(this::attempt, this.nanos + LONG.toNanos());
			assertThat(this.sleeps).extracting(Duration::toMillis).containsExactly(500L, 1000L);
		}
	}

	private String call(RetrySettings settings, Duration time) {
		return retry(settings).call(this::attempt, this.nanos + time.toNanos());
	}

	private Retry retry(RetrySettings settings) {
		return new Retry(settings, () -> this.nanos, () -> this.random, (duration) -> this.sleeper.sleep(duration));
	}

	private String attempt() {
		this.attempts++;
		Throwable failure = this.failures.poll();
		if (failure instanceof Error error) {
			throw error;
		}
		if (failure instanceof RuntimeException exception) {
			throw exception;
		}
		return "result";
	}

	private void advance(Duration duration) {
		this.sleeps.add(duration);
		this.nanos += duration.toNanos();
	}

	private void fail(Throwable... failures) {
		this.failures.addAll(List.of(failures));
	}

	private void failAlways() {
		for (int i = 0; i < 500; i++) {
			fail(transientFailure());
		}
	}

	private static ConnectApiException transientFailure() {
		return new ConnectUnavailableException("m", ConnectFailure.transientFailure("op", "code"));
	}

	private static ConnectApiException withRetryAfter(Duration retryAfter) {
		return new ConnectUnavailableException("m",
				ConnectFailure.transientFailure("op", "code").withRetryAfter(retryAfter));
	}

}

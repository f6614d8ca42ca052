package io.github.connectapi.client;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectInterruptedException;
import io.github.connectapi.ConnectWaitTimeoutException;
import io.github.connectapi.observation.ConnectObservations;
import io.github.connectapi.operation.ConnectOperations;
import io.github.connectapi.operation.ConnectRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

@Timeout(60)
class ExchangeLimiterTests {

	private static final ExchangeContext CONTEXT = ExchangeContext
		.of(ConnectRequest.of(ConnectOperations.GET_COUNTRIES, Map.of()).withCoordinationId("id"));

	private final ExchangeLimiter limiter = new ExchangeLimiter(2, ConnectObservations.NOOP);

	private final CompletableFuture<Void> end = new CompletableFuture<>();

	private final List<String> started = new CopyOnWriteArrayList<>();

	@AfterEach
	void close() {
		this.end.complete(null);
	}

	@Test
	void whenTheMaximumIsInProgressThenFurtherCallersWaitInTheirOrder() {
		ExchangeLimiter single = new ExchangeLimiter(1, ConnectObservations.NOOP);
		List<CompletableFuture<Void>> callers = new CopyOnWriteArrayList<>();
		for (int caller = 0; caller < 4; caller++) {
			callers.add(start(single, "caller " + caller));
			int number = caller;
			await().until(() -> this.started.size() + single.waiting() == number + 1);
		}
		assertThat(this.started).hasSize(1);
		this.end.complete(null);
		CompletableFuture.allOf(callers.toArray(CompletableFuture[]::new)).join();
		assertThat(this.started).containsExactly("caller 0", "caller 1", "caller 2", "caller 3");
		assertThat(single.waiting()).isZero();
	}

	@Test
	void whenThereIsNoPermitWithinTheTimeoutThenTheFailureNamesTheProperty() {
		occupy();
		ConnectApiException failure = catchThrowableOfType(ConnectApiException.class,
				() -> this.limiter.execute(CONTEXT, Duration.ofMillis(50), (remaining) -> "sent"));
		assertThat(failure).isExactlyInstanceOf(ConnectWaitTimeoutException.class)
			.hasMessage("GetCountries was not sent: 2 exchanges were in progress for 50 ms. "
					+ "Increase getty.connect.http.max-concurrent-exchanges or call less (coordination id id)");
		assertThat(failure.isTransient()).isTrue();
		assertThat(failure.isNotSent()).isTrue();
		assertThat(failure.operation()).hasValue("GetCountries");
	}

	@Test
	void whenTimePassesWhileWaitingThenTheExchangeGetsTheRest() {
		occupy();
		CompletableFuture<Duration> rest = CompletableFuture.supplyAsync(
				() -> this.limiter.execute(CONTEXT, Duration.ofSeconds(50), (remaining) -> remaining),
				(task) -> new Thread(task).start());
		await().until(() -> this.limiter.waiting() == 1);
		this.end.complete(null);
		assertThat(rest.join()).isPositive().isLessThan(Duration.ofSeconds(50));
	}

	@Test
	void whenACallerIsInterruptedWhileWaitingThenItEndsAloneAndTheFlagIsKept() throws InterruptedException {
		occupy();
		CompletableFuture<Boolean> flag = new CompletableFuture<>();
		CompletableFuture<ConnectApiException> failure = new CompletableFuture<>();
		Thread caller = new Thread(() -> {
			failure.complete(catchThrowableOfType(ConnectApiException.class,
					() -> this.limiter.execute(CONTEXT, Duration.ofSeconds(50), (remaining) -> "sent")));
			flag.complete(Thread.currentThread().isInterrupted());
		});
		caller.start();
		await().until(() -> this.limiter.waiting() == 1);
		caller.interrupt();
		assertThat(failure.join()).isExactlyInstanceOf(ConnectInterruptedException.class);
		assertThat(failure.join().isNotSent()).isTrue();
		assertThat(flag.join()).isTrue();
		assertThat(this.limiter.waiting()).isZero();
	}

	@Test
	void whenACallerWasInterruptedBeforeThenItDoesNotWait() {
		Thread.currentThread().interrupt();
		String result = this.limiter.execute(CONTEXT, Duration.ofSeconds(50), (remaining) -> "not sent");
		assertThat(result).isEqualTo("not sent");
		assertThat(Thread.interrupted()).isTrue();
	}

	@Test
	void whenAnExchangeFailsThenTheNextOneIsExecuted() {
		for (int call = 0; call < 5; call++) {
			assertThatIllegalStateException()
				.isThrownBy(() -> this.limiter.execute(CONTEXT, Duration.ofSeconds(50), (remaining) -> {
					throw new IllegalStateException();
				}));
		}
		assertThat(this.limiter.<String>execute(CONTEXT, Duration.ZERO, (remaining) -> "sent")).isEqualTo("sent");
	}

	private void occupy() {
		start(this.limiter, "first");
		start(this.limiter, "second");
		await().until(() -> this.started.size() == 2);
	}

	private CompletableFuture<Void> start(ExchangeLimiter exchanges, String name) {
		return CompletableFuture.runAsync(() -> exchanges.execute(CONTEXT, Duration.ofSeconds(50), (remaining) -> {
			this.started.add(name);
			return this.end.join();
		}), (task) -> new Thread(task).start());
	}

}

package io.github.connectapi.call;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.core.ParameterizedTypeReference;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectCallRejectedException;
import io.github.connectapi.ConnectClosedException;
import io.github.connectapi.ConnectInterruptedException;
import io.github.connectapi.ConnectOperationException;
import io.github.connectapi.operation.ConnectOperations;
import io.github.connectapi.operation.ConnectRequest;
import io.github.connectapi.operation.ConnectResponse;
import io.github.connectapi.test.Fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Asynchronous calls.
 */
@Timeout(60)
class AsyncCallTests {

	private static final ConnectRequest COUNTRIES = ConnectRequest.of(ConnectOperations.GET_COUNTRIES, Map.of());

	private final BlockingConnectApi blocking = new BlockingConnectApi();

	private final AsyncConnectApi async = AsyncConnectApi.builder(this.blocking).maxConcurrentCalls(2).build();

	@AfterEach
	void close() {
		this.blocking.proceed.countDown();
		this.async.close();
	}

	@Test
	void whenACallSucceedsThenTheStageHasItsResult() throws Exception {
		this.blocking.proceed.countDown();
		assertThat(get(this.async.exchange(COUNTRIES, Object.class)).result()).isEqualTo(Map.of("Id", 7));
		assertThat(
				get(this.async.exchange(COUNTRIES, ParameterizedTypeReference.<Object>forType(Object.class))).result())
			.isEqualTo(Map.of("Id", 7));
		assertThat(get(this.async.call(ConnectOperations.GET_COUNTRIES, Map.of(), Object.class)))
			.isEqualTo(Map.of("Id", 7));
	}

	@Test
	void whenACallFailsThenTheStageHasTheBareException() {
		try (CallFixture fixture = CallFixture.create();
				AsyncConnectApi real = AsyncConnectApi.builder(fixture.connect).build()) {
			fixture.server.always("GetCountries", Fault.error("InvalidRequest", null));
			assertThat(failure(real.exchange(COUNTRIES, Object.class)))
				.isExactlyInstanceOf(ConnectOperationException.class);
		}
	}

	@Test
	void whenAnArgumentIsInvalidThenTheStageFails() {
		assertThat(failure(this.async.call(ConnectOperations.GET_COUNTRIES, null, Object.class)))
			.isExactlyInstanceOf(IllegalArgumentException.class)
			.hasMessage("GetCountries needs a request body");
	}

	@Test
	void whenTheMaximumIsInProgressThenAnotherCallIsRefusedAtOnce() throws Exception {
		List<CompletionStage<?>> stages = List.of(startBlocked(), startBlocked());
		ConnectApiException refused = (ConnectApiException) failure(this.async.exchange(COUNTRIES, Object.class));
		assertThat(refused).isExactlyInstanceOf(ConnectCallRejectedException.class)
			.hasMessage(
					"GetCountries was not sent: 2 asynchronous calls are in progress. Increase maxConcurrentCalls or call less");
		assertThat(refused.isNotSent()).isTrue();
		assertThat(refused.isTransient()).isTrue();
		assertThat(refused.operation()).hasValue("GetCountries");
		this.blocking.proceed.countDown();
		for (CompletionStage<?> stage : stages) {
			get(stage);
		}
		assertThat(this.blocking.calls).hasValue(2);
	}

	@Test
	void whenACallEndsThenItsDependentsMayStartAnother() throws Exception {
		this.blocking.proceed.countDown();
		CompletionStage<ConnectResponse<Object>> stage = this.async.exchange(COUNTRIES, Object.class);
		for (int i = 0; i < 100; i++) {
			stage = stage.thenCompose((response) -> this.async.exchange(COUNTRIES, Object.class));
		}
		get(stage);
		assertThat(this.blocking.calls).hasValue(101);
	}

	@Test
	void whenAStageIsCanceledThenItsCallIsInterrupted() throws Exception {
		CompletionStage<?> stage = startBlocked();
		assertThat(stage.toCompletableFuture().cancel(true)).isTrue();
		assertThat(this.blocking.interrupted.await(10, TimeUnit.SECONDS)).isTrue();
		assertThat(failure(stage)).isInstanceOf(CancellationException.class);
	}

	@Test
	void whenAStageTimesOutThenItsCallIsInterrupted() throws Exception {
		CompletionStage<?> stage = startBlocked();
		stage.toCompletableFuture().orTimeout(1, TimeUnit.MILLISECONDS);
		assertThat(this.blocking.interrupted.await(10, TimeUnit.SECONDS)).isTrue();
	}

	@Test
	void whenAStageIsCanceledThenItsCallIsInProgressUntilItEnds() throws Exception {
		this.blocking.ignoreInterruption = true;
		startBlocked().toCompletableFuture().cancel(true);
		startBlocked().toCompletableFuture().cancel(true);
		assertThat(failure(this.async.exchange(COUNTRIES, Object.class)))
			.isExactlyInstanceOf(ConnectCallRejectedException.class);
	}

	@Test
	void whenACallWaitsInTheExecutorThenItCanBeCanceledAndIsNotExecuted() {
		List<Runnable> queue = new ArrayList<>();
		AsyncConnectApi queued = AsyncConnectApi.builder(this.blocking)
			.maxConcurrentCalls(1)
			.executor(queue::add)
			.build();
		queued.exchange(COUNTRIES, Object.class).toCompletableFuture().cancel(true);
		queue.remove(0).run();
		assertThat(this.blocking.calls).hasValue(0);
		queued.exchange(COUNTRIES, Object.class);
		assertThat(queue).hasSize(1);
	}

	@Test
	void whenTheExecutorRejectsACallThenItIsRefused() {
		AsyncConnectApi rejecting = AsyncConnectApi.builder(this.blocking).maxConcurrentCalls(1).executor((task) -> {
			throw new RejectedExecutionException("full");
		}).build();
		for (int i = 0; i < 3; i++) {
			assertThat(failure(rejecting.exchange(COUNTRIES, Object.class)))
				.isExactlyInstanceOf(ConnectCallRejectedException.class)
				.hasMessageContaining(RejectedExecutionException.class.getName())
				.hasCauseExactlyInstanceOf(RejectedExecutionException.class);
		}
	}

	@Test
	void whenAThreadExecutedACanceledCallThenItIsNotInterruptedAfterwards() {
		List<Runnable> queue = new ArrayList<>();
		AsyncConnectApi queued = AsyncConnectApi.builder(new CancelingConnectApi()).executor(queue::add).build();
		CancelingConnectApi.stage = queued.exchange(COUNTRIES, Object.class);
		queue.remove(0).run();
		assertThat(Thread.interrupted()).isFalse();
	}

	@Test
	void whenClosedThenCallsInProgressEndWithTheirOwnFailure() throws Exception {
		CompletionStage<?> stage = startBlocked();
		this.async.close();
		assertThat(failure(stage)).isExactlyInstanceOf(ConnectInterruptedException.class);
	}

	@Test
	void whenClosedThenCallsThatWereNotStartedEnd() {
		List<Runnable> queue = new ArrayList<>();
		AsyncConnectApi queued = AsyncConnectApi.builder(this.blocking).executor(queue::add).build();
		CompletionStage<?> stage = queued.exchange(COUNTRIES, Object.class);
		queued.close();
		assertThat(failure(stage)).isExactlyInstanceOf(ConnectClosedException.class);
		queue.forEach(Runnable::run);
		assertThat(this.blocking.calls).hasValue(0);
	}

	@Test
	void whenClosedThenLaterCallsEndWithoutBeingSent() {
		this.async.close();
		assertThat(failure(this.async.exchange(COUNTRIES, Object.class)))
			.isExactlyInstanceOf(ConnectClosedException.class)
			.hasMessage("The asynchronous Connect API is closed");
		assertThat(this.blocking.calls).hasValue(0);
	}

	@Test
	void whenACallIsExecutedThenItInheritsNothingFromTheCaller() throws Exception {
		InheritableThreadLocal<String> context = new InheritableThreadLocal<>();
		context.set("caller");
		BlockingQueue<String> seen = new ArrayBlockingQueue<>(1);
		ConnectApi reading = new BlockingConnectApi() {
			@Override
			public <T> ConnectResponse<T> exchange(ConnectRequest request, Class<T> resultType) {
				seen.add(Objects.requireNonNullElse(context.get(), "nothing"));
				return response(resultType);
			}
		};
		try (AsyncConnectApi api = AsyncConnectApi.builder(reading).build()) {
			get(api.exchange(COUNTRIES, Object.class));
			assertThat(seen.take()).isEqualTo("nothing");
		}
		finally {
			context.remove();
		}
	}

	@Test
	void whenNothingIsSetThenSixteenCallsMayBeInProgress() throws Exception {
		try (AsyncConnectApi defaults = AsyncConnectApi.builder(this.blocking).build()) {
			for (int i = 0; i < 16; i++) {
				assertThat(defaults.exchange(COUNTRIES, Object.class).toCompletableFuture()).isNotDone();
			}
			assertThat(failure(defaults.exchange(COUNTRIES, Object.class)))
				.isExactlyInstanceOf(ConnectCallRejectedException.class);
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, -1, 100_001 })
	void whenTheMaximumIsOutOfRangeThenItIsRejected(int calls) {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> AsyncConnectApi.builder(this.blocking).maxConcurrentCalls(calls));
	}

	@Test
	void whenARealCallIsCanceledThenItsConnectionIsClosed() throws Exception {
		try (CallFixture fixture = CallFixture.create();
				AsyncConnectApi real = AsyncConnectApi.builder(fixture.connect).build()) {
			fixture.manager.getSession();
			fixture.server.always("GetCountries", Fault.hang());
			CompletableFuture<?> stage = real.exchange(COUNTRIES, Object.class).toCompletableFuture();
			fixture.server.awaitRequests("GetCountries", 1, Duration.ofSeconds(10));
			stage.cancel(true);
			long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
			while (fixture.client.activeConnections() > 0 && System.nanoTime() < end) {
				Thread.sleep(5);
			}
			assertThat(fixture.client.activeConnections()).isZero();
		}
	}

	private CompletionStage<?> startBlocked() throws InterruptedException {
		CompletionStage<?> stage = this.async.exchange(COUNTRIES, Object.class);
		assertThat(this.blocking.started.poll(10, TimeUnit.SECONDS)).isNotNull();
		return stage;
	}

	private static <T> T get(CompletionStage<T> stage) throws Exception {
		return stage.toCompletableFuture().get(10, TimeUnit.SECONDS);
	}

	/** Return the exception that a consumer of the stage receives. */
	private static Throwable failure(CompletionStage<?> stage) {
		CompletableFuture<Throwable> failure = new CompletableFuture<>();
		stage.whenComplete((result, ex) -> failure.complete(ex));
		return failure.orTimeout(10, TimeUnit.SECONDS).join();
	}

	private static class BlockingConnectApi implements ConnectApi {

		final AtomicInteger calls = new AtomicInteger();

		final BlockingQueue<Boolean> started = new ArrayBlockingQueue<>(1000);

		final CountDownLatch proceed = new CountDownLatch(1);

		final CountDownLatch interrupted = new CountDownLatch(1);

		volatile boolean ignoreInterruption;

		@Override
		public <T> ConnectResponse<T> exchange(ConnectRequest request, Class<T> resultType) {
			this.calls.incrementAndGet();
			this.started.add(true);
			await();
			return response(resultType);
		}

		static <T> ConnectResponse<T> response(@Nullable Class<T> resultType) {
			return new ConnectResponse<>(Objects.requireNonNull(resultType).cast(Map.of("Id", 7)), "id", List.of());
		}

		private void await() {
			try {
				this.proceed.await();
			}
			catch (InterruptedException ex) {
				this.interrupted.countDown();
				if (this.ignoreInterruption) {
					await();
				}
				else {
					Thread.currentThread().interrupt();
					throw new ConnectInterruptedException("interrupted");
				}
			}
		}

	}

	/** Cancels its own stage while it is executed, and leaves the thread interrupted. */
	private static final class CancelingConnectApi implements ConnectApi {

		static CompletionStage<?> stage;

		@Override
		public <T> ConnectResponse<T> exchange(ConnectRequest request, Class<T> resultType) {
			stage.toCompletableFuture().cancel(true);
			assertThat(Thread.currentThread().isInterrupted()).isTrue();
			return BlockingConnectApi.response(resultType);
		}

	}

}

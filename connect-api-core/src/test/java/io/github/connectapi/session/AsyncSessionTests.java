package io.github.connectapi.session;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.micrometer.observation.ObservationRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.connectapi.ConnectBackoffException;
import io.github.connectapi.ConnectClosedException;
import io.github.connectapi.ConnectSession;
import io.github.connectapi.ConnectCredentialsRejectedException;
import io.github.connectapi.test.Fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Stages of callers, and the threads that complete them.
 */
@Timeout(60)
class AsyncSessionTests {

	private static final int WAITERS = 3000;

	private final SessionFixture fixture = SessionFixture.withThreads();

	private final ObservationRegistry registry = ObservationRegistry.create();

	@AfterEach
	void close() {
		this.fixture.close();
	}

	private ConnectSessionManager manager(UnaryOperator<ConnectSessionManagerBuilder> settings) {
		return settings.apply(this.fixture.builder(this.fixture.credentials::get)).build();
	}

	private ConnectSessionManager completedBy(Executor executor) {
		return manager((builder) -> builder.asyncExecutor(executor));
	}

	/** Start an acquisition that takes until the server is unblocked. */
	private CompletableFuture<ConnectSession> block(ConnectSessionManager manager) throws Exception {
		this.fixture.server.enqueue("CreateSession", Fault.block());
		CompletableFuture<ConnectSession> first = manager.getSessionAsync().toCompletableFuture();
		this.fixture.server.awaitRequests("CreateSession", 1, Duration.ofSeconds(10));
		return first;
	}

	private static Throwable failure(CompletionStage<ConnectSession> stage) throws Exception {
		CompletableFuture<Throwable> failure = new CompletableFuture<>();
		stage.whenComplete((session, ex) -> failure.complete(ex));
		return failure.get(10, TimeUnit.SECONDS);
	}

	@Test
	void whenThousandsWaitThenAFewThreadsCompleteThem() throws Exception {
		Set<String> before = threads();
		try (ConnectSessionManager manager = manager((builder) -> builder)) {
			block(manager);
			CountDownLatch release = new CountDownLatch(1);
			List<CompletableFuture<ConnectSession>> waiters = Stream
				.generate(() -> manager.getSessionAsync().toCompletableFuture())
				.limit(WAITERS)
				.toList();
			List<CompletableFuture<Void>> done = waiters.stream()
				.map((waiter) -> waiter.thenRun(() -> waitFor(release)))
				.toList();
			this.fixture.server.unblock();
			await().until(() -> waiters.stream().filter(CompletableFuture::isDone).count() == 4);
			Set<String> started = threads();
			started.removeAll(before);
			release.countDown();
			done.forEach(CompletableFuture::join);

			assertThat(started).hasSizeLessThanOrEqualTo(8);
		}
	}

	private static Set<String> threads() {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.map((thread) -> thread.getName() + thread.getId())
			.filter((name) -> !name.startsWith("fake-connect"))
			.collect(Collectors.toSet());
	}

	private static void waitFor(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void whenAStageFailsThenTheExceptionIsNotWrapped(boolean observed) throws Exception {
		this.registry.observationConfig().observationHandler((context) -> true);
		try (ConnectSessionManager manager = manager(
				(builder) -> observed ? builder.observationRegistry(this.registry) : builder)) {
			this.fixture.server.always("CreateSession", Fault.block().set("/ResponseHeader/Status", "error"));
			CompletionStage<ConnectSession> first = manager.getSessionAsync();
			CompletionStage<ConnectSession> second = manager.getSessionAsync();
			this.fixture.server.awaitRequests("CreateSession", 1, Duration.ofSeconds(10));
			CompletableFuture<Throwable> inHandle = first.handle((session, ex) -> ex).toCompletableFuture();
			this.fixture.server.unblock();

			assertThat(failure(first)).isInstanceOf(ConnectCredentialsRejectedException.class);
			assertThat(inHandle.get()).isInstanceOf(ConnectCredentialsRejectedException.class);
			assertThat(failure(second)).isInstanceOf(ConnectCredentialsRejectedException.class);
			assertThat(failure(manager.getSessionAsync())).isInstanceOf(ConnectBackoffException.class);
			manager.close();
			assertThat(failure(manager.getSessionAsync())).isInstanceOf(ConnectClosedException.class);
			assertThat(failure(manager.getSessionAsync().toCompletableFuture()))
				.isInstanceOf(ConnectClosedException.class);
		}
	}

	@Test
	void whenAnExecutorIsGivenThenDependentStagesRunOnIt() throws Exception {
		try (ConnectSessionManager manager = completedBy((task) -> new Thread(task, "own").start())) {
			CompletableFuture<String> name = block(manager).thenApply((session) -> Thread.currentThread().getName());
			this.fixture.server.unblock();

			assertThat(name.get(10, TimeUnit.SECONDS)).isEqualTo("own");
		}
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void whenTheExecutorThrowsThenTheStageIsCompletedOnce(boolean ranTheTask) throws Exception {
		Executor broken = (task) -> {
			if (ranTheTask) {
				task.run();
			}
			throw new RejectedExecutionException("full");
		};
		try (ConnectSessionManager manager = completedBy(broken)) {
			CompletableFuture<ConnectSession> stage = block(manager);
			this.fixture.server.unblock();

			assertThat(stage.get(10, TimeUnit.SECONDS)).isNotNull();
			assertThat(manager.snapshot().acquiring()).isFalse();
			assertThat(manager.snapshot().lastFailure()).isNull();
		}
	}

	@Test
	void whenTheExecutorOrADependentStageBlocksThenAcquisitionsContinue() throws Exception {
		CountDownLatch release = new CountDownLatch(1);
		try (ConnectSessionManager manager = completedBy(Runnable::run)) {
			CompletableFuture<Void> blocked = block(manager).thenRun(() -> waitFor(release));
			this.fixture.server.unblock();
			await().until(() -> manager.snapshot().generation() == 1);
			manager.renew();

			await().until(() -> manager.snapshot().generation() == 2);
			assertThat(blocked).isNotDone();
			release.countDown();
		}
	}

	@Test
	void whenADependentStageThrowsThenOthersComplete() throws Exception {
		CompletableFuture<Void> throwing = block(this.fixture.manager).thenRun(() -> {
			throw new IllegalStateException("of the application");
		});
		CompletableFuture<ConnectSession> other = this.fixture.manager.getSessionAsync().toCompletableFuture();
		this.fixture.server.unblock();

		assertThat(other.get(10, TimeUnit.SECONDS)).isNotNull();
		assertThat(throwing).failsWithin(Duration.ofSeconds(10))
			.withThrowableOfType(Exception.class)
			.withRootCauseInstanceOf(IllegalStateException.class);
	}

	@Test
	void whenClosedWhileDependentStagesBlockThenNoStageIsLostAndNoThreadRemains() throws Exception {
		CountDownLatch never = new CountDownLatch(1);
		ConnectSessionManager manager = manager((builder) -> builder);
		block(manager);
		List<CompletableFuture<Void>> done = Stream.generate(manager::getSessionAsync)
			.limit(20)
			.map((stage) -> stage.toCompletableFuture().handle((session, failure) -> {
				waitFor(never);
				return (Void) null;
			}))
			.toList();
		manager.close();

		assertThat(CompletableFuture.allOf(done.toArray(CompletableFuture[]::new)))
			.succeedsWithin(Duration.ofSeconds(10));
		await().until(() -> threads().stream().noneMatch((name) -> name.startsWith("getty-connect-async")));
	}

	@Test
	void whenAStageOfAnotherCallerIsCompletedThenOthersAreNotAffected() throws Exception {
		CompletableFuture<ConnectSession> first = block(this.fixture.manager);
		CompletableFuture<ConnectSession> second = this.fixture.manager.getSessionAsync().toCompletableFuture();
		first.cancel(true);
		second.completeExceptionally(new CompletionException(null));
		CompletableFuture<ConnectSession> third = this.fixture.manager.getSessionAsync().toCompletableFuture();
		this.fixture.server.unblock();

		assertThat(third.get(10, TimeUnit.SECONDS)).isEqualTo(this.fixture.manager.getSession());
	}

}

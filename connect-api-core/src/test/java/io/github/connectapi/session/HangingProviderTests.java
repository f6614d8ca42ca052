package io.github.connectapi.session;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.github.connectapi.ConnectClosedException;
import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.session.ConnectSessionSnapshot.State;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

/**
 * Threads that do not come back, or come late.
 */
@Timeout(60)
class HangingProviderTests {

	private final SessionFixture fixture = SessionFixture.withThreads();

	private final CountDownLatch asked = new CountDownLatch(1);

	private final CompletableFuture<Void> answers = new CompletableFuture<>();

	@AfterEach
	void close() {
		this.fixture.close();
	}

	@Test
	void whenTheProviderHangsThenTheFlightFailsAtItsDeadlineAndNoOtherStarts() throws Exception {
		try (ConnectSessionManager manager = manager()) {
			var waiter = manager.getSessionAsync().toCompletableFuture();
			this.asked.await();
			this.fixture.time.advance(Duration.ofSeconds(31));
			assertThat(catchThrowable(waiter::join)).hasMessageContaining("provider");
			this.fixture.time.advance(Duration.ofMinutes(5));

			assertThat(catchThrowable(manager::getSession)).hasMessageContaining("provider");
			assertThat(manager.snapshot().lastFailure().consecutiveFailures()).isOne();
		}
	}

	@Test
	void whenTheProviderComesBackThenTheBackgroundTriesAgain() throws Exception {
		try (ConnectSessionManager manager = manager()) {
			manager.renew();
			this.asked.await();
			this.fixture.time.advance(Duration.ofSeconds(31));
			this.answers.complete(null);

			await().until(() -> {
				this.fixture.time.advance(Duration.ofSeconds(1));
				return manager.snapshot().state() == State.VALID;
			});
		}
	}

	@Test
	void whenClosedWhileTheProviderHangsThenWaitersEndAllTheSame() throws Exception {
		try (ConnectSessionManager manager = manager()) {
			var waiter = manager.getSessionAsync().toCompletableFuture();
			this.asked.await();
			manager.close();

			assertThat(catchThrowable(() -> waiter.get(10, TimeUnit.SECONDS)))
				.hasCauseInstanceOf(ConnectClosedException.class);
		}
	}

	@Test
	void whenTheDeadlineHasPassedThenTheThreadIsInterrupted() throws Exception {
		try (ConnectSessionManager manager = this.fixture.builder(this::hangUntilInterrupted).build()) {
			manager.renew();
			this.asked.await();
			this.fixture.time.advance(Duration.ofSeconds(31));

			this.answers.get(10, TimeUnit.SECONDS);
		}
	}

	@Test
	void whenClosedThenTheThreadIsInterrupted() throws Exception {
		try (ConnectSessionManager manager = this.fixture.builder(this::hangUntilInterrupted).build()) {
			manager.renew();
			this.asked.await();
			manager.close();

			this.answers.get(10, TimeUnit.SECONDS);
		}
	}

	@Test
	void whenAWorkerStartsAfterItsDeadlineThenItSendsNothingAndMakesRoom() {
		Queue<Runnable> late = new ArrayDeque<>();
		try (SessionFixture manual = SessionFixture.with((server) -> server,
				(builder) -> builder.scheduler(executingLate(late)))) {
			var waiter = manual.manager.getSessionAsync().toCompletableFuture();
			this.fixture.time.advance(Duration.ofSeconds(31));
			await().until(waiter::isCompletedExceptionally);
			late.remove().run();

			assertThat(manual.server.requests()).isEmpty();
			assertThat(manual.manager.snapshot().acquiring()).isFalse();
		}
	}

	private ConnectSessionManager manager() {
		return this.fixture.builder(this::hang).build();
	}

	private ConnectCredentials hang() {
		this.asked.countDown();
		this.answers.join();
		return this.fixture.credentials.get();
	}

	private ConnectCredentials hangUntilInterrupted() {
		this.asked.countDown();
		try {
			Thread.sleep(Duration.ofMinutes(1).toMillis());
		}
		catch (InterruptedException ex) {
			this.answers.complete(null);
		}
		return this.fixture.credentials.get();
	}

	/** Runs timers of the manual time, but keeps what is to be executed at once. */
	private ScheduledExecutorService executingLate(Queue<Runnable> late) {
		ScheduledExecutorService timers = this.fixture.time.newScheduler();
		InvocationHandler handler = (proxy, method, args) -> {
			if (method.getName().equals("execute")) {
				late.add((Runnable) args[0]);
				return null;
			}
			return method.invoke(timers, args);
		};
		return (ScheduledExecutorService) Proxy.newProxyInstance(getClass().getClassLoader(),
				new Class<?>[] { ScheduledExecutorService.class }, handler);
	}

}

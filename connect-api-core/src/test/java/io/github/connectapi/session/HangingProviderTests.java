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
 * Providers and threads that do not return, or return deferred.
 */
@Timeout(60)
class HangingProviderTests {

	private final SessionFixture fixture = SessionFixture.withThreads();

	private final CountDownLatch called = new CountDownLatch(1);

	private final CompletableFuture<Void> returned = new CompletableFuture<>();

	@AfterEach
	void close() {
		this.fixture.close();
	}

	@Test
	void whenTheProviderReturnsThenTheBackgroundRetries() throws Exception {
		try (ConnectSessionManager manager = manager()) {
			manager.renew();
			this.called.await();
			this.fixture.time.advance(Duration.ofSeconds(31));
			this.returned.complete(null);

			await().until(() -> {
				this.fixture.time.advance(Duration.ofSeconds(1));
				return manager.snapshot().state() == State.VALID;
			});
		}
	}

	@Test
	void whenClosedWhileTheProviderHangsThenWaitersFail() throws Exception {
		try (ConnectSessionManager manager = manager()) {
			var waiter = manager.getSessionAsync().toCompletableFuture();
			this.called.await();
			manager.close();

			assertThat(catchThrowable(() -> waiter.get(10, TimeUnit.SECONDS)))
				.hasCauseInstanceOf(ConnectClosedException.class);
		}
	}

	@Test
	void whenTheDeadlineHasPassedThenTheThreadIsInterrupted() throws Exception {
		try (ConnectSessionManager manager = this.fixture.builder(this::hangUntilInterrupted).build()) {
			manager.renew();
			this.called.await();
			this.fixture.time.advance(Duration.ofSeconds(31));

			this.returned.get(10, TimeUnit.SECONDS);
		}
	}

	@Test
	void whenClosedThenTheThreadIsInterrupted() throws Exception {
		try (ConnectSessionManager manager = this.fixture.builder(this::hangUntilInterrupted).build()) {
			manager.renew();
			this.called.await();
			manager.close();

			this.returned.get(10, TimeUnit.SECONDS);
		}
	}

	@Test
	void whenATaskStartsAfterItsDeadlineThenItSendsNothingAndIsReleased() {
		Queue<Runnable> deferred = new ArrayDeque<>();
		try (SessionFixture manual = SessionFixture.with((server) -> server,
				(builder) -> builder.scheduler(deferring(deferred)))) {
			var waiter = manual.manager.getSessionAsync().toCompletableFuture();
			this.fixture.time.advance(Duration.ofSeconds(31));
			await().until(waiter::isCompletedExceptionally);
			deferred.remove().run();

			assertThat(manual.server.requests()).isEmpty();
			assertThat(manual.manager.snapshot().acquiring()).isFalse();
		}
	}

	private ConnectSessionManager manager() {
		return this.fixture.builder(this::hang).build();
	}

	private ConnectCredentials hang() {
		this.called.countDown();
		this.returned.join();
		return this.fixture.credentials.get();
	}

	private ConnectCredentials hangUntilInterrupted() {
		this.called.countDown();
		try {
			Thread.sleep(Duration.ofMinutes(1).toMillis());
		}
		catch (InterruptedException ex) {
			this.returned.complete(null);
		}
		return this.fixture.credentials.get();
	}

	/** Runs the timers of the manual time, but queues the tasks to execute. */
	private ScheduledExecutorService deferring(Queue<Runnable> deferred) {
		ScheduledExecutorService timers = this.fixture.time.newScheduler();
		InvocationHandler handler = (proxy, method, args) -> {
			if (method.getName().equals("execute")) {
				deferred.add((Runnable) args[0]);
				return null;
			}
			return method.invoke(timers, args);
		};
		return (ScheduledExecutorService) Proxy.newProxyInstance(getClass().getClassLoader(),
				new Class<?>[] { ScheduledExecutorService.class }, handler);
	}

}

package io.github.connectapi.session;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.github.connectapi.ConnectCredentialsRejectedException;
import io.github.connectapi.ConnectInterruptedException;
import io.github.connectapi.ConnectSession;
import io.github.connectapi.ConnectUnavailableException;
import io.github.connectapi.ConnectWaitTimeoutException;
import io.github.connectapi.test.Fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Callers on real threads share one acquisition.
 */
@Timeout(60)
class SharedAcquisitionTests {

	private static final int CALLERS = 100;

	private final SessionFixture fixture = SessionFixture.withThreads();

	private final ConnectSessionManager manager = this.fixture.manager;

	private final ExecutorService callers = Executors.newCachedThreadPool();

	@AfterEach
	void close() {
		this.callers.shutdownNow();
		this.fixture.close();
	}

	@Test
	void whenAHundredCallersNeedASessionThenOneLoginServesAll() throws Exception {
		List<Future<ConnectSession>> results = this.callers.invokeAll(
				Stream.generate(() -> (Callable<ConnectSession>) this.manager::getSession).limit(CALLERS).toList());

		ConnectSession session = this.manager.getSession();
		for (Future<ConnectSession> result : results) {
			assertThat(result.get()).isSameAs(session);
		}
		assertThat(this.fixture.logins()).isOne();
	}

	@Test
	void whenTheAcquisitionFailsThenEachWaiterGetsItsOwnException() throws Exception {
		this.fixture.server.enqueue("CreateSession", Fault.block().set("/ResponseHeader/Status", "error"));
		List<CompletableFuture<ConnectSession>> waiters = Stream
			.generate(() -> this.manager.getSessionAsync().toCompletableFuture())
			.limit(CALLERS)
			.toList();
		this.fixture.server.awaitRequests("CreateSession", 1, Duration.ofSeconds(10));
		this.fixture.server.unblock();

		List<Throwable> failures = waiters.stream().map((waiter) -> catchThrowable(waiter::join).getCause()).toList();
		assertThat(failures).doesNotHaveDuplicates()
			.allSatisfy((failure) -> assertThat(failure).isInstanceOf(ConnectCredentialsRejectedException.class)
				.hasNoCause()
				.hasSuppressedException(failures.get(0).getSuppressed()[0]));
		assertThat(this.fixture.logins()).isOne();
	}

	@Test
	void whenACallerIsInterruptedThenOthersAreNotAffected() throws Exception {
		this.fixture.server.enqueue("CreateSession", Fault.block());
		CompletableFuture<Boolean> flagKept = new CompletableFuture<>();
		Thread starter = new Thread(() -> {
			Throwable failure = catchThrowable(this.manager::getSession);
			flagKept.complete(failure instanceof ConnectInterruptedException && Thread.currentThread().isInterrupted());
		});
		starter.start();
		this.fixture.server.awaitRequests("CreateSession", 1, Duration.ofSeconds(10));
		Future<ConnectSession> other = this.callers.submit((Callable<ConnectSession>) this.manager::getSession);
		starter.interrupt();

		assertThat(flagKept.get(10, TimeUnit.SECONDS)).isTrue();
		this.fixture.server.unblock();
		assertThat(other.get(10, TimeUnit.SECONDS)).isNotNull();
		assertThat(this.fixture.logins()).isOne();
	}

	@Test
	void whenACallerTimesOutThenTheAcquisitionContinuesAndItsResultIsKept() throws Exception {
		this.fixture.server.enqueue("CreateSession", Fault.block());

		assertThatExceptionOfType(ConnectWaitTimeoutException.class)
			.isThrownBy(() -> this.manager.getSession(Duration.ofMillis(20)));
		this.fixture.server.awaitRequests("CreateSession", 1, Duration.ofSeconds(10));
		this.fixture.server.unblock();
		assertThat(this.manager.getSession()).isNotNull();
		assertThat(this.fixture.logins()).isOne();
	}

	@Test
	void whenAStageIsCancelledThenOthersAreNotAffected() throws Exception {
		this.fixture.server.enqueue("CreateSession", Fault.block());
		var cancelled = this.manager.getSessionAsync().toCompletableFuture();
		var other = this.manager.getSessionAsync().toCompletableFuture();
		cancelled.cancel(true);
		this.fixture.server.awaitRequests("CreateSession", 1, Duration.ofSeconds(10));
		this.fixture.server.unblock();

		assertThat(other.join()).isSameAs(this.manager.getSession());
		assertThat(this.fixture.logins()).isOne();
	}

	@Test
	void whenAnAcquisitionFailsThenTheStageFails() {
		this.fixture.server.always("CreateSession", Fault.status(503));
		this.fixture.time.advance(Duration.ZERO);

		assertThatExceptionOfType(CompletionException.class)
			.isThrownBy(() -> this.manager.getSessionAsync().toCompletableFuture().join())
			.withCauseInstanceOf(ConnectUnavailableException.class);
	}

	@Test
	void whenADependentStageGetsTheSessionThenItDoesNotDeadlock() throws Exception {
		this.fixture.server.enqueue("CreateSession", Fault.block());
		var again = this.manager.getSessionAsync().thenApply((session) -> {
			this.manager.invalidate(session);
			return this.manager.getSession();
		});
		this.fixture.server.awaitRequests("CreateSession", 1, Duration.ofSeconds(10));
		this.fixture.server.unblock();

		assertThat(again.toCompletableFuture().join()).isNotNull();
		assertThat(this.fixture.logins()).isEqualTo(2);
	}

	@Test
	void whenAStageCompletesThenDependentStagesDoNotRunOnAThreadOfTheManager() throws Exception {
		this.fixture.server.enqueue("CreateSession", Fault.block());
		var thread = this.manager.getSessionAsync().thenApply((session) -> Thread.currentThread().getName());
		this.fixture.server.awaitRequests("CreateSession", 1, Duration.ofSeconds(10));
		this.fixture.server.unblock();

		assertThat(thread.toCompletableFuture().join()).as("threads of the manager are called manual-time")
			.isNotEqualTo("manual-time");
	}

}

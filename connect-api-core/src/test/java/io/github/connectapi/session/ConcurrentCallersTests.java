package io.github.connectapi.session;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.github.connectapi.ConnectClosedException;
import io.github.connectapi.ConnectSession;
import io.github.connectapi.ConnectUnavailableException;
import io.github.connectapi.ConnectWaitTimeoutException;
import io.github.connectapi.client.BaseUrl;
import io.github.connectapi.client.ConnectClient;
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.Fault;
import io.github.connectapi.test.FakeConnectServerBuilder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Callers on real threads in difficult situations.
 */
@Timeout(60)
class ConcurrentCallersTests {

	private static final Duration LONG = Duration.ofSeconds(10);

	private final SessionFixture fixture = SessionFixture.withThreads();

	private final ConnectSessionManager manager = this.fixture.manager;

	private final ExecutorService callers = Executors.newCachedThreadPool();

	@AfterEach
	void close() {
		this.callers.shutdownNow();
		this.fixture.close();
	}

	@Test
	void whenTheServerTakesHalfAMinuteThenWaitersTimeOutAndTheResultIsKept() throws Exception {
		SessionSettings settings = SessionFixture.SETTINGS.withAcquisitionTimeout(Duration.ofMinutes(1))
			.withWaitTimeout(Duration.ofMillis(10));
		try (ConnectSessionManager slow = this.fixture.builder(this.fixture.credentials::get)
			.settings(settings)
			.build()) {
			this.fixture.server.enqueue("CreateSession", Fault.block());
			for (Future<ConnectSession> result : invokeAll(100, slow::getSession)) {
				assertThat(catchThrowable(result::get)).hasCauseInstanceOf(ConnectWaitTimeoutException.class);
			}
			this.fixture.server.awaitRequests("CreateSession", 1, LONG);
			this.fixture.time.advance(Duration.ofSeconds(30));
			this.fixture.server.unblock();

			assertThat(slow.getSession(LONG)).isNotNull();
			assertThat(this.fixture.logins()).isOne();
		}
	}

	@Test
	void whenTheRenewalFailsAndTheSessionExpiresThenAllWaitersComplete() throws Exception {
		this.manager.getSession();
		this.fixture.server.always(FakeConnectServer.ANY_OPERATION, Fault.status(404).after(Duration.ofDays(1)));
		this.fixture.time.advance(SessionFixture.DUE);
		this.fixture.server.awaitRequests("RenewSession", 1, LONG);
		this.fixture.time.advanceWithoutTimers(SessionFixture.USABLE.minus(SessionFixture.DUE));
		List<CompletableFuture<ConnectSession>> waiters = Stream
			.generate(() -> this.manager.getSessionAsync().toCompletableFuture())
			.limit(100)
			.toList();
		this.fixture.server.unblock();

		for (CompletableFuture<ConnectSession> waiter : waiters) {
			assertThat(waiter.handle((session, failure) -> failure).get(10, TimeUnit.SECONDS)).isNotNull();
		}
		assertThat(this.fixture.renewals()).isOne();
	}

	@Test
	void whenFiftyReportTheSameSessionAtOnceThenOneIsAcceptedAndThereIsOneLogin() throws Exception {
		ConnectSession rejected = this.manager.getSession();
		this.fixture.server.enqueue("CreateSession", Fault.block());
		List<Future<Boolean>> reports = invokeAll(50, () -> this.manager.invalidate(rejected));
		int accepted = 0;
		for (Future<Boolean> report : reports) {
			accepted += report.get() ? 1 : 0;
		}
		this.fixture.server.awaitRequests("CreateSession", 2, LONG);
		this.fixture.server.unblock();

		assertThat(accepted).isOne();
		assertThat(this.manager.getSession()).isNotEqualTo(rejected);
		assertThat(this.fixture.logins()).isEqualTo(2);
	}

	@Test
	void whenAnInterceptorGetsTheSessionDuringItsLoginThenThereIsNoDeadlock() {
		AtomicReference<Throwable> failure = new AtomicReference<>();
		AtomicReference<ConnectSessionManager> self = new AtomicReference<>();
		try (ConnectClient client = ConnectClient.builder(BaseUrl.of(this.fixture.server.baseUrl()))
			.customizer((builder) -> builder.requestInterceptor((request, body, execution) -> {
				failure.set(catchThrowable(() -> self.get().getSession(Duration.ofMillis(10))));
				return execution.execute(request, body);
			}))
			.build();
				ConnectSessionManager reentrant = ConnectSessionManager.builder(client, this.fixture.credentials::get)
					.build()) {
			self.set(reentrant);

			assertThat(reentrant.getSession()).isNotNull();
			assertThat(failure.get()).isInstanceOf(ConnectWaitTimeoutException.class);
			assertThat(this.fixture.logins()).isOne();
		}
	}

	@Test
	void whenTheProviderGetsTheSessionDuringItsLoginThenThereIsNoDeadlock() {
		AtomicReference<Throwable> failure = new AtomicReference<>();
		AtomicReference<ConnectSessionManager> self = new AtomicReference<>();
		try (ConnectSessionManager reentrant = this.fixture.builder(() -> {
			failure.set(catchThrowable(() -> self.get().getSession(Duration.ofMillis(10))));
			return this.fixture.credentials.get();
		}).build()) {
			self.set(reentrant);

			assertThat(reentrant.getSession()).isNotNull();
			assertThat(failure.get()).isInstanceOf(ConnectWaitTimeoutException.class);
			assertThat(this.fixture.logins()).isOne();
		}
	}

	@Test
	void whenClosedDuringARenewalThenItsResultIsDiscardedAndNothingFollows() throws Exception {
		this.manager.getSession();
		this.fixture.server.enqueue("RenewSession", Fault.block());
		this.manager.renew();
		this.fixture.server.awaitRequests("RenewSession", 1, LONG);
		this.manager.close();
		this.fixture.server.unblock();
		this.fixture.time.advance(Duration.ofHours(2));

		assertThatExceptionOfType(ConnectClosedException.class).isThrownBy(this.manager::getSession);
		assertThat(this.manager.snapshot().generation()).isOne();
		assertThat(this.fixture.server.requests()).hasSize(2);
	}

	@Test
	void whenThePasswordIsWrongThenAThousandCallersAtOnceMakeOneRequest() throws Exception {
		this.fixture.credentials.set(SessionFixture.credentials("not " + FakeConnectServerBuilder.USER_PASSWORD));
		for (Future<ConnectSession> result : invokeAll(1000, this.manager::getSession)) {
			assertThat(catchThrowable(result::get)).hasStackTraceContaining("InvalidUsernameOrPassword");
		}

		assertThat(this.fixture.logins()).isOne();
	}

	@Test
	void whenOneManagerIsBackingOffThenAnotherOneIsNotAffected() {
		this.fixture.server.enqueue("CreateSession", Fault.status(404));
		assertThat(catchThrowable(this.manager::getSession)).isNotInstanceOf(ConnectUnavailableException.class)
			.isNotNull();

		try (ConnectSessionManager other = this.fixture.builder(this.fixture.credentials::get).build()) {
			assertThat(other.getSession()).isNotNull();
		}
	}

	private <T> List<Future<T>> invokeAll(int count, Callable<T> call) throws InterruptedException {
		return this.callers.invokeAll(Collections.nCopies(count, call));
	}

}

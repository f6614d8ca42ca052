package io.github.connectapi.session;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import io.github.connectapi.ConnectBackoffException;
import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.ConnectCredentialsProvider;
import io.github.connectapi.ConnectSession;
import io.github.connectapi.ConnectUnavailableException;
import io.github.connectapi.client.BaseUrl;
import io.github.connectapi.client.ConnectClient;
import io.github.connectapi.session.ConnectSessionSnapshot.State;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

/**
 * Acquisitions whose threads do not return at their deadline, because code of the
 * application ignores its interrupt.
 */
@Timeout(60)
@ExtendWith(OutputCaptureExtension.class)
class AbandonedAcquisitionTests {

	private static final Duration DEADLINE = Duration.ofSeconds(31);

	private final SessionFixture fixture = SessionFixture.withThreads();

	/** The calls of the provider that have not returned, in their order. */
	private final BlockingQueue<CompletableFuture<Void>> hanging = new LinkedBlockingQueue<>();

	private final AtomicInteger calls = new AtomicInteger();

	private final List<ConnectSessionEvent> events = new CopyOnWriteArrayList<>();

	private final ConnectCredentialsProvider provider = new HangingProvider();

	private final ConnectSessionManager manager = this.fixture.builder(this.provider)
		.listener(this.events::add)
		.build();

	private volatile boolean hangs = true;

	@AfterEach
	void close() {
		this.hangs = false;
		this.hanging.forEach((call) -> call.complete(null));
		this.manager.close();
		this.fixture.close();
	}

	@Test
	void whenTheProviderHangsThenTheFailureNamesItAndTheNextAcquisitionStarts() throws Exception {
		abandon(1);
		assertThat(this.manager.snapshot().lastFailure().message())
			.isEqualTo("The acquisition did not complete within 30000 ms: it has not returned from "
					+ "the credentials provider " + HangingProvider.class.getName());
		this.hangs = false;
		this.fixture.time.advance(Duration.ofSeconds(1));

		await().until(() -> this.manager.snapshot().state() == State.VALID);
		assertThat(this.manager.snapshot().abandonedAcquisitions()).isOne();
	}

	@Test
	void whenTheProviderHangsThenTheLogHasTheStackTraceOfItsThread(CapturedOutput output) throws Exception {
		abandon(1);
		assertThat(output).contains("TimeoutException: Stack trace of the thread ",
				HangingProvider.class.getName() + ".getCredentials");
	}

	@Test
	void whenOneHangsAndTheManagerIsResetThenTheNextAcquisitionStartsAtOnce() throws Exception {
		abandon(1);
		this.hangs = false;
		this.manager.reset();

		assertThat(this.manager.getSession()).isNotNull();
	}

	@Test
	void whenTheAbandonedThreadReturnsThenItsResultIsDiscarded() throws Exception {
		abandon(1);
		this.hangs = false;
		this.manager.reset();
		ConnectSession session = this.manager.getSession();
		this.hanging.remove().complete(null);

		await().until(() -> this.manager.snapshot().abandonedAcquisitions() == 0);
		assertThat(this.manager.getSession()).isSameAs(session);
		assertThat(this.fixture.logins()).isOne();
	}

	@Test
	void whenTwoHangThenTheNextFailsAtOnceAndEverySignalNamesTheProvider(CapturedOutput output) throws Exception {
		abandon(2);
		this.fixture.time.advance(Duration.ofHours(1));

		assertThat(this.calls).as("calls of the provider").hasValue(2);
		assertThat(this.manager.snapshot().abandonedAcquisitions()).isEqualTo(2);
		assertThat(this.manager.snapshot().state()).isEqualTo(State.FAILED);
		String message = "No acquisition was started, because 2 earlier ones have not returned from "
				+ "the credentials provider " + HangingProvider.class.getName() + ". Repair the code";
		assertThat(this.manager.snapshot().lastFailure().message()).startsWith(message);
		assertThat(output).containsOnlyOnce("failure=\"" + message);
		assertThatExceptionOfType(ConnectBackoffException.class).isThrownBy(this.manager::getSession)
			.withMessageContaining(message);
		await().untilAsserted(() -> assertThat(this.events)
			.filteredOn((event) -> event instanceof ConnectSessionEvent.Unavailable failed
					&& failed.failure().getMessage().startsWith(message))
			.hasSizeGreaterThan(10));
	}

	@Test
	void whenTwoHangAndTheManagerIsResetThenThatFailureIsSeenAtOnce() throws Exception {
		abandon(2);
		this.manager.reset();

		assertThat(this.manager.snapshot().state()).isEqualTo(State.FAILED);
		assertThat(this.manager.snapshot().lastFailure().message()).startsWith("No acquisition was started");
		assertThat(this.calls).hasValue(2);
	}

	@Test
	void whenTwoHangAndOneReturnsThenASessionIsAcquiredWithoutAReset() throws Exception {
		abandon(2);
		this.fixture.time.advance(Duration.ofMinutes(5));
		this.hangs = false;
		this.hanging.remove().complete(null);
		await().until(() -> this.manager.snapshot().abandonedAcquisitions() == 1);

		await().until(() -> {
			this.fixture.time.advance(Duration.ofSeconds(5));
			return this.manager.snapshot().state() == State.VALID;
		});
		assertThat(this.fixture.logins()).isOne();
	}

	@Test
	void whenRenewalsHangThenTheValidSessionIsServed() throws Exception {
		this.hangs = false;
		ConnectSession session = this.manager.getSession();
		this.hangs = true;
		this.fixture.time.advance(SessionFixture.DUE);
		awaitAndAbandon();
		this.fixture.time.advance(Duration.ofSeconds(1));
		awaitAndAbandon();
		this.fixture.time.advance(Duration.ofSeconds(3));

		assertThat(this.manager.getSession()).isSameAs(session);
		assertThat(this.manager.snapshot().state()).isEqualTo(State.VALID);
		assertThat(this.manager.snapshot().lastFailure().message()).startsWith("No acquisition was started");
	}

	@Test
	void whenProbesHangThenTheyAreNoFailuresAndTheRejectionRemains() throws Exception {
		this.hangs = false;
		this.fixture.credentials.set(SessionFixture.credentials("wrong"));
		catchThrowable(this.manager::getSession);
		this.hangs = true;
		this.fixture.time.advance(SessionPolicy.PROBE_INTERVAL);
		awaitAndAbandon();
		this.fixture.time.advance(SessionPolicy.PROBE_INTERVAL);
		awaitAndAbandon();
		this.fixture.time.advance(Duration.ofSeconds(20));

		assertThat(this.manager.snapshot().lastFailure().consecutiveFailures()).isOne();
		assertThat(this.manager.snapshot().lastFailure().credentialsRejected()).isTrue();
		assertThat(this.calls).hasValue(3);
		this.fixture.time.advance(Duration.ofSeconds(19));
		assertThat(this.manager.snapshot().lastFailure().message()).as("at the end of the back-off")
			.startsWith("No acquisition was started");
		assertThat(this.manager.snapshot().lastFailure().consecutiveFailures()).isEqualTo(2);
	}

	@Test
	void whenAnInterceptorHangsThenTheFailureDoesNotNameTheProvider() throws Exception {
		this.hangs = false;
		CompletableFuture<Void> exchange = new CompletableFuture<>();
		try (ConnectClient client = ConnectClient.builder(BaseUrl.of(this.fixture.server.baseUrl()))
			.customizer((builder) -> builder.requestInterceptor((request, body, execution) -> {
				this.hanging.add(exchange);
				exchange.join();
				return execution.execute(request, body);
			}))
			.build(); ConnectSessionManager exchanging = this.fixture.builder(client, this.provider).build()) {
			exchanging.renew();
			await().until(() -> this.hanging.size() == 1);
			this.fixture.time.advance(DEADLINE);
			String first = exchanging.snapshot().lastFailure().message();
			this.fixture.time.advance(Duration.ofSeconds(1));
			await().until(() -> this.hanging.size() == 2);
			this.fixture.time.advance(DEADLINE);
			this.fixture.time.advance(Duration.ofSeconds(10));
			String next = exchanging.snapshot().lastFailure().message();
			exchange.complete(null);

			assertThat(first).contains("did not complete", "has not returned from an exchange of the client")
				.doesNotContain("credentials provider");
			assertThat(next).contains("No acquisition was started", "have not returned from an exchange of the client")
				.doesNotContain("credentials provider");
		}
	}

	@Test
	void whenClosedThenEachThreadThatStillRunsIsLogged(CapturedOutput output) throws Exception {
		SessionSettings settings = SessionFixture.SETTINGS.withAcquisitionTimeout(Duration.ofSeconds(1));
		try (ConnectSessionManager real = ConnectSessionManager.builder(this.fixture.client, this.provider)
			.settings(settings)
			.build()) {
			assertThatExceptionOfType(ConnectUnavailableException.class).isThrownBy(real::getSession);
			real.reset();
			assertThatExceptionOfType(ConnectUnavailableException.class).isThrownBy(real::getSession);
			real.reset();
			assertThatExceptionOfType(ConnectBackoffException.class).isThrownBy(real::getSession)
				.withMessageContaining("No acquisition was started");
		}

		assertThat(output.getAll().lines())
			.filteredOn((line) -> line.contains("Connect session manager closed, but a thread still runs"))
			.hasSize(2)
			.allSatisfy((line) -> assertThat(line).contains("WARN", "thread=getty-connect-session-",
					"in=\"the credentials provider " + HangingProvider.class.getName() + "\""));
	}

	/** Let acquisitions hang until their deadline, one after the other. */
	private void abandon(int acquisitions) throws InterruptedException {
		this.manager.renew();
		awaitAndAbandon();
		for (int i = 1; i < acquisitions; i++) {
			this.fixture.time.advance(Duration.ofSeconds(2));
			awaitAndAbandon();
		}
	}

	private void awaitAndAbandon() {
		int before = this.manager.snapshot().abandonedAcquisitions();
		await().until(() -> this.hanging.size() > before);
		this.fixture.time.advance(DEADLINE);
		assertThat(this.manager.snapshot().abandonedAcquisitions()).isEqualTo(before + 1);
	}

	private final class HangingProvider implements ConnectCredentialsProvider {

		@Override
		public ConnectCredentials getCredentials() {
			AbandonedAcquisitionTests.this.calls.incrementAndGet();
			if (AbandonedAcquisitionTests.this.hangs) {
				CompletableFuture<Void> call = new CompletableFuture<>();
				AbandonedAcquisitionTests.this.hanging.add(call);
				// Ignores an interrupt.
				call.join();
			}
			return AbandonedAcquisitionTests.this.fixture.credentials.get();
		}

	}

}

package io.github.connectapi.autoconfigure.startup;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.github.connectapi.ConnectClosedException;
import io.github.connectapi.ConnectCredentialsRejectedException;
import io.github.connectapi.ConnectInterruptedException;
import io.github.connectapi.ConnectUnavailableException;
import io.github.connectapi.ConnectWaitTimeoutException;
import io.github.connectapi.client.BaseUrl;
import io.github.connectapi.client.ConnectClient;
import io.github.connectapi.session.ConnectSessionManager;
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.Fault;
import io.github.connectapi.test.junit.FakeConnectExtension;
import io.github.connectapi.autoconfigure.FakeApplication;
import io.github.connectapi.autoconfigure.diagnostics.ConnectStartupException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.SmartLifecycle;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SessionStartup}.
 */
@Timeout(30)
class SessionStartupTests {

	@RegisterExtension
	static final FakeConnectExtension connect = new FakeConnectExtension();

	private final FakeConnectServer server = connect.server();

	@Test
	void whenLazyThenNothingIsSent() {
		FakeApplication.of(this.server).run((context) -> {
			assertThat(context).hasNotFailed();
			assertThat(this.server.requests()).isEmpty();
		});
	}

	@Test
	void whenLazyAndTheApiIsDownThenTheContextStarts() {
		FakeApplication.configured().run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void whenBackgroundThenASessionIsAcquiredWithoutACaller() {
		startingIn("background")
			.run((context) -> this.server.awaitRequests("CreateSession", 1, Duration.ofSeconds(10)));
	}

	@Test
	void whenBackgroundAndTheLoginHangsThenTheContextStarts() {
		this.server.always("CreateSession", Fault.hang());
		startingIn("background").run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void whenRequiredThenThereIsASessionBeforeWebServersStart() {
		List<Integer> seen = new ArrayList<>();
		startingIn("required")
			.withBean(FakeWebServer.class, () -> new FakeWebServer(() -> seen.add(this.server.count("CreateSession"))))
			.run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(seen).containsExactly(1);
				assertThat(context.getBean(ConnectSessionManager.class).snapshot().generation()).isEqualTo(1);
			});
	}

	@Test
	void whenRequiredAndCredentialsAreRejectedThenTheStartFailsAfterOneLogin() {
		startingIn("required")
			.withPropertyValues("getty.connect.user-password=wrong", "getty.connect.session.startup-timeout=1d")
			.run((context) -> {
				assertThat(context).getFailure()
					.cause()
					.isInstanceOf(ConnectStartupException.class)
					.cause()
					.isInstanceOf(ConnectCredentialsRejectedException.class);
				assertThat(this.server.count("CreateSession")).isEqualTo(1);
			});
	}

	@Test
	void whenRequiredAndTheLoginHangsThenTheStartFailsAtTheDeadline() {
		this.server.always("CreateSession", Fault.hang());
		startingIn("required")
			.withPropertyValues("getty.connect.session.acquisition-timeout=300ms",
					"getty.connect.session.startup-timeout=300ms")
			.run((context) -> assertThat(context).getFailure()
				.cause()
				.isInstanceOf(ConnectStartupException.class)
				.cause()
				.isInstanceOfSatisfying(ConnectUnavailableException.class,
						(failure) -> assertThat(failure.operation()).contains("CreateSession")));
	}

	@Test
	void whenRequiredAndTheApiRecoversBeforeTheDeadlineThenTheContextStarts() {
		Fault down = Fault.status(503);
		this.server.enqueue("CreateSession", down, down, down, down);
		withShortBackoff().withPropertyValues("getty.connect.session.startup-timeout=1d").run((context) -> {
			assertThat(context).hasNotFailed();
			assertThat(this.server.count("CreateSession")).isEqualTo(5);
		});
	}

	@Test
	void whenRequiredAndTheApiStaysDownThenTheStartFailsAtTheDeadlineWithTheLastFailure() {
		this.server.always("CreateSession", Fault.status(503));
		withShortBackoff().withPropertyValues("getty.connect.session.startup-timeout=300ms").run((context) -> {
			assertThat(context).getFailure()
				.cause()
				.isInstanceOf(ConnectStartupException.class)
				.hasMessageContaining("503")
				.cause()
				.isInstanceOf(ConnectUnavailableException.class);
			assertThat(this.server.count("CreateSession")).isGreaterThan(2);
		});
	}

	@Test
	void whenRequiredAndTheApiSendsRetryAfterThenNothingIsSentUntilThen() {
		this.server.always("CreateSession", Fault.status(503).retryAfter("3600"));
		withShortBackoff().withPropertyValues("getty.connect.session.startup-timeout=300ms").run((context) -> {
			assertThat(context).getFailure().cause().cause().isInstanceOf(ConnectUnavailableException.class);
			assertThat(this.server.count("CreateSession")).isEqualTo(1);
		});
	}

	@Test
	void whenRequiredAndTheFirstAcquisitionIsStillRunningThenTheStartFailsAtTheDeadline() {
		this.server.always("CreateSession", Fault.hang());
		startingIn("required").withPropertyValues("getty.connect.session.startup-timeout=100ms")
			.run((context) -> assertThat(context).getFailure()
				.cause()
				.isInstanceOf(ConnectStartupException.class)
				.cause()
				.isInstanceOf(ConnectWaitTimeoutException.class));
	}

	@Test
	void whenRequiredAndTheManagerIsClosedThenTheStartFailsImmediately() {
		ConnectSessionManager closed = manager();
		closed.close();
		startingIn("required").withBean("closed", ConnectSessionManager.class, () -> closed)
			.withPropertyValues("getty.connect.session.startup-timeout=1d")
			.run((context) -> assertThat(context).getFailure()
				.cause()
				.cause()
				.isInstanceOf(ConnectClosedException.class));
	}

	@Test
	void whenRequiredAndTheThreadIsInterruptedThenTheStartFailsImmediately() {
		this.server.always("CreateSession", Fault.hang());
		Thread.currentThread().interrupt();
		startingIn("required").withPropertyValues("getty.connect.session.startup-timeout=1d").run((context) -> {
			assertThat(Thread.interrupted()).isTrue();
			assertThat(context).getFailure().cause().cause().isInstanceOf(ConnectInterruptedException.class);
		});
	}

	@Test
	void whenRequiredAndAllBeansAreLazyThenThereIsASession() {
		startingIn("required")
			.withInitializer(
					(context) -> context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor()))
			.run((context) -> assertThat(this.server.count("CreateSession")).isEqualTo(1));
	}

	@Test
	void whenRequiredThenEachManagerOfTheApplicationHasASession() {
		startingIn("required").withBean("first", ConnectSessionManager.class, this::manager)
			.withBean("second", ConnectSessionManager.class, this::manager)
			.run((context) -> {
				assertThat(context.getBean("first", ConnectSessionManager.class).snapshot().generation()).isEqualTo(1);
				assertThat(context.getBean("second", ConnectSessionManager.class).snapshot().generation()).isEqualTo(1);
			});
	}

	@Test
	void whenThereIsNoManagerThenNothingIsStarted() {
		startupOnly().run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(SmartLifecycle.class));
	}

	private static ApplicationContextRunner startupOnly() {
		return new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(ConnectStartupAutoConfiguration.class))
			.withPropertyValues("getty.connect.session.startup=required");
	}

	private ConnectSessionManager manager() {
		ConnectClient client = ConnectClient.builder(BaseUrl.of(this.server.baseUrl())).build();
		return ConnectSessionManager.builder(client, () -> FakeApplication.credentials(this.server)).build();
	}

	/** With one request per acquisition and a short back-off. */
	private ApplicationContextRunner withShortBackoff() {
		return startingIn("required").withPropertyValues("getty.connect.retry.max-attempts=1",
				"getty.connect.session.backoff.initial=1ms", "getty.connect.session.backoff.max=20ms");
	}

	private ApplicationContextRunner startingIn(String mode) {
		return FakeApplication.of(this.server).withPropertyValues("getty.connect.session.startup=" + mode);
	}

	/** In the phase in which Spring Boot starts web servers. */
	record FakeWebServer(Runnable onStart) implements SmartLifecycle {

		@Override
		public void start() {
			this.onStart.run();
		}

		@Override
		public void stop() {
		}

		@Override
		public boolean isRunning() {
			return false;
		}

		@Override
		public int getPhase() {
			return SmartLifecycle.DEFAULT_PHASE - 2048;
		}

	}

}

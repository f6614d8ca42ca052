package io.github.connectapi.session;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;

import io.github.connectapi.ConnectUnavailableException;
import io.github.connectapi.client.BaseUrl;
import io.github.connectapi.client.ConnectClient;
import io.github.connectapi.session.ConnectSessionSnapshot.State;
import io.github.connectapi.test.Fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

/**
 * An acquisition that fails unexpectedly is released, and no caller waits for it.
 */
@Timeout(60)
class UnexpectedFailureTests {

	private final SessionFixture fixture = SessionFixture.create();

	private final AtomicBoolean broken = new AtomicBoolean(true);

	@AfterEach
	void close() {
		this.fixture.close();
	}

	@Test
	void whenTheExecutorRefusesTheTimerThenTheSessionIsUsed() {
		ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(4) {
			@Override
			public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
				if (unit.toMinutes(delay) > 5) {
					throw new IllegalStateException("no renewals");
				}
				return super.schedule(command, delay, unit);
			}
		};
		List<ConnectSessionEvent> events = new CopyOnWriteArrayList<>();
		try (ConnectSessionManager manager = this.fixture.builder(this.fixture.credentials::get)
			.scheduler(executor)
			.listener(events::add)
			.build()) {
			assertThat(manager.getSession()).isNotNull();
			await().until(() -> events.size() == 1);
			assertThat(events).first().isInstanceOf(ConnectSessionEvent.Created.class);
		}
		executor.shutdownNow();
	}

	@Test
	void whenAClockThrowsOnceThenNoAcquisitionIsStuck() {
		AtomicInteger readings = new AtomicInteger(Integer.MAX_VALUE);
		for (int failing = 0; failing < 20; failing++) {
			readings.set(Integer.MAX_VALUE);
			try (ConnectSessionManager manager = this.fixture.builder(this.fixture.credentials::get).nanoClock(() -> {
				if (readings.getAndDecrement() == 0) {
					throw new IllegalStateException("a clock of the application");
				}
				return this.fixture.time.nanos().getAsLong();
			}).build()) {
				readings.set(failing);
				catchThrowable(manager::getSession);
				readings.set(Integer.MAX_VALUE);
				this.fixture.time.advance(Duration.ofSeconds(2));

				assertThat(manager.snapshot().acquiring()).as("reading %s", failing).isFalse();
				assertThat(manager.getSession()).as("reading %s", failing).isNotNull();
			}
		}
	}

	@Test
	void whenTheProviderThrowsAnErrorThenTheNextAcquisitionStarts() {
		this.fixture.credentials.set(null);
		try (ConnectSessionManager manager = this.fixture.builder(() -> {
			if (this.broken.getAndSet(false)) {
				throw new StackOverflowError();
			}
			return SessionFixture.credentials("fake-user-password");
		}).build()) {
			assertThatExceptionOfType(ConnectUnavailableException.class).isThrownBy(manager::getSession)
				.withMessageContaining("StackOverflowError");
			this.fixture.time.advance(Duration.ofSeconds(1));

			assertThat(manager.getSession()).isNotNull();
		}
	}

	@Test
	void whenTheTransportThrowsAnErrorThenTheNextAcquisitionStarts() {
		try (ConnectClient client = ConnectClient.builder(BaseUrl.of(this.fixture.server.baseUrl()))
			.customizer((builder) -> builder.requestInterceptor((request, body, execution) -> {
				if (this.broken.get()) {
					throw new NoClassDefFoundError("half a deployment");
				}
				return execution.execute(request, body);
			}))
			.build();
				ConnectSessionManager manager = this.fixture.builder(client, this.fixture.credentials::get).build()) {
			assertThatExceptionOfType(ConnectUnavailableException.class).isThrownBy(manager::getSession)
				.withMessageContaining("NoClassDefFoundError");
			this.broken.set(false);
			this.fixture.time.advance(Duration.ofSeconds(1));

			assertThat(manager.getSession()).isNotNull();
		}
	}

	@Test
	void whenThereIsNoThreadThenCallersFailAndTheNextAcquisitionStarts() {
		try (SessionFixture withoutThreads = SessionFixture.with((server) -> server,
				(builder) -> builder.scheduler(withoutThreads()))) {
			assertThatExceptionOfType(ConnectUnavailableException.class).isThrownBy(withoutThreads.manager::getSession)
				.withMessageContaining("OutOfMemoryError");
			this.broken.set(false);
			withoutThreads.time.advance(Duration.ofSeconds(1));

			assertThat(withoutThreads.manager.getSession()).isNotNull();
		}
	}

	@Test
	void whenLoggingThrowsThenWaitersGetTheSession() {
		LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
		context.addTurboFilter(new ThrowingFilter());
		try {
			assertThat(this.fixture.manager.getSession()).isNotNull();
		}
		finally {
			context.resetTurboFilterList();
		}
		this.fixture.time.advance(SessionFixture.DUE);
		assertThat(this.fixture.renewals()).as("its timer was set").isOne();
	}

	@Test
	void whenResetBetweenTwoDecisionsThenTheResetIsNotLost() {
		AtomicReference<ConnectSessionManager> reset = new AtomicReference<>();
		try (SessionFixture rejected = SessionFixture.create()) {
			rejected.credentials.set(SessionFixture.credentials("wrong"));
			AtomicBoolean probed = new AtomicBoolean();
			ConnectSessionManager manager = rejected.builder(() -> {
				probed.set(true);
				return rejected.credentials.get();
			}).nanoClock(() -> {
				// The manager is reset right after the clock was read for the decision.
				if (probed.getAndSet(false) && reset.get() != null) {
					long before = rejected.time.nanos().getAsLong();
					rejected.server.accounts().changeUserPassword("fake-user", "wrong");
					reset.getAndSet(null).reset();
					return before;
				}
				return rejected.time.nanos().getAsLong();
			}).clock(rejected.time.clock()).build();
			catchThrowable(manager::getSession);
			probed.set(false);
			reset.set(manager);
			rejected.time.advance(SessionPolicy.PROBE_INTERVAL);

			assertThat(manager.snapshot().state()).isEqualTo(State.VALID);
			assertThat(rejected.logins()).isEqualTo(2);
			manager.close();
		}
	}

	@Test
	void whenTheFailureCannotBeRecordedThenNoCallerIsLeftWaiting() {
		try (SessionFixture threads = SessionFixture.withThreads();
				ConnectSessionManager manager = threads.builder(threads.credentials::get, () -> {
					throw new IllegalStateException("no entropy");
				}).build()) {
			assertThatExceptionOfType(ConnectUnavailableException.class).isThrownBy(manager::getSession)
				.withMessageContaining("ended without a session");
		}
	}

	@Test
	void whenTheNextAcquisitionStartsBeforeTheFailedOneIsReleasedThenItContinues() throws Exception {
		LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
		try (SessionFixture threads = SessionFixture.withThreads()) {
			threads.server.enqueue("CreateSession", Fault.status(404), Fault.block());
			context.addTurboFilter(new FirstWarningFilter(threads.manager::reset));
			catchThrowable(threads.manager::getSession);
			threads.server.awaitRequests("CreateSession", 2, Duration.ofSeconds(10));

			await().during(Duration.ofMillis(200)).until(() -> threads.manager.snapshot().acquiring());
			threads.server.unblock();
			assertThat(threads.manager.getSession()).isNotNull();
			assertThat(threads.logins()).isEqualTo(2);
		}
		finally {
			context.resetTurboFilterList();
		}
	}

	private ScheduledExecutorService withoutThreads() {
		ScheduledExecutorService scheduler = this.fixture.time.newScheduler();
		return (ScheduledExecutorService) Proxy.newProxyInstance(getClass().getClassLoader(),
				new Class<?>[] { ScheduledExecutorService.class }, (proxy, method, args) -> {
					if (this.broken.get() && !method.getName().startsWith("shutdown")) {
						throw new OutOfMemoryError("unable to create native thread");
					}
					return method.invoke(scheduler, args);
				});
	}

	/** Throws an exception whenever the manager logs. */
	private static final class ThrowingFilter extends TurboFilter {

		@Override
		public FilterReply decide(Marker marker, Logger logger, Level level, String format, Object[] params,
				Throwable thrown) {
			if (logger.getName().equals(ConnectSessionManager.class.getName())) {
				throw new IllegalStateException("disk full");
			}
			return FilterReply.NEUTRAL;
		}

	}

	/** Runs an action when the manager logs its first warning. */
	private static final class FirstWarningFilter extends TurboFilter {

		private final AtomicReference<@Nullable Runnable> action;

		FirstWarningFilter(Runnable action) {
			this.action = new AtomicReference<>(action);
		}

		@Override
		public FilterReply decide(Marker marker, Logger logger, Level level, String format, Object[] params,
				Throwable thrown) {
			boolean warning = level == Level.WARN && logger.getName().equals(ConnectSessionManager.class.getName());
			Runnable action = warning ? this.action.getAndSet(null) : null;
			if (action != null) {
				action.run();
			}
			return FilterReply.NEUTRAL;
		}

	}

}

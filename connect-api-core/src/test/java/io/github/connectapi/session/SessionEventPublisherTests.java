package io.github.connectapi.session;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import io.github.connectapi.ConnectSession;
import io.github.connectapi.ConnectThreadFactory;
import io.github.connectapi.session.ConnectSessionEvent.Closed;
import io.github.connectapi.session.ConnectSessionEvent.Created;
import io.github.connectapi.session.ConnectSessionEvent.Expired;
import io.github.connectapi.session.ConnectSessionEvent.Invalidated;
import io.github.connectapi.session.ConnectSessionEvent.Recovered;
import io.github.connectapi.session.ConnectSessionEvent.Rejected;
import io.github.connectapi.session.ConnectSessionEvent.RenewalFailed;
import io.github.connectapi.session.ConnectSessionEvent.Renewed;
import io.github.connectapi.session.ConnectSessionEvent.Reset;
import io.github.connectapi.session.ConnectSessionEvent.Unavailable;
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.Fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

/**
 * Events that listeners receive, and listeners that fail. In some tests {@link Reset} is
 * the last event: when it is received, all earlier ones have been received.
 */
@ExtendWith(OutputCaptureExtension.class)
class SessionEventPublisherTests {

	private final BlockingQueue<ConnectSessionEvent> received = new LinkedBlockingQueue<>();

	private final SessionFixture fixture = SessionFixture.with((server) -> server,
			(manager) -> manager.listener(this.received::add));

	private final ConnectSessionManager manager = this.fixture.manager;

	private final Instant start = this.fixture.time.clock().instant();

	@AfterEach
	void close() {
		this.fixture.close();
	}

	@Test
	void whenCreatedRenewedAndClosedThenEachIsPublished() throws InterruptedException {
		this.manager.getSession();
		this.fixture.time.advance(SessionFixture.DUE);
		this.manager.close();

		Instant renewed = this.start.plus(SessionFixture.DUE);
		assertThat(until(Closed.class)).containsExactly(new Created(this.start, 1, this.start.plusSeconds(1800)),
				new Renewed(renewed, 2, renewed.plusSeconds(1800)), new Closed(renewed, 2));
	}

	@Test
	void whenTheApiIsDownThenEachFailureTheEndOfTheSessionAndTheRecoveryArePublished() throws InterruptedException {
		this.manager.getSession();
		this.fixture.server.always(FakeConnectServer.ANY_OPERATION, Fault.status(503));
		this.fixture.time.advance(Duration.ofHours(1));
		this.fixture.server.clearFaults();
		this.fixture.time.advance(Duration.ofMinutes(2));

		List<ConnectSessionEvent> events = until(Recovered.class);
		assertThat(distinctTypes(events)).containsExactly(Created.class, RenewalFailed.class, Expired.class,
				Unavailable.class, Created.class, Recovered.class);
		assertThat(events).last().asInstanceOf(type(Recovered.class)).satisfies((recovered) -> {
			assertThat(recovered.failures()).isEqualTo(events.size() - 4);
			assertThat(recovered.generation()).isEqualTo(2);
		});
		assertThat(events.get(1)).asInstanceOf(type(RenewalFailed.class)).satisfies((failed) -> {
			assertThat(failed.failure().operation()).contains("RenewSession");
			assertThat(failed.consecutiveFailures()).isOne();
			assertThat(failed.nextAttemptAt()).isAfter(failed.at());
			assertThat(failed.sessionValid()).isTrue();
		});
	}

	@Test
	void whenTheCredentialsAreRejectedThenEachLoginPublishesAnEvent() throws InterruptedException {
		this.fixture.credentials.set(SessionFixture.credentials("wrong-canary"));
		catchThrowable(this.manager::getSession);
		this.fixture.time.advance(Duration.ofMinutes(10));
		this.manager.reset();

		List<ConnectSessionEvent> events = until(Reset.class);
		assertThat(distinctTypes(events)).containsExactly(Rejected.class, Reset.class);
		assertThat(events).hasSize(4).asString().contains("InvalidUsernameOrPassword").doesNotContain("canary");
		assertThat(((Rejected) events.get(0)).sessionValid()).isFalse();
	}

	@Test
	void whenTheProviderFailsDuringAProbeThenThatIsNotAnotherFailure() throws InterruptedException {
		AtomicBoolean failing = new AtomicBoolean();
		try (ConnectSessionManager probing = this.fixture.builder(() -> {
			if (failing.get()) {
				throw new IllegalStateException("vault is sealed");
			}
			return SessionFixture.credentials("wrong");
		}).listener(this.received::add).build()) {
			catchThrowable(probing::getSession);
			failing.set(true);
			this.fixture.time.advance(Duration.ofMinutes(1));
			probing.reset();

			assertThat(until(Reset.class)).extracting(Object::getClass).containsExactly(Rejected.class, Reset.class);
		}
	}

	@Test
	void whenAReportIsAcceptedThenItAndTheNextSessionArePublished() throws InterruptedException {
		this.manager.invalidate(this.manager.getSession());
		this.manager.close();

		assertThat(until(Closed.class)).extracting(Object::getClass, ConnectSessionEvent::generation)
			.containsExactly(tuple(Created.class, 1), tuple(Invalidated.class, 1), tuple(Created.class, 2),
					tuple(Closed.class, 2));
	}

	@Test
	void whenTheMachineWasSuspendedThenTheEndOfTheSessionIsPublished() throws InterruptedException {
		this.manager.getSession();
		this.fixture.time.suspend(Duration.ofHours(2));
		this.manager.getSession();
		this.manager.close();

		assertThat(distinctTypes(until(Closed.class))).containsExactly(Created.class, Expired.class, Created.class,
				Closed.class);
	}

	@Test
	void scenario31_whenAListenerThrowsThenOthersAreNotifiedAndItIsLogged(CapturedOutput output)
			throws InterruptedException {
		try (ConnectSessionManager manager = this.fixture.builder(this.fixture.credentials::get).listener((event) -> {
			throw new StackOverflowError("no more");
		}).listener(this.received::add).build()) {
			manager.getSession();

			assertThat(until(Created.class)).hasSize(1);
		}
		assertThat(output).contains("Connect session listener failed", "event=Created", "no more");
	}

	@Test
	void whenAListenerInterruptsItsThreadThenTheNextOneIsNotInterrupted() throws InterruptedException {
		BlockingQueue<Boolean> interrupted = new LinkedBlockingQueue<>();
		try (ConnectSessionManager other = this.fixture.builder(this.fixture.credentials::get)
			.listener((event) -> Thread.currentThread().interrupt())
			.listener((event) -> interrupted.add(Thread.currentThread().isInterrupted()))
			.build()) {
			other.getSession();

			assertThat(interrupted.poll(10, TimeUnit.SECONDS)).isFalse();
		}
	}

	@Test
	void whenAListenerHangsThenRenewalsContinueAndTheCloseDoesNotWaitForIt() throws InterruptedException {
		CountDownLatch hanging = new CountDownLatch(1);
		CountDownLatch interrupted = new CountDownLatch(1);
		ConnectSessionManager manager = this.fixture.builder(this.fixture.credentials::get).listener((event) -> {
			hanging.countDown();
			try {
				new CountDownLatch(1).await();
			}
			catch (InterruptedException ex) {
				interrupted.countDown();
			}
		}).build();
		manager.getSession();
		assertThat(hanging.await(20, TimeUnit.SECONDS)).isTrue();

		this.fixture.time.advance(SessionFixture.DUE);
		assertThat(manager.snapshot().generation()).isEqualTo(2);
		manager.invalidate(manager.getSession());
		assertThat(manager.getSession()).isNotNull();

		manager.close();
		assertThat(interrupted.await(20, TimeUnit.SECONDS)).isTrue();
	}

	@Test
	void scenario09_whenAListenerGetsTheSessionThenItIsTheOneOfTheEvent() throws InterruptedException {
		BlockingQueue<ConnectSession> seen = new LinkedBlockingQueue<>();
		ConnectSessionManager[] used = new ConnectSessionManager[1];
		used[0] = this.fixture.builder(this.fixture.credentials::get)
			.listener((event) -> seen.add(used[0].getSession()))
			.build();
		ConnectSession session = used[0].getSession();

		assertThat(seen.poll(20, TimeUnit.SECONDS)).isEqualTo(session);
		used[0].close();
	}

	@Test
	void whenTheQueueIsFullThenEventsAreDroppedAndThatIsLogged(CapturedOutput output) throws InterruptedException {
		CountDownLatch release = new CountDownLatch(1);
		BlockingQueue<ConnectSessionEvent> delivered = new LinkedBlockingQueue<>();
		SessionEventPublisher<ConnectSessionListener> publisher = new SessionEventPublisher<>(List.of((event) -> {
			try {
				release.await();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			delivered.add(event);
		}), ConnectThreadFactory.platform("getty-connect-events-", null));
		for (int i = 0; i <= SessionEventPublisher.MAX_QUEUED_EVENTS + 1; i++) {
			ConnectSessionEvent event = new Expired(this.start, i);
			publisher.publish(event, (listener) -> listener.onEvent(event));
		}
		release.countDown();
		publisher.close();

		assertThat(delivered).hasSize(SessionEventPublisher.MAX_QUEUED_EVENTS + 1);
		assertThat(output).contains("Connect session event dropped", "generation=1001");
	}

	/** Return the events up to the first one of the given type. */
	private List<ConnectSessionEvent> until(Class<? extends ConnectSessionEvent> last) throws InterruptedException {
		List<ConnectSessionEvent> events = new ArrayList<>();
		ConnectSessionEvent event;
		do {
			event = this.received.poll(20, TimeUnit.SECONDS);
			assertThat(event).as("after " + events).isNotNull();
			events.add(event);
		}
		while (!last.isInstance(event));
		return events;
	}

	/** Return the types of the events, without consecutive duplicates. */
	private static List<Class<?>> distinctTypes(List<ConnectSessionEvent> events) {
		return Stream.iterate(0, (i) -> i < events.size(), (i) -> i + 1)
			.filter((i) -> i == 0 || events.get(i).getClass() != events.get(i - 1).getClass())
			.<Class<?>>map((i) -> events.get(i).getClass())
			.toList();
	}

}

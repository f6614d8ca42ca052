package io.github.connectapi.session;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.github.connectapi.ConnectCredentialsRejectedException;
import io.github.connectapi.ThrowingAppender;
import io.github.connectapi.session.ConnectSessionSnapshot.State;
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.Fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.awaitility.Awaitility.await;

/**
 * A log that throws affects neither the session nor its callers.
 */
@Timeout(60)
class ThrowingLogTests {

	private final List<ConnectSessionEvent> events = new CopyOnWriteArrayList<>();

	private final SessionFixture fixture = SessionFixture.with((server) -> server,
			(builder) -> builder.listener(this::failOnEvent).listener(this.events::add));

	private final ConnectSessionManager manager = this.fixture.manager;

	@AfterEach
	void close() {
		this.fixture.close();
	}

	static Stream<Named<Supplier<Throwable>>> failures() {
		return Stream.of(Named.of("an exception", () -> new IllegalStateException("disk full")),
				Named.of("a stack overflow", StackOverflowError::new),
				Named.of("a missing class", () -> new NoClassDefFoundError("half a deployment")));
	}

	@ParameterizedTest
	@MethodSource("failures")
	void whenTheLogThrowsThenTheSessionIsRenewedAndReplaced(Supplier<Throwable> failure) {
		try (ThrowingAppender log = new ThrowingAppender(failure)) {
			assertThat(this.manager.getSession()).isNotNull();
			this.fixture.time.advance(SessionFixture.DUE);
			assertThat(this.fixture.renewals()).as("in the background").isOne();
			assertThat(this.manager.invalidate(this.manager.getSession())).isTrue();
			assertThat(this.manager.getSession()).isNotNull();
			this.fixture.time.suspend(Duration.ofHours(2));
			this.fixture.time.advance(SessionFixture.DUE);
			assertThat(this.fixture.logins()).as("after the expiry, in the background").isEqualTo(3);
			assertThat(log.lines()).isGreaterThan(5);
		}
	}

	@ParameterizedTest
	@MethodSource("failures")
	void whenTheLogThrowsDuringAnOutageThenTheSessionRecovers(Supplier<Throwable> failure) {
		this.fixture.server.always(FakeConnectServer.ANY_OPERATION, Fault.error("InvalidUsernameOrPassword", "no"));
		try (ThrowingAppender log = new ThrowingAppender(failure)) {
			assertThatExceptionOfType(ConnectCredentialsRejectedException.class).isThrownBy(this.manager::getSession);
			this.fixture.server.clearFaults();
			assertThatNoException().isThrownBy(this.manager::reset);
			assertThat(this.manager.snapshot().state()).isEqualTo(State.VALID);
			assertThatNoException().isThrownBy(this.manager::close);
			await().untilAsserted(() -> assertThat(this.events).as("each listener is called").hasSize(4));
			assertThat(log.lines()).isPositive();
		}
	}

	private void failOnEvent(ConnectSessionEvent event) {
		throw new IllegalStateException("a listener of an application");
	}

}

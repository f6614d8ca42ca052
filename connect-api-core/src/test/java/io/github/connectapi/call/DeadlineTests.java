package io.github.connectapi.call;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectTokenRejectedException;
import io.github.connectapi.ConnectUnavailableException;
import io.github.connectapi.ConnectWaitTimeoutException;
import io.github.connectapi.operation.ConnectOperations;
import io.github.connectapi.operation.ConnectRequest;
import io.github.connectapi.test.Fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * One deadline covers waiting for a session and all attempts.
 */
@Timeout(60)
class DeadlineTests {

	private static final Duration SHORT = Duration.ofMillis(400);

	/**
	 * Number of the clock reading before the second attempt. The first one is the start,
	 * followed by the session, the first attempt, and two for its delay.
	 */
	private static final int SECOND_ATTEMPT = 6;

	@Test
	void whenThereIsNoSessionInTimeThenTheCallEndsAndNothingIsSent() {
		try (CallFixture fixture = CallFixture.withThreads((api) -> api.timeout(SHORT))) {
			fixture.server.always("CreateSession", Fault.block());
			assertThat(CallFixture.failure(() -> call(fixture.connect)))
				.isExactlyInstanceOf(ConnectWaitTimeoutException.class);
			assertThat(fixture.server.count("GetCountries")).isZero();
			fixture.server.unblock();
		}
	}

	@Test
	void whenAcquiringASessionTakesAllTheTimeThenNothingIsSent() {
		try (CallFixture fixture = CallFixture.withApi((api) -> api.timeout(Duration.ofSeconds(20)))) {
			fixture.server.enqueue("CreateSession", Fault.status(503).retryAfter("20"));
			assertThat(CallFixture.failure(() -> call(fixture.connect)))
				.isExactlyInstanceOf(ConnectWaitTimeoutException.class)
				.hasMessageContaining("GetCountries");
			assertThat(fixture.server.count("GetCountries")).isZero();
		}
	}

	@Test
	void whenAcquiringASessionTakesMostOfTheTimeThenOnlyTheRestRemains() {
		try (CallFixture fixture = CallFixture.create()) {
			fixture.server.enqueue("CreateSession", Fault.status(503).retryAfter("20"));
			fixture.server.always("GetCountries", Fault.status(503).retryAfter("8"));
			assertThat(CallFixture.failure(() -> call(fixture.connect)))
				.isExactlyInstanceOf(ConnectUnavailableException.class);
			assertThat(fixture.server.count("GetCountries")).as("22 s + 8.8 s are more than 30 s").isOne();
		}
	}

	@Test
	void whenTheServerHangsThenTheCallEndsAtItsDeadlineBeforeTheResponseTimeout() {
		try (CallFixture fixture = CallFixture.withApi((api) -> api.timeout(SHORT))) {
			fixture.manager.getSession();
			fixture.server.always("GetCountries", Fault.hang());
			assertThat(CallFixture.failure(() -> realTime(fixture).call(ConnectOperations.GET_COUNTRIES, Map.of())))
				.isExactlyInstanceOf(ConnectUnavailableException.class)
				.hasMessageContaining("no complete response within");
			assertThat(fixture.server.count("GetCountries")).isOne();
		}
	}

	@Test
	void whenADelayTakesLongerThanTheRemainingTimeThenTheLastFailureIsThrown() {
		try (CallFixture fixture = CallFixture.create()) {
			fixture.server.always("GetCountries", Fault.status(503));
			ConnectApi slow = CallFixture.build(fixture.api(), (delay) -> fixture.time.advance(CallFixture.TIMEOUT));
			assertThat(CallFixture.failure(() -> call(slow))).isExactlyInstanceOf(ConnectUnavailableException.class)
				.hasMessageContaining("HTTP 503");
			assertThat(fixture.server.count("GetCountries")).isOne();
		}
	}

	@Test
	void whenTheTimeExpiresJustBeforeAnAttemptThenTheLastFailureIsTheCause() {
		try (CallFixture fixture = CallFixture.create()) {
			fixture.manager.getSession();
			fixture.server.always("GetCountries", Fault.status(503));
			AtomicInteger readings = new AtomicInteger();
			ConnectApiBuilder late = fixture.api()
				.nanoClock(() -> (readings.incrementAndGet() < SECOND_ATTEMPT) ? 0 : CallFixture.TIMEOUT.toNanos());
			ConnectApiException failure = CallFixture.failure(() -> call(fixture.build(late)));
			assertThat(failure).isExactlyInstanceOf(ConnectWaitTimeoutException.class);
			assertThat(failure.getCause()).hasMessageContaining("HTTP 503");
		}
	}

	@Test
	void whenNoTimeIsLeftThenTheFailureContainsTheId() {
		try (CallFixture fixture = CallFixture.withApi((api) -> api.timeout(Duration.ofSeconds(20)))) {
			fixture.server.enqueue("CreateSession", Fault.status(503).retryAfter("20"));
			ConnectRequest request = ConnectRequest.of(ConnectOperations.GET_COUNTRIES, Map.of());
			ConnectApiException failure = CallFixture
				.failure(() -> fixture.connect.exchange(request.withCoordinationId("Order-7"), Void.class));
			assertThat(failure.coordinationId()).hasValue("Order-7");
			assertThat(failure.operation()).hasValue("GetCountries");
			assertThat(failure).hasMessageContaining("Order-7").hasNoCause();
		}
	}

	@Test
	void whenTheReplayHasNoTimeLeftThenItIsNotSent() {
		try (CallFixture fixture = CallFixture.withApi((api) -> api.timeout(Duration.ofSeconds(20)))) {
			fixture.manager.getSession();
			fixture.server.enqueue("GetCountries", Fault.error("AUTH-012", null));
			fixture.server.enqueue("CreateSession", Fault.status(503).retryAfter("20"));
			assertThat(CallFixture.failure(() -> call(fixture.connect)))
				.isExactlyInstanceOf(ConnectWaitTimeoutException.class)
				.hasCauseExactlyInstanceOf(ConnectTokenRejectedException.class);
			assertThat(fixture.server.count("GetCountries")).isOne();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "PT0S", "PT-1S", "PT24H0.000000001S" })
	void whenTheTimeoutIsOutOfRangeThenItIsRejected(Duration timeout) {
		try (CallFixture fixture = CallFixture.create()) {
			assertThatIllegalArgumentException().isThrownBy(() -> fixture.api().timeout(timeout));
		}
	}

	@Test
	void whenNothingIsSetThenTheApiWorksInRealTime() {
		try (CallFixture fixture = CallFixture.create()) {
			call(ConnectApi.builder(fixture.client, fixture.manager).build());
			assertThat(fixture.server.count("GetCountries")).isOne();
		}
	}

	/** Create an API with the real clock, like the timeouts of the client. */
	private static ConnectApi realTime(CallFixture fixture) {
		return fixture.build(fixture.api().timeout(SHORT).nanoClock(System::nanoTime));
	}

	private static void call(ConnectApi connect) {
		connect.call(ConnectOperations.GET_COUNTRIES, Map.of());
	}

}

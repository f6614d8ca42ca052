package io.github.connectapi.acquisition;

import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectFailure;
import io.github.connectapi.ConnectInterruptedException;
import io.github.connectapi.ConnectUnavailableException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the back-off of all users.
 */
class OutageBackoffTests {

	private final GateFixture fixture = new GateFixture();

	private final AcquisitionGate gate = this.fixture.gate;

	@BeforeEach
	void acceptSystems() {
		this.fixture.accept();
		this.fixture.accept("other", "two");
	}

	@Test
	void whenConnectingFailsThenAllBackOffAtOnce() {
		this.gate.ended(this.fixture.start("user"), notConnected());

		assertThat(this.fixture.isRefused("other")).isTrue();
		assertThat(this.fixture.decide("third", "other", "two").refusal()).isNotNull();
		assertThat(this.gate.refusal(null)).isNotNull();
		assertThat(this.gate.isOutage()).isTrue();
	}

	@Test
	void whenOneUserFailsOftenThenTheOthersAreNotAffected() {
		for (int i = 0; i < 100; i++) {
			this.gate.ended(this.fixture.start("user"), serverError());
		}

		this.fixture.start("other");
		assertThat(this.gate.isOutage()).isFalse();
	}

	@Test
	void whenThreeUsersFailThenAllBackOff() {
		fail("first");
		fail("second");
		this.fixture.start("other");
		fail("third");

		assertThat(this.fixture.isRefused("other")).isTrue();
	}

	@Test
	void whenThreeUsersFailInMoreThanAMinuteThenTheOthersAreNotAffected() {
		for (int i = 0; i < 100; i++) {
			fail("user-" + i);
			this.fixture.time.advance(Duration.ofSeconds(30));
		}

		this.fixture.start("other");
	}

	@Test
	void whenAnotherUserSucceedsThenFailuresBeforeDoNotCount() {
		fail("first");
		fail("second");
		this.fixture.accept();
		fail("third");
		fail("fourth");

		this.fixture.start("other");
	}

	@Test
	void whenAUserIsRejectedThenTheServerIsUp() {
		fail("first");
		fail("second");
		this.gate.ended(this.fixture.start("user"), GateFixture.rejected("InvalidUsernameOrPassword"));
		fail("third");

		this.fixture.start("other");
	}

	@Test
	void whenThreeUsersAreDeniedWithoutACodeThenAllBackOff() {
		for (String user : new String[] { "first", "second", "third" }) {
			this.gate.ended(this.fixture.start(user), GateFixture.rejected(null));
		}

		assertThat(this.fixture.isRefused("other")).isTrue();
	}

	@Test
	void whenTheBackoffIsOverThenOneProbeAtATimeStarts() {
		this.gate.ended(this.fixture.start("user"), notConnected());
		this.fixture.time.advance(Duration.ofSeconds(1));
		Permit probe = this.fixture.start("first");
		assertThat(this.fixture.waits("second")).isTrue();
		assertThat(this.gate.refusal(null)).isNull();

		assertThat(this.gate.ended(probe, null)).isTrue();

		this.fixture.start("second");
		this.fixture.start("third");
		assertThat(this.gate.isOutage()).isFalse();
	}

	@Test
	void whenProbesFailThenTheBackoffDoubles() {
		for (int seconds : new int[] { 1, 2, 4, 8, 16, 32, 60, 60 }) {
			this.gate.ended(this.fixture.start("user-" + seconds), notConnected());
			this.fixture.time.advance(Duration.ofSeconds(seconds).minusMillis(1));
			assertThat(this.fixture.isRefused("other")).isTrue();
			this.fixture.time.advance(Duration.ofMillis(1));
		}
	}

	@Test
	void whenAProbeFailsOnTheServerThenOneFailureIsEnough() {
		this.gate.ended(this.fixture.start("user"), notConnected());
		this.fixture.time.advance(Duration.ofSeconds(1));
		this.gate.ended(this.fixture.start("user"), serverError());

		this.fixture.time.advance(Duration.ofSeconds(1));
		assertThat(this.fixture.isRefused("other")).isTrue();
	}

	@Test
	void whenAProbeIsRejectedThenTheOutageIsOver() {
		this.gate.ended(this.fixture.start("user"), notConnected());
		this.fixture.time.advance(Duration.ofSeconds(1));
		this.gate.ended(this.fixture.start("user"), GateFixture.rejected("InvalidUsernameOrPassword"));

		assertThat(this.gate.isOutage()).isFalse();
		this.fixture.start("first");
		this.fixture.start("second");
	}

	@Test
	void whenAProbeIsInterruptedThenAnotherOneStarts() {
		this.gate.ended(this.fixture.start("user"), notConnected());
		this.fixture.time.advance(Duration.ofSeconds(1));
		this.gate.ended(this.fixture.start("user"), new ConnectInterruptedException("interrupted"));

		this.fixture.start("other");
		assertThat(this.fixture.waits("third")).isTrue();
	}

	@Test
	void whenAProbeDoesNotEndThenAnotherOneStarts() {
		this.gate.ended(this.fixture.start("user"), notConnected());
		this.fixture.time.advance(Duration.ofSeconds(1));
		this.fixture.start("first");
		this.fixture.time.advance(Duration.ofSeconds(40).minusMillis(1));
		assertThat(this.fixture.waits("second")).isTrue();
		this.fixture.time.advance(Duration.ofMillis(1));

		this.fixture.start("second");
	}

	@Test
	void whenManyFailAtOnceThenTheBackoffIncreasesOnce() {
		Permit first = this.fixture.start("first");
		Permit second = this.fixture.start("second");
		this.fixture.time.advance(Duration.ofMillis(10));
		this.gate.ended(first, notConnected());
		this.gate.ended(second, notConnected());
		this.fixture.time.advance(Duration.ofSeconds(1));

		this.fixture.start("third");
	}

	@Test
	void whenAnEarlierExchangeSucceedsLateThenTheBackoffRemains() {
		Permit first = this.fixture.start("first");
		Permit second = this.fixture.start("second");
		this.fixture.time.advance(Duration.ofMillis(10));
		this.gate.ended(first, notConnected());
		this.gate.ended(second, null);

		assertThat(this.fixture.isRefused("third")).isTrue();
	}

	@Test
	void whenResetThenTheNextExchangeStarts() {
		this.gate.ended(this.fixture.start("user"), notConnected());
		this.gate.reset();

		this.fixture.start("user");
	}

	private void fail(String user) {
		this.gate.ended(this.fixture.start(user), serverError());
	}

	private static ConnectApiException serverError() {
		return new ConnectUnavailableException("down",
				ConnectFailure.transientFailure("CreateSession", "DependentServiceDown"));
	}

	private static ConnectApiException notConnected() {
		return new ConnectUnavailableException("down",
				ConnectFailure.transientFailure("CreateSession", null).withNotSent(true),
				new IOException("connection refused", new ConnectException("refused")));
	}

}

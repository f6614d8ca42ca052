package io.github.connectapi.acquisition;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.connectapi.ConnectBackoffException;
import io.github.connectapi.ConnectFailure;
import io.github.connectapi.ConnectUnavailableException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the back-off of all users of a system.
 */
class SystemBackoffTests {

	private static final String WRONG_SYSTEM = "InvalidSystemIdOrPassword";

	private static final String WRONG_USER = "InvalidUsernameOrPassword";

	private final GateFixture fixture = new GateFixture();

	private final AcquisitionGate gate = this.fixture.gate;

	@Test
	void whenTheSystemIsRejectedThenTenThousandUsersLogInOnceInAMinute() {
		List<ExchangeRequest> users = IntStream.range(0, 10_000)
			.mapToObj((user) -> this.gate.request("user-" + user,
					GateFixture.credentials("system", "one", "user-" + user)))
			.toList();
		AtomicInteger logins = new AtomicInteger();
		for (int second = 0; second < 60; second++) {
			for (ExchangeRequest user : users) {
				Permit permit = this.gate.decide(user).permit();
				if (permit != null) {
					logins.incrementAndGet();
					this.gate.ended(permit, GateFixture.rejected(WRONG_SYSTEM));
				}
			}
			this.fixture.time.advance(Duration.ofSeconds(1));
		}

		assertThat(logins).hasValue(1);
		assertThat(this.gate.rejectedSystems()).isOne();
		assertThat(this.gate.isOutage()).isFalse();
	}

	@Test
	void whenOneSystemIsRejectedThenAnotherIsNotAffected() {
		this.gate.ended(this.fixture.start("user"), GateFixture.rejected(WRONG_SYSTEM));
		this.fixture.accept("other", "two");

		assertThat(this.fixture.isRefused("user")).isTrue();
		this.fixture.start("first", "other", "two");
		this.fixture.start("second", "other", "two");
	}

	@Test
	void whenASystemIsNotAcceptedYetThenOthersWaitForTheFirstLogin() {
		Permit first = this.fixture.start("first");
		assertThat(this.fixture.waits("second")).isTrue();

		assertThat(this.gate.ended(first, null)).isTrue();

		this.fixture.start("second");
		this.fixture.start("third");
	}

	@Test
	void whenTheFirstLoginHangsThenAnotherOneStartsAfterFiveSeconds() {
		this.fixture.start("first");
		this.fixture.time.advance(Duration.ofSeconds(5).minusMillis(1));
		assertThat(this.fixture.waits("second")).isTrue();
		this.fixture.time.advance(Duration.ofMillis(1));

		this.fixture.start("second");
		assertThat(this.fixture.waits("third")).isTrue();
	}

	@Test
	void whenTheFirstLoginIsAbandonedThenAnotherOneStarts() {
		Permit first = this.fixture.start("first");

		assertThat(this.gate.abandoned(first)).isTrue();

		this.fixture.start("second");
	}

	@Test
	void whenAUserIsRejectedThenTheSystemIsAccepted() {
		this.gate.ended(this.fixture.start("user"), GateFixture.rejected(WRONG_USER));

		this.fixture.start("user");
		this.fixture.start("other");
	}

	@Test
	void whenAUserIsRejectedForAnUnknownReasonThenOthersAreNotRefused() {
		this.gate.ended(this.fixture.start("user"), GateFixture.rejected("AccountLocked"));

		this.fixture.start("other");
	}

	@Test
	void whenRejectedAgainThenTheBackoffTriples() {
		for (int minutes : new int[] { 2, 6, 18, 54, 60, 60 }) {
			this.gate.ended(this.fixture.start("user"), GateFixture.rejected(WRONG_SYSTEM));
			this.fixture.time.advance(Duration.ofMinutes(minutes).minusMillis(1));
			assertThat(this.fixture.isRefused("other")).isTrue();
			this.fixture.time.advance(Duration.ofMillis(1));
		}
		Permit probe = this.fixture.start("user");
		assertThat(this.fixture.waits("other")).isTrue();
		this.gate.ended(probe, null);
		this.gate.ended(this.fixture.start("user"), GateFixture.rejected(WRONG_SYSTEM));
		this.fixture.time.advance(Duration.ofMinutes(2));

		this.fixture.start("user");
	}

	@Test
	void whenSeveralLoginsAreRejectedAtOnceThenTheBackoffIncreasesOnce() {
		this.fixture.accept();
		Permit first = this.fixture.start("first");
		Permit second = this.fixture.start("second");
		this.fixture.time.advance(Duration.ofSeconds(1));
		this.gate.ended(first, GateFixture.rejected(WRONG_SYSTEM));
		this.gate.ended(second, GateFixture.rejected(WRONG_SYSTEM));
		this.fixture.time.advance(Duration.ofMinutes(2));

		this.fixture.start("third");
	}

	@Test
	void whenAnEarlierLoginSucceedsLateThenTheBackoffRemains() {
		this.fixture.accept();
		Permit first = this.fixture.start("first");
		Permit second = this.fixture.start("second");
		this.fixture.time.advance(Duration.ofSeconds(1));
		this.gate.ended(first, GateFixture.rejected(WRONG_SYSTEM));
		this.gate.ended(second, null);

		assertThat(this.fixture.isRefused("third")).isTrue();
	}

	@Test
	void whenTheSystemPasswordIsCorrectedThenItIsTriedOnceAndAccepted() {
		this.gate.ended(this.fixture.start("user"), GateFixture.rejected(WRONG_SYSTEM));
		Permit probe = this.fixture.start("user", "system", "two");
		AcquisitionGate.Decision other = this.fixture.decide("other", "system", "two");
		assertThat(other.permit()).isNull();
		assertThat(other.refusal()).isNull();
		this.gate.ended(probe, null);

		this.fixture.start("user", "system", "two");
		this.fixture.start("other", "system", "two");
		assertThat(this.fixture.isRefused("user")).isTrue();
	}

	@Test
	void whenThreeOtherPasswordsAreRejectedTooThenNoFurtherOneIsTried() {
		for (String password : new String[] { "one", "two", "three", "four" }) {
			this.gate.ended(this.fixture.start("user", "system", password), GateFixture.rejected(WRONG_SYSTEM));
		}

		assertThat(this.fixture.decide("user", "system", "five").refusal()).isNotNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "ERR_403_DEVELOPER_INACTIVE", "ERR_403_NOT_AUTHORIZED", "Account Inactive" })
	void whenTheGatewayRejectsTheSystemThenOtherPasswordsAreRefusedToo(String code) {
		this.fixture.accept();
		this.gate.ended(this.fixture.start("user"), GateFixture.rejected(code));

		assertThat(this.fixture.isRefused("other")).isTrue();
		assertThat(this.fixture.decide("user", "system", "two").refusal()).isNotNull();
		this.fixture.start("user", "other", "one");
	}

	@Test
	void whenThereAreTooManyRequestsThenTheSystemBacksOffUntilRetryAfter() {
		this.fixture.accept();
		this.gate.ended(this.fixture.start("user"), overRate(Duration.ofMinutes(15)));
		this.fixture.time.advance(Duration.ofMinutes(15).minusMillis(1));
		assertThat(this.fixture.isRefused("other")).isTrue();
		this.fixture.time.advance(Duration.ofMillis(1));

		this.fixture.start("other");
		assertThat(this.fixture.waits("third")).isTrue();
	}

	@Test
	void whenRefusedThenTheExceptionNamesTheNextAttempt() {
		this.fixture.accept();
		this.gate.ended(this.fixture.start("user"), overRate(Duration.ofMinutes(15)));
		this.fixture.time.advance(Duration.ofMinutes(5));

		ConnectBackoffException refusal = this.gate.refusal("system");

		assertThat(refusal.nextAttemptAt()).isEqualTo(Instant.parse("2026-01-01T00:15:00Z"));
		assertThat(refusal.retryAfter()).hasValue(Duration.ofMinutes(10));
		assertThat(refusal.isNotSent()).isTrue();
		assertThat(this.gate.refusal("other")).isNull();
		assertThat(this.gate.refusal(null)).isNull();
	}

	@Test
	void whenThePasswordIsRejectedThenCredentialsMayBeRequested() {
		this.gate.ended(this.fixture.start("user"), GateFixture.rejected(WRONG_SYSTEM));

		assertThat(this.gate.refusal("system")).isNull();
	}

	@Test
	void whenResetThenTheNextLoginStarts() {
		this.gate.ended(this.fixture.start("user"), GateFixture.rejected(WRONG_SYSTEM));
		this.gate.reset();

		this.fixture.start("user");
	}

	@Test
	void whenThereAreManySystemsThenRejectedOnesAreNotForgotten() {
		this.gate.ended(this.fixture.start("user"), GateFixture.rejected(WRONG_SYSTEM));
		for (int i = 0; i < 20_000; i++) {
			this.fixture.accept("system-" + i, "one");
		}

		assertThat(this.fixture.isRefused("user")).isTrue();
	}

	private static ConnectUnavailableException overRate(Duration retryAfter) {
		return new ConnectUnavailableException("over rate",
				ConnectFailure.permanentFailure("CreateSession", "ERR_403_DEVELOPER_OVER_RATE")
					.withRetryAfter(retryAfter)
					.withOverRate(true));
	}

}

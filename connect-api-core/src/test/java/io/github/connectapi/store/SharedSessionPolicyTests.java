package io.github.connectapi.store;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectSession;
import io.github.connectapi.store.SharedSessionPolicy.Decision;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SharedSessionPolicy}.
 */
class SharedSessionPolicyTests {

	private static final long ISSUED = 1_000_000;

	private static final SharedRecord ACQUIRED = SharedRecord.EMPTY
		.acquired(ConnectSession.of("token", Duration.ofMinutes(30)), ISSUED);

	private final SharedSessionPolicy policy = new SharedSessionPolicy(Duration.ofSeconds(30), new NoBackoff());

	@Test
	void whenAnotherInstanceStillReplacesTheReportedTokenThenClaims() {
		SharedRecord begun = ACQUIRED.begun(ISSUED + 5000).withReport(ISSUED + 5000);
		assertThat(decide(begun, ISSUED + 5100)).isEqualTo(Decision.CLAIM);
	}

	@Test
	void whenAnotherInstanceHasReplacedAReportedTokenByThisOneThenBacksOff() {
		SharedRecord replaced = ACQUIRED.withReport(ISSUED - 10);
		assertThat(decide(replaced, ISSUED + 5000)).isEqualTo(Decision.BACK_OFF);
		assertThat(decide(replaced, ISSUED + 60_000)).isEqualTo(Decision.CLAIM);
	}

	@Test
	void whenARenewalReturnedTheSameTokenThenItIsAdoptedAndNotReplacedByTheOlderSession() {
		ConnectSession same = ConnectSession.of("token", Duration.ofMinutes(30));
		SharedRecord renewed = ACQUIRED.acquired(same, ISSUED + 60_000);
		assertThat(this.policy.isAdoptable(renewed, ACQUIRED, (token) -> false, ISSUED + 61_000)).isTrue();
		assertThat(this.policy.isToBePublished(renewed, ACQUIRED, ISSUED + 61_000)).isFalse();
	}

	@Test
	void whenTheSessionIsTheSameThenAnEarlierTimeIsPublished() {
		SharedRecord late = ACQUIRED.withSession(ACQUIRED.generation(), ISSUED + 11_000, ACQUIRED.session());
		assertThat(this.policy.isAdoptable(late, ACQUIRED, (token) -> false, ISSUED + 12_000)).isFalse();
		assertThat(this.policy.isToBePublished(late, ACQUIRED, ISSUED + 12_000)).isTrue();
	}

	private Decision decide(SharedRecord seen, long now) {
		return this.policy.decide(seen, null, (token) -> true, false, now);
	}

	private static final class NoBackoff implements SharedBackoff {

		@Override
		public Duration afterFailure(ConnectApiException failure, int failures, int rejections) {
			return Duration.ZERO;
		}

		@Override
		public Duration afterLostAttempts(int attempts) {
			return Duration.ZERO;
		}

	}

}

package io.github.connectapi.session;

import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.github.connectapi.ConnectSession;
import io.github.connectapi.test.Fault;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Reports of rejected tokens.
 */
class InvalidationTests {

	private final SessionFixture fixture = SessionFixture.create();

	private final ConnectSessionManager manager = this.fixture.manager;

	private final ConnectSession first = this.manager.getSession();

	@AfterEach
	void close() {
		this.fixture.close();
	}

	@Test
	void whenTheCurrentSessionIsReportedThenOneLoginReplacesIt() {
		assertThat(this.manager.invalidate(this.first)).isTrue();

		assertThat(this.manager.getSession()).isNotEqualTo(this.first);
		assertThat(this.fixture.logins()).isEqualTo(2);
		assertThat(this.fixture.renewals()).isZero();
	}

	@Test
	void whenManyReportTheSameSessionThenOneReportIsAccepted() {
		this.manager.invalidate(this.first);
		for (int report = 0; report < 50; report++) {
			assertThat(this.manager.invalidate(this.first)).isFalse();
		}

		assertThat(this.fixture.logins()).isEqualTo(2);
	}

	@Test
	void whenAnotherSessionWithTheSameTokenIsReportedThenTheReportIsAccepted() {
		assertThat(this.manager.invalidate(ConnectSession.of(this.first.token().reveal(), Duration.ofMinutes(1))))
			.isTrue();
	}

	@Test
	void whenAPreviousSessionIsReportedThenTheCurrentOneIsKept() {
		this.fixture.time.advance(SessionFixture.DUE);
		ConnectSession second = this.manager.getSession();

		assertThat(this.manager.invalidate(this.first)).isFalse();
		assertThat(this.manager.getSession()).isSameAs(second);
	}

	@Test
	void whenANewSessionIsRejectedAtOnceThenTheReportIsIgnored() {
		this.manager.invalidate(this.first);
		ConnectSession second = this.manager.getSession();
		this.fixture.time.advance(Duration.ofSeconds(59));

		assertThat(this.manager.invalidate(second)).isFalse();
		assertThat(this.manager.getSession()).isSameAs(second);
		this.fixture.time.advance(Duration.ofSeconds(1));
		assertThat(this.manager.invalidate(second)).isTrue();
	}

	@Test
	void whenFurtherSessionsAreRejectedThenReportsAreAcceptedLessOften() {
		int accepted = 0;
		for (int second = 0; second < 3600; second++) {
			accepted += this.manager.invalidate(this.manager.getSession()) ? 1 : 0;
			this.fixture.time.advance(Duration.ofSeconds(1));
		}

		assertThat(accepted).as("at 0, 1, 3, 7, 15 and 31 min").isEqualTo(6);
	}

	@Test
	void whenASessionLastsLongerThenTheInitialWindowApplies() {
		this.manager.invalidate(this.first);
		this.fixture.time.advance(Duration.ofMinutes(1));
		this.manager.invalidate(this.manager.getSession());
		this.fixture.time.advance(Duration.ofMinutes(10));
		assertThat(this.manager.invalidate(this.manager.getSession())).isTrue();
		this.fixture.time.advance(Duration.ofMinutes(1));

		assertThat(this.manager.invalidate(this.manager.getSession())).isTrue();
	}

	@Test
	void whenTheTokenIsReportedDuringItsRenewalThenASessionIsCreatedInstead() throws Exception {
		try (SessionFixture threads = SessionFixture.withThreads()) {
			ConnectSession session = threads.manager.getSession();
			threads.time.advance(Duration.ofMinutes(1));
			threads.server.enqueue("RenewSession", Fault.block());
			threads.manager.renew();
			threads.server.awaitRequests("RenewSession", 1, Duration.ofSeconds(10));
			assertThat(threads.manager.invalidate(session)).isTrue();
			threads.server.unblock();

			threads.manager.getSession();
			assertThat(threads.logins()).isEqualTo(2);
			assertThat(threads.manager.snapshot().generation()).isEqualTo(2);
		}
	}

	@Test
	void whenTheManagerIsResetThenTheNextReportIsAccepted() {
		this.manager.invalidate(this.first);
		this.manager.reset();

		assertThat(this.manager.invalidate(this.manager.getSession())).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "60, 120", "119, 120", "120, 60" })
	void whenAReportFollowsSoonThenTheWindowGrows(int seconds, int window) {
		SessionState.Invalidation next = SessionState.Invalidation.first(0).next(Duration.ofSeconds(seconds).toNanos());

		assertThat(Duration.ofNanos(next.windowNanos())).hasSeconds(window);
	}

}

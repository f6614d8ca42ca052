package io.github.connectapi.store;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectCredentialsRejectedException;
import io.github.connectapi.ConnectFailure;
import io.github.connectapi.ConnectInterruptedException;
import io.github.connectapi.ConnectSession;
import io.github.connectapi.ConnectUnavailableException;
import io.github.connectapi.store.SharedSession.Acquired;
import io.github.connectapi.test.time.ManualTime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link SharedSession} with several instances and manual time.
 */
class SharedSessionTests {

	private static final Duration POLL = Duration.ofSeconds(10);

	private static final SharedSessionSettings SETTINGS = SharedSessionSettings.defaults()
		.withNamespace("shop")
		.withSecret("0123456789abcdef0123456789abcdef");

	private final ManualTime time = ManualTime.create();

	private final SwitchableStore store = new SwitchableStore(new InMemorySessionStore(this.time.clock()));

	private final SharedRecordKey key = SharedRecords.key();

	private final SharedRecordStore record = new SharedRecordStore(this.store, this.key, "test", this.time.nanos());

	private int logins;

	private Supplier<ConnectSession> server = this::session;

	private final FleetInstance one = instance();

	private final FleetInstance two = instance();

	private final FleetInstance three = instance();

	private FleetInstance instance() {
		return instance(SETTINGS);
	}

	private FleetInstance instance(SharedSessionSettings settings) {
		return new FleetInstance(this.store, settings, this.time.nanos(), this.time.scheduler(), this.time::advance,
				() -> this.server.get());
	}

	private ConnectSession session() {
		this.logins++;
		return ConnectSession.of("token-" + this.logins, FleetInstance.LIFETIME)
			.withSecureToken("secure-" + this.logins);
	}

	@Test
	void whenAnotherInstanceHasASessionThenAdoptsIt() {
		Acquired acquired = this.one.acquire();
		this.time.advance(Duration.ofMinutes(5));
		Acquired adopted = this.two.acquire();
		assertThat(acquired.adopted()).isFalse();
		assertThat(adopted.adopted()).isTrue();
		assertThat(adopted.session()).isEqualTo(acquired.session());
		assertThat(Duration.ofNanos(this.time.nanos().getAsLong() - adopted.issuedNanos()))
			.isEqualTo(Duration.ofMinutes(5));
		assertThat(this.logins).isOne();
	}

	@Test
	void whenSessionIsRenewedThenOthersAdoptIt() {
		this.one.acquire();
		this.two.acquire();
		this.time.advance(Duration.ofMinutes(25));
		assertThat(this.two.acquire().renewed()).isTrue();
		assertThat(this.one.acquire().adopted()).isTrue();
		assertThat(this.one.session).isEqualTo(this.two.session);
		assertThat(this.logins).isEqualTo(2);
	}

	@Test
	void whenSessionIsRenewedThenPollAdoptsIt() {
		this.one.acquire();
		this.two.acquire();
		assertThat(this.two.poll()).isFalse();
		this.time.advance(Duration.ofMinutes(25));
		this.one.acquire();
		assertThat(this.two.poll()).isTrue();
		assertThat(this.two.session).isEqualTo(this.one.session);
	}

	@Test
	void whenSessionInStoreHasExpiredThenAcquiresAnother() {
		this.one.acquire();
		this.time.advance(Duration.ofMinutes(30));
		assertThat(this.two.acquire().adopted()).isFalse();
		assertThat(this.logins).isEqualTo(2);
	}

	@Test
	void whenAnotherInstanceHasTheClaimThenWaitsForItsSession() {
		StoredRecord empty = this.record.read();
		this.record.claim(empty);
		this.time.scheduler()
			.schedule(() -> this.record.replace(empty, published("other")), 300, TimeUnit.MILLISECONDS);
		Acquired adopted = this.one.acquire();
		assertThat(adopted.adopted()).isTrue();
		assertThat(adopted.session().token().reveal()).isEqualTo("other");
		assertThat(this.logins).isZero();
	}

	@Test
	void whenOwnerOfTheClaimIsGoneThenClaimsAfterItsEnd() {
		this.record.claim(this.record.read());
		long before = this.time.nanos().getAsLong();
		assertThat(this.one.acquire().adopted()).isFalse();
		assertThat(Duration.ofNanos(this.time.nanos().getAsLong() - before)).isBetween(SharedRecordStore.CLAIM_DURATION,
				SharedRecordStore.CLAIM_DURATION.plusSeconds(1));
	}

	@Test
	void whenLoginTakesLongThenClaimIsExtended() {
		this.server = () -> {
			this.time.advance(Duration.ofSeconds(12));
			assertThat(this.record.claim(this.record.read()).isWon()).isFalse();
			return session();
		};
		this.one.acquire();
		assertThat(this.record.claim(this.record.read()).isWon()).isTrue();
	}

	@Test
	void whenLoginTakesLongerThanItsDeadlineThenClaimEnds() {
		this.server = () -> {
			this.time.advance(Duration.ofSeconds(40));
			assertThat(this.record.claim(this.record.read()).isWon()).isTrue();
			return session();
		};
		this.one.acquire();
	}

	@Test
	void whenInstanceWasStoppedAndAnotherLoggedInThenAdoptsInsteadOfARepetition() {
		this.server = () -> {
			this.server = this::session;
			this.time.advance(Duration.ofSeconds(60));
			this.two.acquire();
			assertThat(this.one.mayRepeat.getAsBoolean()).isFalse();
			throw new ConnectUnavailableException("no response",
					ConnectFailure.transientFailure("CreateSession", null));
		};
		assertThat(this.one.acquire().adopted()).isTrue();
		assertThat(this.one.session).isEqualTo(this.two.session);
		assertThat(this.logins).isOne();
	}

	@Test
	void whenClaimHasEndedAndNoOtherInstanceHasOneThenMayRepeat() {
		this.server = () -> {
			this.time.advance(Duration.ofSeconds(60));
			assertThat(this.one.mayRepeat.getAsBoolean()).isTrue();
			assertThat(this.record.claim(this.record.read()).isWon()).isFalse();
			return session();
		};
		assertThat(this.one.acquire().adopted()).isFalse();
		assertThat(this.record.claim(this.record.read()).isWon()).isTrue();
	}

	@Test
	void whenStoreIsUnavailableDuringALoginThenMayRepeat() {
		this.server = () -> {
			this.store.available = false;
			assertThat(this.one.mayRepeat.getAsBoolean()).isTrue();
			return session();
		};
		assertThat(this.one.acquire().adopted()).isFalse();
	}

	@Test
	void whenAnotherInstanceWasFasterThenAdoptsItsSession() {
		this.server = () -> {
			this.time.advance(Duration.ofSeconds(60));
			StoredRecord seen = this.record.read();
			this.record.replace(seen, published("faster"));
			return session();
		};
		Acquired acquired = this.one.acquire();
		assertThat(acquired.adopted()).isTrue();
		assertThat(acquired.session().token().reveal()).isEqualTo("faster");
	}

	@Test
	void whenCredentialsAreRejectedThenAllInstancesBackOff() {
		this.server = () -> {
			this.logins++;
			throw new ConnectCredentialsRejectedException("rejected",
					ConnectFailure.permanentFailure("CreateSession", "AUTH-007"));
		};
		assertThatExceptionOfType(ConnectCredentialsRejectedException.class).isThrownBy(this.one::acquire);
		assertThatExceptionOfType(ConnectCredentialsRejectedException.class).isThrownBy(this.two::acquire)
			.satisfies((ex) -> assertThat(ex.retryAfter()).isEmpty())
			.withMessage("CreateSession of another instance that shares the session failed (code AUTH-007)");
		assertThat(this.logins).isOne();
		this.time.advance(Duration.ofMinutes(2));
		assertThatExceptionOfType(ConnectCredentialsRejectedException.class).isThrownBy(this.two::acquire);
		this.time.advance(Duration.ofMinutes(5));
		assertThatExceptionOfType(ConnectCredentialsRejectedException.class).isThrownBy(this.one::acquire);
		assertThat(this.logins).isEqualTo(2);
	}

	@Test
	void whenQuotaIsExhaustedThenAllInstancesBackOff() {
		fail(new ConnectUnavailableException("quota",
				ConnectFailure.transientFailure("CreateSession", null).withRetryAfter(Duration.ofMinutes(15))));
		assertThatExceptionOfType(ConnectUnavailableException.class).isThrownBy(this.one::acquire);
		assertThatExceptionOfType(ConnectUnavailableException.class).isThrownBy(this.two::acquire)
			.satisfies((ex) -> assertThat(ex.retryAfter()).contains(Duration.ofMinutes(15)));
		assertThat(this.logins).isOne();
	}

	@Test
	void whenOneInstanceCannotReachTheServerThenOthersCan() {
		fail(new ConnectUnavailableException("refused", ConnectFailure.transientFailure("CreateSession", null)));
		assertThatExceptionOfType(ConnectUnavailableException.class).isThrownBy(this.one::acquire);
		this.server = this::session;
		assertThat(this.two.acquire().adopted()).isFalse();
	}

	private void fail(ConnectApiException failure) {
		this.server = () -> {
			this.logins++;
			throw failure;
		};
	}

	@Test
	void whenManyAreResetThenOneRequestsASession() {
		fail(new ConnectCredentialsRejectedException("rejected",
				ConnectFailure.permanentFailure("CreateSession", "AUTH-007")));
		assertThatExceptionOfType(ConnectCredentialsRejectedException.class).isThrownBy(this.one::acquire);
		this.server = this::session;
		assertThat(this.two.reset().adopted()).isFalse();
		assertThat(this.one.reset().adopted()).isTrue();
		assertThat(this.logins).isEqualTo(2);
	}

	@Test
	void whenInstancesEndInTheirLoginsThenOthersBackOff() {
		List<String> ends = new ArrayList<>();
		for (int i = 0; i < 2; i++) {
			crash(instance());
			ends.add("end");
			this.time.advance(Duration.ofSeconds(10));
		}
		assertThatExceptionOfType(ConnectUnavailableException.class).isThrownBy(this.one::acquire)
			.withMessage("An acquisition of another instance that shares the session failed");
		this.time.advance(Duration.ofMinutes(6));
		assertThat(this.one.acquire().adopted()).isFalse();
		assertThat(ends).hasSize(2);
	}

	@Test
	void whenAnotherInstanceRequestsASessionAfterALostAttemptThenWaitsForIt() {
		crash(instance());
		this.time.advance(Duration.ofSeconds(10));
		StoredRecord claimed = this.record.claim(this.record.read());
		StoredRecord begun = this.record.replace(claimed,
				claimed.content().begun(claimed.millisAt(this.time.nanos().getAsLong())));
		this.time.scheduler()
			.schedule(() -> this.record.replace(begun, published("other")), 300, TimeUnit.MILLISECONDS);
		assertThat(this.one.acquire().session().token().reveal()).isEqualTo("other");
		assertThat(this.logins).isZero();
	}

	/** End an instance between its request and its publication. */
	private void crash(FleetInstance instance) {
		this.server = () -> {
			this.store.available = false;
			throw new ThreadDeath();
		};
		try {
			instance.acquire();
		}
		catch (ThreadDeath ex) {
			// As if the process were killed: nothing reaches the store.
		}
		this.store.available = true;
		this.server = this::session;
	}

	@Test
	void whenTokenIsRejectedThenOneInstanceAcquiresAnother() {
		this.one.acquire();
		this.two.acquire();
		this.one.accept();
		this.two.accept();
		this.one.report();
		this.two.report();
		assertThat(this.one.acquire().adopted()).isFalse();
		assertThat(this.two.acquire().adopted()).isTrue();
		assertThat(this.two.session).isEqualTo(this.one.session);
		assertThat(this.logins).isEqualTo(2);
	}

	@Test
	void whenReplacementIsRejectedAtOnceThenBacksOff() {
		this.one.acquire();
		this.two.acquire();
		this.two.accept();
		this.one.report();
		this.one.acquire();
		this.two.poll();
		this.two.accept();
		this.two.report();
		assertThatExceptionOfType(ConnectUnavailableException.class).isThrownBy(this.two::acquire)
			.satisfies((ex) -> assertThat(ex.retryAfter()).contains(SharedSessionPolicy.REPORT_WINDOW));
		this.time.advance(SharedSessionPolicy.REPORT_WINDOW);
		assertThat(this.two.acquire().adopted()).isFalse();
	}

	@Test
	void whenAdoptedTokenIsNeverAcceptedThenAcquiresAnOwnSession() {
		this.one.acquire();
		this.two.acquire();
		this.two.report();
		Acquired own = this.two.acquire();
		assertThat(own.adopted()).isFalse();
		assertThat(this.one.poll()).isFalse();
		assertThat(this.two.poll()).isFalse();
		assertThat(this.three.acquire().session()).isEqualTo(this.one.session);
		assertThat(this.two.session).isEqualTo(own.session());
	}

	@Test
	void whenAnotherNetworkRejectsAReplacementAtOnceThenAcquiresAnOwnSession() {
		this.one.acquire();
		this.two.acquire();
		this.one.accept();
		this.one.report();
		this.one.acquire();
		this.two.poll();
		this.two.report();
		assertThat(this.two.acquire().adopted()).isFalse();
		assertThat(this.three.acquire().session()).isEqualTo(this.one.session);
	}

	@Test
	void whenKnownTokenWasReportedThenPollDoesNotPublishIt() {
		this.one.acquire();
		this.one.accept();
		this.one.report();
		this.store.clear(this.key.id(), this.time);
		this.one.poll();
		assertThat(this.record.read().isPresent()).isFalse();
	}

	@Test
	void whenKnownTokenWasReportedThenPollPublishesOnlyTheBackoff() {
		this.one.acquire();
		this.one.accept();
		this.one.report();
		fail(new ConnectCredentialsRejectedException("rejected",
				ConnectFailure.permanentFailure("CreateSession", "AUTH-007")));
		assertThatExceptionOfType(ConnectCredentialsRejectedException.class).isThrownBy(this.one::acquire);
		this.store.clear(this.key.id(), this.time);
		this.one.poll();
		assertThat(this.record.read().content().session()).isNull();
		assertThatExceptionOfType(ConnectCredentialsRejectedException.class).isThrownBy(this.two::acquire);
	}

	@Test
	void whenAttemptIsWrittenLateThenItIsNoLostAttempt() {
		fail(new ConnectUnavailableException("refused", ConnectFailure.transientFailure("CreateSession", null)));
		for (int i = 0; i < 2; i++) {
			this.store.late = true;
			assertThatExceptionOfType(ConnectUnavailableException.class).isThrownBy(this.one::acquire);
			this.store.executeLate();
			this.time.advance(POLL);
			this.one.poll();
		}
		this.server = this::session;
		assertThat(this.two.acquire().adopted()).isFalse();
	}

	@Test
	void whenStoreCannotBeWrittenThenItIsUnavailableUntilItCan() {
		this.one.acquire();
		this.time.advance(Duration.ofMinutes(25));
		this.store.writable = false;
		this.one.acquire();
		this.one.poll();
		assertThat(this.one.isStoreAvailable()).isFalse();
		this.store.writable = true;
		this.one.poll();
		assertThat(this.one.isStoreAvailable()).isTrue();
		assertThat(this.record.claim(this.record.read()).isWon()).isTrue();
	}

	@Test
	void whenServerIsOverItsRateThenAllInstancesBackOff() {
		fail(new ConnectUnavailableException("too many requests",
				ConnectFailure.transientFailure("CreateSession", null).withOverRate(true)));
		assertThatExceptionOfType(ConnectUnavailableException.class).isThrownBy(this.one::acquire);
		assertThatExceptionOfType(ConnectUnavailableException.class).isThrownBy(this.two::acquire);
		assertThat(this.logins).isOne();
	}

	@Test
	void whenOthersHaveALaterSessionThenOwnSessionEnds() {
		whenAdoptedTokenIsNeverAcceptedThenAcquiresAnOwnSession();
		this.time.advance(Duration.ofMinutes(25));
		this.one.acquire();
		assertThat(this.two.poll()).isTrue();
		assertThat(this.two.session).isEqualTo(this.one.session);
	}

	@Test
	void whenStoreIsUnavailableThenAcquiresAnOwnSession() {
		this.store.available = false;
		assertThat(this.one.acquire().adopted()).isFalse();
		assertThat(this.two.acquire().adopted()).isFalse();
		assertThat(this.logins).isEqualTo(2);
	}

	@Test
	void whenStoreCannotBeWrittenThenAcquiresAnOwnSession() {
		this.store.writable = false;
		long before = this.time.nanos().getAsLong();
		assertThat(this.one.acquire().adopted()).isFalse();
		assertThat(this.time.nanos().getAsLong()).isEqualTo(before);
	}

	@Test
	void whenOwnSessionIsRenewedWithoutStoreThenIsNotForTheOthers() {
		whenAdoptedTokenIsNeverAcceptedThenAcquiresAnOwnSession();
		this.store.available = false;
		this.time.advance(Duration.ofMinutes(10));
		this.two.acquire();
		this.store.available = true;
		this.two.poll();
		assertThat(this.one.poll()).isFalse();
	}

	@Test
	void whenLoginIsInterruptedThenOthersNeedNotWait() {
		this.server = () -> {
			Thread.currentThread().interrupt();
			throw new ConnectInterruptedException("interrupted");
		};
		try (BoundedSessionStore bounded = new BoundedSessionStore(this.store, POLL, POLL, 4, null)) {
			FleetInstance interrupted = new FleetInstance(bounded, SETTINGS, this.time.nanos(), this.time.scheduler(),
					this.time::advance, () -> this.server.get());
			assertThatExceptionOfType(ConnectInterruptedException.class).isThrownBy(interrupted::acquire);
			assertThat(Thread.interrupted()).isTrue();
		}
		StoredRecord seen = this.record.read();
		assertThat(seen.content().attempts()).isZero();
		assertThat(this.record.claim(seen).isWon()).isTrue();
	}

	@Test
	void whenStoreReturnsThenAllUseOneSession() {
		this.store.available = false;
		this.one.acquire();
		this.time.advance(Duration.ofSeconds(1));
		this.two.acquire();
		this.time.advance(Duration.ofSeconds(1));
		this.three.acquire();
		this.store.available = true;
		for (int i = 0; i < 2; i++) {
			this.time.advance(POLL);
			this.one.poll();
			this.two.poll();
			this.three.poll();
		}
		assertThat(List.of(this.one.session, this.two.session)).containsOnly(this.three.session);
		assertThat(this.logins).isEqualTo(3);
	}

	@Test
	void whenStoreIsUnavailableAndSessionIsValidThenWaits() {
		this.one.acquire();
		this.store.available = false;
		SharedSession.Request request = new SharedSession.Request(SharedRecords.CREDENTIALS, this.one.session, false,
				false, Long.MAX_VALUE);
		assertThatExceptionOfType(ConnectUnavailableException.class).isThrownBy(() -> this.one.acquire(request))
			.withMessage("The store of the shared session did not respond");
		assertThat(this.logins).isOne();
	}

	@Test
	void whenStoreIsUnavailableAndIsWaitedForThenFails() {
		FleetInstance waiting = instance(SETTINGS.waitForStore());
		this.store.available = false;
		assertThatExceptionOfType(ConnectUnavailableException.class).isThrownBy(waiting::acquire);
		assertThat(this.logins).isZero();
	}

	@Test
	void whenStoreIsEmptyAgainThenPollPublishesTheSession() {
		this.one.acquire();
		this.two.acquire();
		this.store.clear(this.key.id(), this.time);
		this.one.poll();
		assertThat(this.three.acquire().session()).isEqualTo(this.one.session);
		assertThat(this.two.poll()).isFalse();
		assertThat(this.logins).isOne();
	}

	@Test
	void whenStoreIsEmptyAgainThenRenewalFollowsTheKnownSession() {
		this.one.acquire();
		this.time.advance(Duration.ofMinutes(20));
		this.one.acquire();
		this.two.acquire();
		this.time.advance(Duration.ofMinutes(20));
		this.store.clear(this.key.id(), this.time);
		assertThat(this.two.acquire().renewed()).isTrue();
		assertThat(this.one.acquire().adopted()).isTrue();
		assertThat(this.logins).isEqualTo(3);
	}

	@Test
	void whenStoreIsEmptyAgainThenPollPublishesTheBackoff() {
		fail(new ConnectCredentialsRejectedException("rejected",
				ConnectFailure.permanentFailure("CreateSession", "AUTH-007")));
		assertThatExceptionOfType(ConnectCredentialsRejectedException.class).isThrownBy(this.one::acquire);
		this.store.clear(this.key.id(), this.time);
		this.one.poll();
		assertThatExceptionOfType(ConnectCredentialsRejectedException.class).isThrownBy(this.two::acquire);
		assertThat(this.logins).isOne();
	}

	@Test
	void whenAnOlderRecordReturnsThenPollReplacesIt() {
		this.one.acquire();
		byte[] older = this.store.read(this.key.id()).content();
		this.time.advance(Duration.ofMinutes(25));
		this.one.acquire();
		this.store.replace(this.key.id(), this.store.read(this.key.id()).content(), older, Duration.ofDays(1), "test");
		assertThat(this.one.poll()).isFalse();
		assertThat(this.two.acquire().session()).isEqualTo(this.one.session);
		assertThat(this.logins).isEqualTo(2);
	}

	@Test
	void whenContentIsForeignThenReplacesIt() {
		this.store.replace(this.key.id(), null, "foreign".getBytes(StandardCharsets.UTF_8), Duration.ofDays(1), "test");
		assertThat(this.one.acquire().adopted()).isFalse();
		assertThat(this.two.acquire().adopted()).isTrue();
	}

	@Test
	void whenClockOfTheStoreIsSetBackThenServesNoSessionLonger() {
		this.one.acquire();
		this.time.advance(Duration.ofMinutes(10));
		this.time.adjustWallClock(Duration.ofSeconds(-600 - 30));
		Acquired adopted = this.two.acquire();
		assertThat(adopted.adopted()).isTrue();
		assertThat(adopted.issuedNanos()).isLessThanOrEqualTo(this.time.nanos().getAsLong());
		this.one.poll();
		StoredRecord corrected = this.record.read();
		assertThat(corrected.millisAt(this.time.nanos().getAsLong()) - corrected.content().issuedMillis())
			.isBetween(599_000L, 601_000L);
	}

	@Test
	void whenClockOfTheStoreIsFarBehindThenIgnoresTheSession() {
		this.one.acquire();
		this.time.adjustWallClock(Duration.ofMinutes(-5));
		assertThat(this.two.acquire().adopted()).isFalse();
	}

	@Test
	void whenPasswordsDifferThenInstancesShareNothing() {
		this.one.acquire();
		FleetInstance other = instance(SETTINGS.withNamespace("other"));
		assertThat(other.acquire().adopted()).isFalse();
		assertThat(other.session).isNotEqualTo(this.one.session);
	}

	private SharedRecord published(String token) {
		return SharedRecord.EMPTY.acquired(
				ConnectSession.of(token, FleetInstance.LIFETIME).withSecureToken("secure-" + token),
				this.time.clock().millis());
	}

	@Test
	@ExtendWith(OutputCaptureExtension.class)
	void whenStoreIsUnavailableThenLogsTheRemedyWithoutTheMessage(CapturedOutput output) {
		this.store.available = false;
		this.one.acquire();
		assertThat(output).contains(
				"Connect session store does not respond: error=java.net.ConnectException, reason=\"start the store\"")
			.doesNotContain("user:password");
	}

}

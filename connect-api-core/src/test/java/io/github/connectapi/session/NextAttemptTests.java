package io.github.connectapi.session;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import io.github.connectapi.ConnectBackoffException;
import io.github.connectapi.test.Fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

/**
 * The time of the next acquisition, which is the same wherever it is shown.
 */
@ExtendWith(OutputCaptureExtension.class)
class NextAttemptTests {

	private static final Pattern LOGGED = Pattern.compile("nextAttemptAt=(\\S+)");

	private final List<ConnectSessionEvent> events = new CopyOnWriteArrayList<>();

	/** The jitter makes the delay a fraction of a millisecond longer. */
	private final SessionFixture fixture = SessionFixture.with((server) -> server,
			(builder) -> builder.listener(this.events::add), () -> 0.123456789);

	private final ConnectSessionManager manager = this.fixture.manager;

	@AfterEach
	void close() {
		this.fixture.close();
	}

	@Test
	void whenAnAcquisitionFailsThenItsNextAttemptIsTheSameEverywhere(CapturedOutput output) {
		this.fixture.time.advance(Duration.ofNanos(300_700));
		this.fixture.server.always("CreateSession", Fault.status(404));
		catchThrowable(this.manager::getSession);
		await().until(() -> !this.events.isEmpty());
		List<Instant> shown = new ArrayList<>(
				LOGGED.matcher(output).results().map((logged) -> Instant.parse(logged.group(1))).toList());
		shown.add(((ConnectSessionEvent.Failed) this.events.get(0)).nextAttemptAt());
		for (int i = 0; i < 20; i++) {
			this.fixture.time.advance(Duration.ofNanos(10_123_456));
			shown.add(this.manager.snapshot().nextAttemptAt());
			shown.add(nextAttemptAt());
		}

		assertThat(shown).hasSize(42).containsOnly(shown.get(0));
		assertThat(shown.get(0)).isEqualTo(shown.get(0).truncatedTo(ChronoUnit.MILLIS));
	}

	@Test
	void whenTheServerSentRetryAfterThenItIsTheTimeOfTheFailurePlusThatDelay() {
		Instant start = this.fixture.time.clock().instant();
		this.fixture.server.always("CreateSession", Fault.status(503).retryAfter("3600"));
		catchThrowable(this.manager::getSession);
		this.fixture.time.advance(Duration.ofNanos(999_999));

		assertThat(nextAttemptAt()).isBetween(start.plusSeconds(3600), start.plusSeconds(3605));
		assertThat(this.manager.snapshot().nextAttemptAt()).isEqualTo(nextAttemptAt());
	}

	@Test
	void whenTheWallClockIsAdjustedThenTheTimeIsThatOfTheFailureAndTheDelayIsKept() {
		this.fixture.server.always("CreateSession", Fault.status(404));
		catchThrowable(this.manager::getSession);
		Instant before = nextAttemptAt();
		this.fixture.time.adjustWallClock(Duration.ofHours(1));

		assertThat(nextAttemptAt()).isEqualTo(before).isEqualTo(this.manager.snapshot().nextAttemptAt());
		assertThat(this.manager.snapshot().state()).isEqualTo(ConnectSessionSnapshot.State.FAILED);
	}

	private Instant nextAttemptAt() {
		return catchThrowableOfType(ConnectBackoffException.class, this.manager::getSession).nextAttemptAt();
	}

}

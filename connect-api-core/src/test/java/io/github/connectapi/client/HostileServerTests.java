package io.github.connectapi.client;

import java.io.IOException;
import java.time.Duration;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever the other end does: a typed failure in time, after one connection and one
 * POST, and nothing is left behind.
 */
@Timeout(60)
class HostileServerTests {

	private static final Duration DEADLINE = Duration.ofMillis(200);

	/** How much later than its deadline a call may end on a busy machine. */
	private static final Duration GRACE = Duration.ofSeconds(3);

	private static final RawServer elsewhere = HostileServer.elsewhere();

	@AfterAll
	static void nobodyWasElsewhere() throws IOException {
		elsewhere.close();
		Measurements.count("connections to where redirects lead", elsewhere.connections());
	}

	static Stream<Arguments> answers() {
		return cells(HostileResponses.all(elsewhere.baseUrl()));
	}

	static Stream<Arguments> stalls() {
		return cells(StallingServers.idle());
	}

	static Stream<Arguments> floods() {
		return cells(StallingServers.floods());
	}

	@ParameterizedTest(name = "{0}, {1}")
	@MethodSource("answers")
	void whenTheResponseIsHostileThenATypedExceptionIsThrown(HostileServer hostile, SessionOperation operation)
			throws IOException {
		try (MeasuredExchange cell = new MeasuredExchange(hostile, ClientFixture.LONG)) {
			cell.call(operation);
			assertThat(cell.elapsed()).isLessThan(GRACE);
			Measurements.max("milliseconds to the failure when it answers", cell.elapsed().toMillis());
		}
		assertThat(elsewhere.connections()).isZero();
	}

	@ParameterizedTest(name = "{0}, {1}")
	@MethodSource("stalls")
	void whenTheResponseStallsThenTheCallEndsAtTheDeadlineWithoutUsingCpu(HostileServer hostile,
			SessionOperation operation) throws IOException {
		try (MeasuredExchange cell = new MeasuredExchange(hostile, DEADLINE)) {
			cell.call(operation);
			assertThat(cell.elapsed()).isBetween(DEADLINE, DEADLINE.plus(GRACE));
			assertThat(cell.busy()).isLessThan(DEADLINE.dividedBy(2));
			Measurements.max("milliseconds after the deadline when it stalls",
					cell.elapsed().minus(DEADLINE).toMillis());
			Measurements.max("milliseconds of CPU during a stall of 200 ms", cell.busy().toMillis());
		}
	}

	@ParameterizedTest(name = "{0}, {1}")
	@MethodSource("floods")
	void whenTheResponseIsEndlessThenMemoryUseIsLimited(HostileServer hostile, SessionOperation operation)
			throws IOException {
		try (MeasuredExchange cell = new MeasuredExchange(hostile, DEADLINE)) {
			cell.call(operation);
			assertThat(cell.elapsed()).isLessThan(DEADLINE.plus(GRACE));
			assertThat(cell.allocated()).isLessThan(8L << 20);
			Measurements.max("KiB written into the sockets of a flood", cell.written() / 1024);
			Measurements.max("KiB allocated during a flood", cell.allocated() / 1024);
		}
	}

	private static Stream<Arguments> cells(Stream<HostileServer> modes) {
		return modes
			.flatMap((mode) -> Stream.of(SessionOperation.values()).map((operation) -> Arguments.of(mode, operation)));
	}

}

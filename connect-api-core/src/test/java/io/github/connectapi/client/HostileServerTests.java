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
 * Every hostile server leads to a typed exception in time, after one connection and one
 * POST, without leaked resources.
 */
@Timeout(60)
class HostileServerTests {

	private static final Duration DEADLINE = Duration.ofMillis(200);

	/** How much a call may exceed its deadline on a busy machine. */
	private static final Duration GRACE = Duration.ofSeconds(3);

	private static final RawServer elsewhere = HostileServer.elsewhere();

	@AfterAll
	static void closeElsewhere() throws IOException {
		elsewhere.close();
		Measurements.count("connections to where redirects lead", elsewhere.connections());
	}

	static Stream<Arguments> responses() {
		return withOperations(HostileResponses.all(elsewhere.baseUrl()));
	}

	static Stream<Arguments> stalls() {
		return withOperations(StallingServers.idle());
	}

	static Stream<Arguments> floods() {
		return withOperations(StallingServers.floods());
	}

	@ParameterizedTest(name = "{0}, {1}")
	@MethodSource("responses")
	void whenTheResponseIsHostileThenATypedExceptionIsThrown(HostileServer hostile, SessionOperation operation)
			throws IOException {
		try (MeasuredExchange exchange = new MeasuredExchange(hostile, ClientFixture.LONG)) {
			exchange.call(operation);
			assertThat(exchange.elapsed()).isLessThan(GRACE);
			Measurements.max("milliseconds to the failure of a complete response", exchange.elapsed().toMillis());
		}
		assertThat(elsewhere.connections()).isZero();
	}

	@ParameterizedTest(name = "{0}, {1}")
	@MethodSource("stalls")
	void whenTheResponseStallsThenTheCallEndsAtTheDeadlineWithoutUsingCpu(HostileServer hostile,
			SessionOperation operation) throws IOException {
		try (MeasuredExchange exchange = new MeasuredExchange(hostile, DEADLINE)) {
			exchange.call(operation);
			assertThat(exchange.elapsed()).isBetween(DEADLINE, DEADLINE.plus(GRACE));
			assertThat(exchange.cpuTime()).isLessThan(DEADLINE.dividedBy(2));
			Measurements.max("milliseconds after the deadline when it stalls",
					exchange.elapsed().minus(DEADLINE).toMillis());
			Measurements.max("milliseconds of CPU during a stall of 200 ms", exchange.cpuTime().toMillis());
		}
	}

	@ParameterizedTest(name = "{0}, {1}")
	@MethodSource("floods")
	void whenTheResponseIsEndlessThenMemoryUseIsLimited(HostileServer hostile, SessionOperation operation)
			throws IOException {
		try (MeasuredExchange exchange = new MeasuredExchange(hostile, DEADLINE)) {
			exchange.call(operation);
			assertThat(exchange.elapsed()).isLessThan(DEADLINE.plus(GRACE));
			assertThat(exchange.allocated()).isLessThan(8L << 20);
			Measurements.max("KiB written into the sockets of a flood", exchange.written() / 1024);
			Measurements.max("KiB allocated during a flood", exchange.allocated() / 1024);
		}
	}

	private static Stream<Arguments> withOperations(Stream<HostileServer> modes) {
		return modes
			.flatMap((mode) -> Stream.of(SessionOperation.values()).map((operation) -> Arguments.of(mode, operation)));
	}

}

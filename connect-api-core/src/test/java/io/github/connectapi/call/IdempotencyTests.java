package io.github.connectapi.call;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectInterruptedException;
import io.github.connectapi.ConnectUnavailableException;
import io.github.connectapi.download.CreateDownloadRequest;
import io.github.connectapi.operation.ConnectOperations;
import io.github.connectapi.test.Fault;
import io.github.connectapi.test.GatewayFault;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Calls whose outcome is unknown.
 */
@Timeout(60)
class IdempotencyTests {

	private final CallFixture fixture = CallFixture
		.withClient((client) -> client.responseTimeout(Duration.ofMillis(600)));

	@AfterEach
	void close() {
		this.fixture.close();
	}

	static Stream<Named<Fault>> faults() {
		return Stream.of(Named.of("dropped", Fault.drop()), Named.of("lost response", Fault.dropResponse()),
				Named.of("truncated response", Fault.dropMidBody()), Named.of("503", Fault.status(503)),
				Named.of("503 after execution", Fault.normal().httpStatus(503)), Named.of("timeout", Fault.hang()),
				Named.of("html", Fault.status(200).body("text/html", "<html>")),
				Named.of("over QPS", GatewayFault.overQps()),
				Named.of("server error", Fault.error("InternalError", null)));
	}

	@ParameterizedTest
	@MethodSource("faults")
	void scenario26_whenAnOperationIsNotIdempotentThenItIsNeverRepeated(Fault fault) {
		this.fixture.server.enqueue("CreateDownloadRequest", fault);
		ConnectApiException failure = CallFixture
			.failure(() -> this.fixture.connect.call(ConnectOperations.CREATE_DOWNLOAD_REQUEST,
					CreateDownloadRequest.of(this.fixture.server.issueDownloadToken("90000001"))));
		assertThat(failure.isTransient()).as("transient").isTrue();
		assertThat(failure.operation()).hasValue("CreateDownloadRequest");
		assertThat(this.fixture.server.count("CreateDownloadRequest")).isOne();
		assertThat(this.fixture.server.downloadsAccepted()).isLessThanOrEqualTo(1);
	}

	@ParameterizedTest
	@MethodSource("faults")
	void whenAnOperationIsIdempotentThenItIsRepeatedUntilItSucceeds(Fault fault) {
		this.fixture.server.enqueue("GetCountries", fault, fault);
		call();
		assertThat(this.fixture.server.count("GetCountries")).isEqualTo(3);
		assertThat(this.fixture.logins()).isOne();
	}

	@Test
	void whenAllAttemptsFailThenTheLastFailureIsThrown() {
		this.fixture.server.enqueue("GetCountries", Fault.status(500), Fault.status(502));
		this.fixture.server.always("GetCountries", Fault.status(503));
		assertThat(failure()).isExactlyInstanceOf(ConnectUnavailableException.class).hasMessageContaining("503");
		assertThat(this.fixture.server.count("GetCountries")).isEqualTo(3);
	}

	@Test
	void whenADelayWouldExceedTheDeadlineThenTheFailureIsThrownImmediately() {
		this.fixture.server.always("GetCountries", Fault.status(503).retryAfter("28"));
		long before = this.fixture.time.nanos().getAsLong();
		assertThat(failure()).isExactlyInstanceOf(ConnectUnavailableException.class)
			.extracting((failure) -> failure.retryAfter().orElseThrow())
			.isEqualTo(Duration.ofSeconds(28));
		assertThat(this.fixture.server.count("GetCountries")).isOne();
		assertThat(this.fixture.time.nanos().getAsLong()).isEqualTo(before);
	}

	@Test
	void whenTheThreadIsInterruptedDuringADelayThenTheExceptionSaysSo() {
		ConnectApi interrupted = CallFixture.build(this.fixture.api(), (delay) -> {
			throw new InterruptedException();
		});
		this.fixture.server.always("GetCountries", Fault.status(503));
		assertThat(CallFixture.failure(() -> interrupted.call(ConnectOperations.GET_COUNTRIES, Map.of())))
			.isExactlyInstanceOf(ConnectInterruptedException.class)
			.cause()
			.hasMessageContaining("503");
		assertThat(Thread.interrupted()).isTrue();
		assertThat(this.fixture.server.count("GetCountries")).isOne();
	}

	@Test
	void whenTheThreadIsInterruptedBeforeTheCallThenNothingIsSentNotEvenALogin() {
		try (CallFixture slow = CallFixture.withThreads((api) -> api)) {
			Thread.currentThread().interrupt();
			ConnectApiException failure = CallFixture
				.failure(() -> slow.connect.call(ConnectOperations.GET_COUNTRIES, Map.of()));
			assertThat(Thread.interrupted()).isTrue();
			assertThat(failure).isExactlyInstanceOf(ConnectInterruptedException.class);
			assertThat(failure.isNotSent()).isTrue();
			assertThat(slow.manager.snapshot().acquiring()).isFalse();
			assertThat(slow.server.requests()).isEmpty();
		}
	}

	@Test
	void whenTheThreadIsInterruptedAndThereIsASessionThenTheCallIsNotSent() {
		this.fixture.manager.getSession();
		Thread.currentThread().interrupt();
		ConnectApiException failure = failure();
		assertThat(Thread.interrupted()).isTrue();
		assertThat(failure).isExactlyInstanceOf(ConnectInterruptedException.class);
		assertThat(failure.isNotSent()).isTrue();
		assertThat(this.fixture.server.count("GetCountries")).isZero();
	}

	private void call() {
		this.fixture.connect.call(ConnectOperations.GET_COUNTRIES, Map.of());
	}

	private ConnectApiException failure() {
		return CallFixture.failure(this::call);
	}

}

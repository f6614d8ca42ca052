package io.github.connectapi.call;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectClosedException;
import io.github.connectapi.ConnectInterruptedException;
import io.github.connectapi.ConnectUnavailableException;
import io.github.connectapi.ConnectWaitTimeoutException;
import io.github.connectapi.operation.ConnectOperations;
import io.github.connectapi.operation.ConnectRequest;
import io.github.connectapi.retry.RetrySettings;
import io.github.connectapi.session.ConnectSessionManager;
import io.github.connectapi.test.Fault;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each failure of a call is a {@link ConnectApiException} with operation and coordination
 * id, whatever caused it.
 */
@Timeout(60)
class CallFailureTests {

	private static final ConnectRequest REQUEST = ConnectRequest.of(ConnectOperations.GET_COUNTRIES, Map.of())
		.withCoordinationId("Order-7");

	private final CallFixture fixture = CallFixture.create();

	@AfterEach
	void close() {
		Thread.interrupted();
		this.fixture.close();
	}

	@Test
	void whenTheCallerWaitsTooLongForASessionThenTheFailureIsThatOfTheCall() {
		try (CallFixture threads = CallFixture.withThreads((api) -> api.timeout(Duration.ofMillis(100)))) {
			threads.server.enqueue("CreateSession", Fault.block());
			assertCompleted(failure(threads.connect), ConnectWaitTimeoutException.class);
			threads.server.unblock();
		}
	}

	@Test
	void whenTheCallerIsInterruptedWhileItWaitsForASessionThenTheFailureIsThatOfTheCall() {
		try (CallFixture threads = CallFixture.withThreads((api) -> api)) {
			threads.server.enqueue("CreateSession", Fault.block());
			Thread.currentThread().interrupt();
			assertCompleted(failure(threads.connect), ConnectInterruptedException.class);
			assertThat(Thread.interrupted()).isTrue();
			threads.server.unblock();
		}
	}

	@Test
	void whenTheManagerIsClosedThenTheFailureIsThatOfTheCall() {
		this.fixture.manager.close();
		ConnectApiException failure = failure(this.fixture.connect);
		assertCompleted(failure, ConnectClosedException.class);
		assertThat(failure.isNotSent()).isTrue();
	}

	@Test
	void whenTheClientIsClosedThenTheFailureIsThatOfTheCallAndNothingWasSent() {
		this.fixture.manager.getSession();
		this.fixture.client.close();
		ConnectApiException failure = failure(this.fixture.connect);
		assertCompleted(failure, ConnectClosedException.class);
		assertThat(failure.isNotSent()).isTrue();
	}

	@Test
	void whenTheProviderFailsThenTheFailureIsThatOfTheCall() {
		try (ConnectSessionManager manager = ConnectSessionManager.builder(this.fixture.client, () -> {
			throw new IllegalStateException("vault");
		}).retry(RetrySettings.defaults().withMaxAttempts(1)).build()) {
			ConnectApiException failure = failure(ConnectApi.builder(this.fixture.client, manager).build());
			assertCompleted(failure, ConnectUnavailableException.class);
		}
	}

	@Test
	void whenTheLoginFailsThenTheFailureIsThatOfTheLogin() {
		this.fixture.server.always("CreateSession", Fault.error("InvalidUsernameOrPassword", "no"));
		ConnectApiException failure = failure(this.fixture.connect);
		String login = this.fixture.server.requests("CreateSession").get(0).coordinationId();
		assertThat(failure.coordinationId()).hasValue(login);
		assertThat(failure.operation()).hasValue("CreateSession");
		assertThat(failure.getMessage()).doesNotContain("Order-7");
	}

	static Stream<Supplier<Throwable>> failures() {
		return Stream.of(IllegalStateException::new, StackOverflowError::new,
				() -> new NoClassDefFoundError("half a deployment"));
	}

	@ParameterizedTest
	@MethodSource("failures")
	void whenTheManagerOfTheApplicationFailsThenTheFailureIsThatOfTheCall(Supplier<Throwable> cause) {
		ConnectSessionManager broken = (ConnectSessionManager) Proxy.newProxyInstance(getClass().getClassLoader(),
				new Class<?>[] { ConnectSessionManager.class }, (proxy, method, arguments) -> {
					throw cause.get();
				});
		ConnectApiException failure = failure(ConnectApi.builder(this.fixture.client, broken).build());
		assertCompleted(failure, ConnectUnavailableException.class);
		assertThat(failure.isNotSent()).isTrue();
		assertThat(failure).hasMessageContaining("GetCountries failed unexpectedly with")
			.hasCauseExactlyInstanceOf(cause.get().getClass());
	}

	@Test
	void whenManyCallsFailThenTheSharedFailureDoesNotGrow() {
		this.fixture.server.always("CreateSession", Fault.error("InvalidUsernameOrPassword", "no"));
		List<ConnectApiException> failures = Stream.generate(() -> failure(this.fixture.connect)).limit(5).toList();
		Throwable shared = failures.get(0).getSuppressed()[0];
		assertThat(failures.subList(1, 5)).allSatisfy((failure) -> assertThat(failure).hasNoCause()
			.satisfies((backoff) -> assertThat(backoff.getSuppressed()).containsExactly(shared)));
		assertThat(shared.getSuppressed()).isEmpty();
	}

	@Test
	void whenALoggerThrowsThenTheCallIsNotAffected() {
		this.fixture.manager.getSession();
		LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
		context.addTurboFilter(new ThrowingFilter());
		try {
			this.fixture.server.enqueue("GetCountries",
					Fault.normal().set("/ResponseHeader/CoordinationId", "another"));
			assertThat(this.fixture.connect.exchange(REQUEST, Object.class).coordinationId()).isEqualTo("Order-7");
			this.fixture.server.always("GetCountries", Fault.status(503));
			for (int call = 0; call < 30; call++) {
				assertThat(failure(this.fixture.connect)).hasMessageContaining("HTTP 503");
			}
			this.fixture.server.always("GetCountries", Fault.drop());
			assertThat(failure(this.fixture.connect)).hasMessageContaining("NoHttpResponseException");
		}
		finally {
			context.resetTurboFilterList();
		}
	}

	private static void assertCompleted(ConnectApiException failure, Class<? extends ConnectApiException> type) {
		assertThat(failure).isExactlyInstanceOf(type).hasMessageEndingWith("(coordination id Order-7)");
		assertThat(failure.coordinationId()).hasValue("Order-7");
		assertThat(failure.operation()).hasValue("GetCountries");
	}

	private static ConnectApiException failure(ConnectApi connect) {
		return CallFixture.failure(() -> connect.exchange(REQUEST, Object.class));
	}

	/** Throws an exception whenever the library logs. */
	private static final class ThrowingFilter extends TurboFilter {

		@Override
		public FilterReply decide(Marker marker, Logger logger, Level level, String format, Object[] params,
				Throwable thrown) {
			if (logger.getName().startsWith("io.github.connectapi")) {
				throw new IllegalStateException("disk full");
			}
			return FilterReply.NEUTRAL;
		}

	}

}

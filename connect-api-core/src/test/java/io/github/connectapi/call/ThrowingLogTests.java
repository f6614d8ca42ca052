package io.github.connectapi.call;

import java.util.Map;
import java.util.concurrent.CompletableFuture;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.github.connectapi.ConnectUnavailableException;
import io.github.connectapi.ThrowingAppender;
import io.github.connectapi.operation.ConnectOperations;
import io.github.connectapi.test.Fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.awaitility.Awaitility.await;

/**
 * A log that throws does not affect calls.
 */
@Timeout(60)
class ThrowingLogTests {

	private final ObservationRegistry registry = ObservationRegistry.create();

	private final CallFixture fixture = CallFixture.withClient((client) -> client.maxConcurrentExchanges(1));

	private final ThrowingAppender log = new ThrowingAppender(StackOverflowError::new);

	@BeforeEach
	void acquire() {
		this.fixture.manager.getSession();
	}

	@AfterEach
	void close() {
		assertThat(this.log.lines()).isPositive();
		this.log.close();
		this.fixture.close();
	}

	@Test
	void whenAResponseHasAnotherCoordinationIdThenTheCallSucceeds() {
		this.fixture.server.enqueue("GetCountries", Fault.normal().set("/ResponseHeader/CoordinationId", "another"));
		assertThatNoException().isThrownBy(() -> call(this.fixture.connect));
	}

	@Test
	void whenTheRetryBudgetIsUsedUpThenCallsFailWithTheirFailure() {
		this.fixture.server.always("GetCountries", Fault.status(503));
		for (int call = 0; call < 50; call++) {
			assertThat(CallFixture.failure(() -> call(this.fixture.connect)))
				.isExactlyInstanceOf(ConnectUnavailableException.class);
		}
	}

	@Test
	void whenACallWaitsForAnotherThenBothSucceed() throws Exception {
		this.fixture.server.enqueue("GetCountries", Fault.block());
		CompletableFuture<Void> first = start();
		await().until(() -> this.fixture.server.count("GetCountries") == 1);
		int before = this.log.lines();
		CompletableFuture<Void> second = start();
		await().until(() -> this.log.lines() > before);
		this.fixture.server.unblock();
		assertThatNoException().isThrownBy(() -> CompletableFuture.allOf(first, second).join());
	}

	@Test
	void whenAnObservationHandlerThrowsThenTheCallSucceeds() {
		this.registry.observationConfig().observationHandler(new ObservationHandler<>() {
			@Override
			public void onStart(Observation.Context context) {
				throw new IllegalStateException("a handler of an application");
			}

			@Override
			public boolean supportsContext(Observation.Context context) {
				return true;
			}
		});
		assertThatNoException()
			.isThrownBy(() -> call(this.fixture.build(this.fixture.api().observationRegistry(this.registry))));
	}

	private CompletableFuture<Void> start() {
		return CompletableFuture.runAsync(() -> call(this.fixture.connect), (task) -> new Thread(task).start());
	}

	private static void call(ConnectApi connect) {
		connect.call(ConnectOperations.GET_COUNTRIES, Map.of(), Object.class);
	}

}

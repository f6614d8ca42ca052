package io.github.connectapi.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.github.connectapi.ConnectUnavailableException;
import io.github.connectapi.operation.ConnectOperations;
import io.github.connectapi.test.Fault;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Calls during an outage, whose retries share a budget.
 */
@Timeout(60)
class RetryBudgetTests {

	private static final int CALLERS = 200;

	private static final int RETRIES = 30;

	private final CallFixture fixture = CallFixture.create();

	@AfterEach
	void close() {
		this.fixture.close();
	}

	@Test
	void whenCallsFailOneAfterTheOtherThenTheyShareABudgetAndFailWithTheirFailure() {
		outage();
		for (int call = 0; call < CALLERS; call++) {
			assertThat(CallFixture.failure(this::call)).isExactlyInstanceOf(ConnectUnavailableException.class)
				.hasMessageContaining("failed with HTTP 503");
		}
		assertThat(sent()).isEqualTo(CALLERS + RETRIES);
	}

	@Test
	void whenCallersFailAtTheSameTimeThenTheySendAtMostAFifthMoreRequestsThanCalls() throws Exception {
		outage();
		ConnectApi connect = CallFixture.build(this.fixture.api(), (delay) -> {
		});
		ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
		List<Future<?>> calls = new ArrayList<>();
		for (int call = 0; call < CALLERS; call++) {
			calls.add(callers.submit(() -> CallFixture.failure(() -> call(connect))));
		}
		for (Future<?> call : calls) {
			call.get();
		}
		callers.shutdown();
		assertThat(sent()).isEqualTo(CALLERS + RETRIES).isLessThanOrEqualTo(CALLERS * 12 / 10);
	}

	@Test
	void whenCallsSucceedThenTheyRefundTheBudget() {
		outage();
		for (int call = 0; call < 2 * RETRIES; call++) {
			CallFixture.failure(this::call);
		}
		this.fixture.server.clearFaults();
		for (int call = 0; call < 5; call++) {
			call();
		}
		outage();
		CallFixture.failure(this::call);
		assertThat(sent()).as("one retry").isEqualTo(2);
	}

	@Test
	void whenRetriesDoNotTakePlaceThenTheyCostNothing() {
		outage();
		AtomicBoolean interrupting = new AtomicBoolean(true);
		ConnectApi connect = CallFixture.build(this.fixture.api(), (delay) -> {
			if (interrupting.get()) {
				throw new InterruptedException();
			}
		});
		for (int call = 0; call < 2 * RETRIES; call++) {
			CallFixture.failure(() -> call(connect));
			assertThat(Thread.interrupted()).isTrue();
		}
		assertThat(sent()).isEqualTo(2 * RETRIES);
		interrupting.set(false);
		CallFixture.failure(() -> call(connect));
		assertThat(sent()).as("three attempts").isEqualTo(2 * RETRIES + 3);
	}

	@Test
	void whenARetrySucceedsThenItCostsNothing() {
		for (int call = 0; call < 2 * RETRIES; call++) {
			this.fixture.server.enqueue("GetCountries", Fault.status(503), Fault.status(503));
			call();
		}
		assertThat(sent()).isEqualTo(6 * RETRIES);
	}

	@Test
	void whenTheBudgetIsUsedUpThenLoginsAndRenewalsAreRetried() {
		outage();
		for (int call = 0; call < 2 * RETRIES; call++) {
			CallFixture.failure(this::call);
		}
		this.fixture.server.enqueue("RenewSession", Fault.status(503), Fault.status(503));
		this.fixture.manager.renew();
		assertThat(this.fixture.server.count("RenewSession")).isEqualTo(3);
	}

	private void outage() {
		this.fixture.manager.getSession();
		this.fixture.server.clearRequests();
		this.fixture.server.always("GetCountries", Fault.status(503));
	}

	private void call() {
		call(this.fixture.connect);
	}

	private static void call(ConnectApi connect) {
		connect.call(ConnectOperations.GET_COUNTRIES, Map.of());
	}

	private int sent() {
		return this.fixture.server.count("GetCountries");
	}

}

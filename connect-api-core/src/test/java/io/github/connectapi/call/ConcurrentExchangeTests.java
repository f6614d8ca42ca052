package io.github.connectapi.call;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectWaitTimeoutException;
import io.github.connectapi.operation.ConnectOperations;
import io.github.connectapi.test.Fault;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * More callers than concurrent exchanges.
 */
@Timeout(60)
class ConcurrentExchangeTests {

	private static final Duration LONG = Duration.ofSeconds(20);

	private final CallFixture fixture = CallFixture.withClient((client) -> client.maxConcurrentExchanges(2));

	private final ExecutorService callers = Executors.newCachedThreadPool();

	@AfterEach
	void close() {
		this.fixture.server.unblock();
		this.callers.shutdown();
		this.fixture.close();
	}

	@Test
	void whenThereAreMoreCallersThenTheyWaitAndAllSucceed() throws Exception {
		this.fixture.manager.getSession();
		this.fixture.server.enqueue("GetCountries", Fault.block(), Fault.block());
		List<Future<?>> calls = new ArrayList<>();
		for (int call = 0; call < 20; call++) {
			calls.add(this.callers.submit(() -> call(this.fixture.connect)));
		}
		this.fixture.server.awaitRequests("GetCountries", 2, LONG);
		this.fixture.server.unblock();
		for (Future<?> call : calls) {
			call.get();
		}
		assertThat(this.fixture.server.count("GetCountries")).isEqualTo(20);
	}

	@Test
	void whenAllExchangesHangThenASessionIsRenewedAndCreated() throws Exception {
		hang();
		this.fixture.time.advance(Duration.ofMinutes(1));
		this.fixture.manager.renew();
		assertThat(this.fixture.server.count("RenewSession")).isOne();
		this.fixture.manager.invalidate(this.fixture.manager.getSession());
		this.fixture.manager.getSession();
		assertThat(this.fixture.logins()).isEqualTo(2);
	}

	@Test
	void whenAllExchangesHangForTheWholeCallTimeoutThenTheCallWasNotSent() throws Exception {
		hang();
		ConnectApi impatient = ConnectApi.builder(this.fixture.client, this.fixture.manager)
			.timeout(Duration.ofMillis(100))
			.build();
		ConnectApiException failure = CallFixture.failure(() -> call(impatient));
		assertThat(failure).isExactlyInstanceOf(ConnectWaitTimeoutException.class)
			.hasMessageContaining("GetCountries was not sent: 2 exchanges were in progress for ")
			.hasMessageContaining("getty.connect.http.max-concurrent-exchanges");
		assertThat(failure.isNotSent()).isTrue();
		assertThat(this.fixture.server.count("GetCountries")).isEqualTo(2);
	}

	private void hang() throws Exception {
		this.fixture.manager.getSession();
		this.fixture.server.enqueue("GetCountries", Fault.block(), Fault.block());
		this.callers.submit(() -> call(this.fixture.connect));
		this.callers.submit(() -> call(this.fixture.connect));
		this.fixture.server.awaitRequests("GetCountries", 2, LONG);
	}

	private static void call(ConnectApi connect) {
		connect.call(ConnectOperations.GET_COUNTRIES, Map.of());
	}

}

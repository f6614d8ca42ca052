package io.github.connectapi.call;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.github.connectapi.ConnectUnavailableException;
import io.github.connectapi.ConnectWaitTimeoutException;
import io.github.connectapi.Secret;
import io.github.connectapi.operation.ConnectOperations;
import io.github.connectapi.operation.ConnectRequest;
import io.github.connectapi.test.Fault;
import io.github.connectapi.test.ReceivedRequest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Detail, headers and timeout of a single call.
 */
@Timeout(60)
class CallOptionsTests {

	private static final ConnectRequest COUNTRIES = ConnectRequest.of(ConnectOperations.GET_COUNTRIES, Map.of());

	private static final Duration SHORT = Duration.ofMillis(400);

	private CallFixture fixture = CallFixture.create();

	@AfterEach
	void close() {
		this.fixture.close();
	}

	@Test
	void whenADetailIsSetThenItIsInTheRequestHeader() {
		exchange(COUNTRIES.withDetail("IncludeSizeName").withCoordinationId("id"));
		assertThat(lastRequest().body()).contains("\"Detail\":\"IncludeSizeName\"");
		assertThat(lastRequest().fieldNames()).containsSubsequence("RequestHeader.Token", "RequestHeader.Detail",
				"RequestHeader.CoordinationId");
	}

	@Test
	void whenNoDetailIsSetThenTheFieldIsNotSent() {
		exchange(COUNTRIES);
		assertThat(lastRequest().fieldNames()).contains("RequestHeader.Token").doesNotContain("RequestHeader.Detail");
	}

	@Test
	void whenAHeaderIsSetThenEachAttemptHasItAndTheLoginHasNot() {
		this.fixture.server.enqueue("GetCountries", Fault.status(503), Fault.error("AUTH-012", null));
		exchange(COUNTRIES.withHeader("X-Department", "news desk"));
		assertThat(this.fixture.server.requests("GetCountries")).hasSize(3)
			.allSatisfy((request) -> assertThat(request.header("X-Department")).isEqualTo("news desk"));
		assertThat(this.fixture.server.requests("CreateSession")).isNotEmpty()
			.allSatisfy((request) -> assertThat(request.header("X-Department")).isNull());
	}

	@Test
	void whenAHeaderIsSetThenTheNextCallHasNone() {
		exchange(COUNTRIES.withHeader("X-Department", "news desk"));
		exchange(COUNTRIES);
		assertThat(lastRequest().header("X-Department")).isNull();
	}

	@Test
	void whenTheUserAgentIsSetThenItReplacesThatOfTheClient() {
		exchange(COUNTRIES.withHeader("user-agent", "archive/2"));
		assertThat(lastRequest().header("User-Agent")).isEqualTo("archive/2");
	}

	@Test
	void whenACustomizerSetsTheSameHeaderThenThatOfTheCallIsSent() {
		this.fixture.close();
		this.fixture = CallFixture
			.withClient((client) -> client.customizer((builder) -> builder.defaultHeader("X-Trace", "default")));
		exchange(COUNTRIES.withHeader("X-Trace", "call"));
		assertThat(lastRequest().headers().entrySet())
			.filteredOn((header) -> header.getKey().equalsIgnoreCase("X-Trace"))
			.extracting(Map.Entry::getValue)
			.containsExactly(List.of("call"));
	}

	@Test
	void whenTheTimeoutIsShorterThenTheCallEndsEarlier() {
		this.fixture.manager.getSession();
		this.fixture.server.always("GetCountries", Fault.hang());
		ConnectApi connect = this.fixture.build(this.fixture.api().nanoClock(System::nanoTime));
		assertThat(CallFixture.failure(() -> connect.exchange(COUNTRIES.withTimeout(SHORT), Void.class)))
			.isExactlyInstanceOf(ConnectUnavailableException.class)
			.hasMessageContaining("no complete response within");
	}

	@Test
	void whenTheTimeoutIsShorterThenItCoversTheRetries() {
		this.fixture.manager.getSession();
		this.fixture.server.always("GetCountries", Fault.status(503).retryAfter("8"));
		assertThat(CallFixture.failure(() -> exchange(COUNTRIES.withTimeout(Duration.ofSeconds(5)))))
			.isExactlyInstanceOf(ConnectUnavailableException.class);
		assertThat(this.fixture.server.count("GetCountries")).as("8 s are more than 5 s").isOne();
	}

	@Test
	void whenTheTimeoutIsShorterThenItCoversTheWaitForASession() {
		this.fixture.server.enqueue("CreateSession", Fault.status(503).retryAfter("20"));
		assertThat(CallFixture.failure(() -> exchange(COUNTRIES.withTimeout(Duration.ofSeconds(20)))))
			.isExactlyInstanceOf(ConnectWaitTimeoutException.class);
		assertThat(this.fixture.server.count("GetCountries")).isZero();
	}

	@Test
	void whenTheTimeoutIsLongerThenThereIsTimeForMoreAttempts() {
		this.fixture.manager.getSession();
		this.fixture.server.enqueue("GetCountries", Fault.status(503).retryAfter("20"),
				Fault.status(503).retryAfter("20"));
		exchange(COUNTRIES.withTimeout(Duration.ofMinutes(2)));
		assertThat(this.fixture.server.count("GetCountries")).as("44 s are more than 30 s").isEqualTo(3);
	}

	@Test
	void whenTheTimeoutIsLongerThanTheResponseTimeoutThenOneAttemptMayTakeIt() {
		this.fixture.close();
		this.fixture = CallFixture.withClient((client) -> client.responseTimeout(SHORT));
		this.fixture.manager.getSession();
		this.fixture.server.enqueue("GetCountries", Fault.delay(SHORT.multipliedBy(2)));
		exchange(COUNTRIES.withTimeout(Duration.ofSeconds(20)));
		assertThat(this.fixture.server.count("GetCountries")).isOne();
	}

	@Test
	void whenTheClientIsUsedAloneThenTheTimeoutOfTheRequestIsAnUpperLimit() {
		Secret token = this.fixture.manager.getSession().token();
		this.fixture.server.always("GetCountries", Fault.hang());
		assertThat(CallFixture.failure(() -> this.fixture.client.call(COUNTRIES.withTimeout(SHORT), token, Void.class,
				Duration.ofSeconds(15))))
			.isExactlyInstanceOf(ConnectUnavailableException.class)
			.hasMessageContaining("no complete response within");
	}

	private void exchange(ConnectRequest request) {
		this.fixture.connect.exchange(request, Void.class);
	}

	private ReceivedRequest lastRequest() {
		List<ReceivedRequest> requests = this.fixture.server.requests("GetCountries");
		return requests.get(requests.size() - 1);
	}

}

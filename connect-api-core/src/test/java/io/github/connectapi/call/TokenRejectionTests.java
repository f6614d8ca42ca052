package io.github.connectapi.call;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectBackoffException;
import io.github.connectapi.ConnectOperationException;
import io.github.connectapi.ConnectSession;
import io.github.connectapi.ConnectTokenRejectedException;
import io.github.connectapi.ConnectUnavailableException;
import io.github.connectapi.download.CreateDownloadRequest;
import io.github.connectapi.operation.ConnectOperations;
import io.github.connectapi.test.Fault;
import io.github.connectapi.test.ReceivedRequest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Calls whose token the server rejects.
 */
@Timeout(60)
class TokenRejectionTests {

	private static final Duration LONG = Duration.ofSeconds(20);

	@Test
	void scenario23_whenFiftyConcurrentCallsAreRejectedThenOneLoginIsSent() throws Exception {
		try (CallFixture fixture = CallFixture.withThreads((api) -> api)) {
			fixture.manager.getSession(LONG);
			fixture.server.enqueue("GetCountries", faults(50, Fault.error("AUTH-012", null).after(Duration.ofDays(1))));
			ExecutorService callers = Executors.newFixedThreadPool(50);
			List<Future<?>> calls = new ArrayList<>();
			for (int call = 0; call < 50; call++) {
				calls.add(callers.submit(() -> call(fixture)));
			}
			fixture.server.awaitRequests("GetCountries", 50, LONG);
			fixture.server.unblock();
			for (Future<?> call : calls) {
				call.get();
			}
			callers.shutdown();

			assertThat(fixture.manager.snapshot().generation()).as("one invalidation").isEqualTo(2);
			assertThat(fixture.logins()).isEqualTo(2);
			assertThat(fixture.server.requests("GetCountries")
				.stream()
				.collect(Collectors.groupingBy(ReceivedRequest::coordinationId, Collectors.counting()))
				.values()).hasSize(50).containsOnly(2L);
		}
	}

	@Test
	void scenario24_whenThePreviousSessionIsRejectedLateThenTheReplayUsesTheCurrentOne() throws Exception {
		try (CallFixture fixture = CallFixture.withApi((api) -> api.timeout(Duration.ofHours(1)))) {
			fixture.manager.getSession();
			fixture.server.enqueue("GetCountries", Fault.error("AUTH-012", null).after(Duration.ofDays(1)));
			CompletableFuture<Void> call = CompletableFuture.runAsync(() -> call(fixture));
			fixture.server.awaitRequests("GetCountries", 1, LONG);
			fixture.time.advance(Duration.ofMinutes(26));
			ConnectSession current = fixture.manager.getSession();
			fixture.server.unblock();
			call.get();

			assertThat(fixture.server.count("GetCountries")).isEqualTo(2);
			assertThat(fixture.server.count("RenewSession")).isOne();
			assertThat(fixture.logins()).isOne();
			assertThat(fixture.manager.getSession()).isSameAs(current);
		}
	}

	@Test
	void scenario25_whenANewSessionIsRejectedImmediatelyThenTheCallFailsAndTheSessionIsKept() {
		try (CallFixture fixture = CallFixture.create()) {
			fixture.server.always("GetCountries", Fault.error("AUTH-021", null));
			assertThat(failure(fixture)).isExactlyInstanceOf(ConnectTokenRejectedException.class);
			ConnectSession second = fixture.manager.getSession();
			assertThat(fixture.logins()).isEqualTo(2);
			assertThat(fixture.server.count("GetCountries")).isEqualTo(2);

			for (int call = 3; call < 10; call++) {
				assertThat(failure(fixture)).isExactlyInstanceOf(ConnectTokenRejectedException.class);
				assertThat(fixture.server.count("GetCountries")).as("without a replay").isEqualTo(call);
			}
			assertThat(fixture.manager.getSession()).isSameAs(second);
			assertThat(fixture.logins()).isEqualTo(2);
		}
	}

	@Test
	void scenario25_whenThePermissionIsMissingThenTheSessionIsKept() {
		try (CallFixture fixture = CallFixture.create()) {
			ConnectSession session = fixture.manager.getSession();
			fixture.server.enqueue("GetCountries", Fault.error("NoAgreement", null), Fault.error("AUTH-023", null));
			for (int call = 0; call < 2; call++) {
				assertThat(failure(fixture)).isExactlyInstanceOf(ConnectOperationException.class);
			}
			assertThat(fixture.manager.getSession()).isSameAs(session);
			assertThat(fixture.server.count("GetCountries")).isEqualTo(2);
		}
	}

	@Test
	void whenTheTokenIsRevokedThenADownloadIsReplayedOnceAndConsumesQuotaOnce() {
		try (CallFixture fixture = CallFixture.create()) {
			fixture.manager.getSession();
			fixture.server.revokeAll();
			fixture.connect.call(ConnectOperations.CREATE_DOWNLOAD_REQUEST,
					CreateDownloadRequest.of(fixture.server.issueDownloadToken("90000001")));

			assertThat(fixture.server.count("CreateDownloadRequest")).isEqualTo(2);
			assertThat(fixture.server.downloadsAccepted()).isOne();
			assertThat(fixture.logins()).isEqualTo(2);
		}
	}

	static Stream<Arguments> outages() {
		Fault outage = Fault.status(503);
		Fault rejection = Fault.error("AUTH-012", null);
		return Stream.of(Arguments.of((Object) new Fault[] { outage, outage, rejection }),
				Arguments.of((Object) new Fault[] { rejection }),
				Arguments.of((Object) new Fault[] { outage, rejection }));
	}

	@ParameterizedTest
	@MethodSource("outages")
	void whenACallIsReplayedInAnOutageThenAtMostOneMoreRequestIsSent(Fault[] faults) {
		try (CallFixture fixture = CallFixture.create()) {
			fixture.server.enqueue("GetCountries", faults);
			fixture.server.always("GetCountries", Fault.status(503));
			assertThat(failure(fixture)).isExactlyInstanceOf(ConnectUnavailableException.class);
			assertThat(fixture.server.count("GetCountries")).as("3 attempts and a replay").isEqualTo(4);
			assertThat(fixture.logins()).isEqualTo(2);
		}
	}

	@ParameterizedTest
	@CsvSource({ "AUTH-012,2", "auth-021,2", "FailedToRenewToken,1", "AUTH-099,1" })
	void whenADownloadIsRejectedThenItIsReplayedOnlyIfItWasCertainlyNotExecuted(String code, int requests) {
		try (CallFixture fixture = CallFixture.create()) {
			fixture.server.always("CreateDownloadRequest", Fault.error(code, null));
			assertThat(CallFixture.failure(() -> fixture.connect.call(ConnectOperations.CREATE_DOWNLOAD_REQUEST,
					CreateDownloadRequest.of(fixture.server.issueDownloadToken("90000001")))))
				.isExactlyInstanceOf(ConnectTokenRejectedException.class);
			assertThat(fixture.server.count("CreateDownloadRequest")).isEqualTo(requests);
			assertThat(fixture.logins()).as("the session was invalidated").isEqualTo(2);
		}
	}

	@Test
	void whenTheReplayIsRejectedMuchLaterThenItsSessionIsInvalidated() {
		try (CallFixture fixture = CallFixture.create()) {
			fixture.manager.getSession();
			fixture.server.enqueue("GetCountries", Fault.error("AUTH-012", null), Fault.status(503).retryAfter("65"),
					Fault.error("AUTH-012", null));
			ConnectApi patient = fixture.build(fixture.api().timeout(Duration.ofMinutes(5)));
			assertThat(CallFixture.failure(() -> patient.call(ConnectOperations.GET_COUNTRIES, Map.of())))
				.isExactlyInstanceOf(ConnectTokenRejectedException.class);
			assertThat(fixture.server.count("GetCountries")).isEqualTo(3);
			fixture.manager.getSession();
			assertThat(fixture.logins()).as("the second report was accepted").isEqualTo(3);
		}
	}

	@Test
	void whenTheReplayReportsACompromisedTokenThenThereIsNoFurtherReplay() {
		try (CallFixture fixture = CallFixture.create()) {
			fixture.server.enqueue("GetCountries", Fault.error("AUTH-012", null), Fault.error("AUTH-014", null));
			ConnectTokenRejectedException failure = (ConnectTokenRejectedException) failure(fixture);
			assertThat(failure.isTokenCompromised()).isTrue();
			assertThat(fixture.server.count("GetCountries")).isEqualTo(2);
		}
	}

	@Test
	void whenAcquisitionIsBackingOffThenTheCallFailsImmediatelyAndSendsNothing() {
		try (CallFixture fixture = CallFixture.create()) {
			fixture.server.always("CreateSession", Fault.error("InvalidUsernameOrPassword", null));
			failure(fixture);
			fixture.server.clearRequests();
			long before = fixture.time.nanos().getAsLong();
			assertThat(failure(fixture)).isExactlyInstanceOf(ConnectBackoffException.class);
			assertThat(fixture.server.requests()).isEmpty();
			assertThat(fixture.time.nanos().getAsLong()).isEqualTo(before);
		}
	}

	private static Fault[] faults(int count, Fault fault) {
		Fault[] faults = new Fault[count];
		Arrays.fill(faults, fault);
		return faults;
	}

	private static void call(CallFixture fixture) {
		fixture.connect.call(ConnectOperations.GET_COUNTRIES, Map.of());
	}

	private static ConnectApiException failure(CallFixture fixture) {
		return CallFixture.failure(() -> call(fixture));
	}

}

package io.github.connectapi.client;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectInterruptedException;
import io.github.connectapi.ConnectUnavailableException;
import io.github.connectapi.Secret;
import io.github.connectapi.observation.ConnectOutcome;
import io.github.connectapi.operation.ConnectOperations;
import io.github.connectapi.operation.ConnectRequest;
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.Fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Timeout(60)
class InterruptTests {

	private final FakeConnectServer server = FakeConnectServer.builder().https(false).start();

	private final ConnectClient client = ClientFixture.client(this.server);

	@AfterEach
	void close() {
		this.client.close();
		this.server.close();
	}

	@Test
	void whenInterruptedWhileWaitingThenTheCallEndsAndTheFlagIsKept() throws Exception {
		this.server.enqueue("CreateSession", Fault.hang());
		AtomicReference<ConnectApiException> failure = new AtomicReference<>();
		CompletableFuture<Boolean> flag = new CompletableFuture<>();
		Thread caller = new Thread(() -> {
			failure.set(ClientFixture.failure(this.client));
			flag.complete(Thread.currentThread().isInterrupted());
		});
		caller.start();
		this.server.awaitRequests("CreateSession", 1, ClientFixture.LONG);
		caller.interrupt();
		caller.join(5000);
		assertThat(caller.isAlive()).isFalse();
		assertThat(flag).isCompletedWithValue(true);
		assertInterrupted(failure.get());
		assertThat(failure.get()).hasMessageContaining("interrupted while waiting for the response");
		assertThat(failure.get().isNotSent()).isFalse();
	}

	@Test
	void whenInterruptedBeforeTheCallThenTheCallEndsAndTheFlagIsKept() {
		Thread.currentThread().interrupt();
		ConnectApiException failure = ClientFixture.failure(this.client);
		assertThat(Thread.interrupted()).isTrue();
		assertInterrupted(failure);
		assertThat(failure)
			.hasMessageContaining("CreateSession was not sent because its thread was interrupted (coordination id ");
		assertThat(failure.isNotSent()).isTrue();
		assertThat(this.server.requests()).isEmpty();
	}

	@Test
	void whenInterruptedBeforeACallThenItsExchangeIsObserved() {
		List<String> outcomes = new ArrayList<>();
		ObservationRegistry registry = ObservationRegistry.create();
		registry.observationConfig().observationHandler(new ObservationHandler<>() {
			@Override
			public void onStop(Observation.Context context) {
				outcomes
					.add("%s %s".formatted(context.getName(), context.getLowCardinalityKeyValue("outcome").getValue()));
			}

			@Override
			public boolean supportsContext(Observation.Context context) {
				return true;
			}
		});
		try (ConnectClient observed = ConnectClient.builder(BaseUrl.of(this.server.baseUrl()))
			.observationRegistry(registry)
			.build()) {
			Thread.currentThread().interrupt();
			assertThatExceptionOfType(ConnectInterruptedException.class)
				.isThrownBy(() -> observed.call(ConnectRequest.of(ConnectOperations.GET_COUNTRIES, Map.of()),
						Secret.of("token"), Void.class, ClientFixture.LONG));
			assertThat(Thread.interrupted()).isTrue();
			assertThat(outcomes).containsExactly("getty.connect.exchange INTERRUPTED");
			assertThat(this.server.requests()).isEmpty();
		}
	}

	@Test
	void whenInterruptedWhileConnectingThenNothingWasSent() throws Exception {
		try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
				ConnectClient connecting = ConnectClient
					.builder(BaseUrl.of("https://localhost:%s".formatted(silent.getLocalPort())))
					.build()) {
			CompletableFuture<ConnectApiException> failure = new CompletableFuture<>();
			Thread caller = new Thread(() -> failure.complete(ClientFixture.failure(connecting)));
			caller.start();
			try (Socket accepted = silent.accept()) {
				assertThat(accepted.getInputStream().read()).as("the handshake").isPositive();
				caller.interrupt();
				assertThat(failure).succeedsWithin(ClientFixture.LONG);
			}
			assertInterrupted(failure.join());
			assertThat(failure.join()).hasMessageContaining("interrupted before the request was sent");
			assertThat(failure.join().isNotSent()).isTrue();
		}
	}

	@Test
	void whenACustomizerFailsWithATimeoutThenItIsNotAnInterrupt() {
		try (ConnectClient customized = ConnectClient.builder(BaseUrl.of(this.server.baseUrl()))
			.customizer((builder) -> builder.requestInterceptor((request, body, execution) -> {
				throw new SocketTimeoutException("a timeout of an application");
			}))
			.build()) {
			assertThat(ClientFixture.failure(customized)).isExactlyInstanceOf(ConnectUnavailableException.class);
		}
	}

	@Test
	void whenACallWasInterruptedThenTheClientRemainsUsable() {
		this.server.enqueue("CreateSession", Fault.hang());
		Thread.currentThread().interrupt();
		ClientFixture.failure(this.client);
		assertThat(Thread.interrupted()).isTrue();
		this.server.clearFaults();
		assertThat(ClientFixture.create(this.client).token()).isNotNull();
	}

	private static void assertInterrupted(ConnectApiException failure) {
		assertThat(failure).isExactlyInstanceOf(ConnectInterruptedException.class);
		assertThat(failure.isTransient()).isFalse();
		assertThat(failure.operation()).hasValue("CreateSession");
		assertThat(failure.coordinationId()).isPresent();
		assertThat(ConnectOutcome.of(failure)).isEqualTo(ConnectOutcome.INTERRUPTED);
	}

}

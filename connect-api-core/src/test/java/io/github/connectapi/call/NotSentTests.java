package io.github.connectapi.call;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectBackoffException;
import io.github.connectapi.ConnectUnavailableException;
import io.github.connectapi.ConnectWaitTimeoutException;
import io.github.connectapi.Secret;
import io.github.connectapi.client.BaseUrl;
import io.github.connectapi.client.ConnectClient;
import io.github.connectapi.download.CreateDownloadRequest;
import io.github.connectapi.operation.ConnectOperation;
import io.github.connectapi.operation.ConnectOperations;
import io.github.connectapi.operation.ConnectRequest;
import io.github.connectapi.test.Fault;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Calls that certainly did not reach the server.
 */
@Timeout(60)
class NotSentTests {

	private final AtomicInteger failingConnections = new AtomicInteger();

	private final CallFixture fixture = CallFixture.withTls(() -> {
		if (this.failingConnections.getAndUpdate((left) -> Math.max(0, left - 1)) > 0) {
			throw new IllegalStateException("no connection");
		}
	});

	@AfterEach
	void close() {
		this.fixture.close();
	}

	@Test
	void whenNoConnectionIsOpenedThenTheFailureSaysThatNothingWasSent() throws IOException {
		try (ServerSocket closed = new ServerSocket(0)) {
			closed.close();
			try (ConnectClient client = ConnectClient.builder(BaseUrl.of("http://127.0.0.1:" + closed.getLocalPort()))
				.build()) {
				ConnectApiException failure = CallFixture
					.failure(() -> client.call(ConnectRequest.of(ConnectOperations.GET_COUNTRIES, Map.of()),
							Secret.of("t"), Void.class, CallFixture.TIMEOUT));
				assertThat(failure).isExactlyInstanceOf(ConnectUnavailableException.class);
				assertThat(failure.isNotSent()).isTrue();
			}
		}
	}

	@Test
	void whenARequestWasSentThenTheFailureDoesNotSayThatNothingWasSent() {
		for (Fault fault : new Fault[] { Fault.drop(), Fault.status(503), Fault.error("SystemError", null),
				Fault.garbage() }) {
			this.fixture.server.always("CreateDownloadRequest", fault);
			assertThat(download().isNotSent()).isFalse();
		}
	}

	@Test
	void whenADownloadWasNotSentThenItIsRepeated() {
		this.fixture.manager.getSession();
		this.failingConnections.set(2);
		this.fixture.connect.call(ConnectOperations.CREATE_DOWNLOAD_REQUEST,
				CreateDownloadRequest.of(this.fixture.server.issueDownloadToken("90000001")));
		assertThat(this.fixture.server.count("CreateDownloadRequest")).isOne();
		assertThat(this.fixture.server.downloadsAccepted()).isOne();
	}

	@Test
	void whenNoAttemptOfADownloadIsSentThenTheCallFailsAfterItsAttempts() {
		this.fixture.manager.getSession();
		this.failingConnections.set(10);
		assertThat(download().isNotSent()).isTrue();
		assertThat(this.failingConnections).as("after three attempts").hasValue(7);
	}

	@Test
	void whenAnAttemptIsSentAfterOneThatWasNotThenItIsTheLastOne() {
		this.fixture.manager.getSession();
		this.failingConnections.set(1);
		this.fixture.server.always("CreateDownloadRequest", Fault.status(503));
		assertThat(download().isNotSent()).isFalse();
		assertThat(this.fixture.server.count("CreateDownloadRequest")).isOne();
	}

	@Test
	void whenAnEarlierAttemptWasSentThenTheCallMayHaveBeenExecuted() {
		this.fixture.manager.getSession();
		ConnectApi connect = CallFixture.build(this.fixture.api(), (delay) -> this.failingConnections.set(1));
		this.fixture.server.always("GetCountries", Fault.status(503));
		ConnectApiException failure = CallFixture
			.failure(() -> connect.call(ConnectOperations.GET_COUNTRIES, Map.of()));
		assertThat(failure).hasMessageContaining("invalid TLS settings");
		assertThat(failure.isNotSent()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "InvalidUsernameOrPassword", "SystemError" })
	void whenThereIsNoSessionThenTheCallWasNotSent(String code) {
		this.fixture.server.always("CreateSession", Fault.error(code, null));
		ConnectApiException failure = download();
		assertThat(failure.operation()).hasValue("CreateSession");
		assertThat(failure.isNotSent()).isTrue();
		failure = download();
		assertThat(failure).isExactlyInstanceOf(ConnectBackoffException.class);
		assertThat(failure.isNotSent()).isTrue();
	}

	@Test
	void whenTheCallTimeoutExpiresBeforeTheCallIsSentThenTheFailureSaysSo() {
		ConnectApi connect = this.fixture.build(this.fixture.api().nanoClock(new LongSupplier() {

			private long nanos;

			@Override
			public long getAsLong() {
				this.nanos += CallFixture.TIMEOUT.toNanos();
				return this.nanos;
			}

		}));
		ConnectApiException failure = CallFixture
			.failure(() -> connect.call(ConnectOperations.GET_COUNTRIES, Map.of()));
		assertThat(failure).isExactlyInstanceOf(ConnectWaitTimeoutException.class);
		assertThat(failure.isNotSent()).isTrue();
	}

	@Test
	void whenTheSessionIsUnsuitableThenTheCallWasNotSent() {
		try (CallFixture application = CallFixture.ofApplication()) {
			ConnectOperation operation = ConnectOperations.GET_COLLECTIONS;
			assertThat(CallFixture.failure(() -> application.connect.call(operation, null)).isNotSent()).isTrue();
		}
	}

	private ConnectApiException download() {
		return CallFixture.failure(() -> this.fixture.connect.call(ConnectOperations.CREATE_DOWNLOAD_REQUEST,
				CreateDownloadRequest.of(this.fixture.server.issueDownloadToken("90000001"))));
	}

}

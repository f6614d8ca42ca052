package io.github.connectapi.integration.operations;

import java.time.Duration;
import java.util.Map;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.call.ConnectApi;
import io.github.connectapi.client.BaseUrl;
import io.github.connectapi.client.ConnectClient;
import io.github.connectapi.operation.ConnectOperations;
import io.github.connectapi.retry.RetrySettings;
import io.github.connectapi.session.ConnectSessionManager;
import io.github.connectapi.session.ConnectSessionSnapshot;
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.FakeConnectServerBuilder;
import io.github.connectapi.test.Fault;
import io.github.connectapi.test.time.ManualTime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Provokes an error of the server and observes the reaction, in manual time.
 */
final class ReactionProbe implements AutoCloseable {

	private static final int MAX_ATTEMPTS = 3;

	private static final RetrySettings RETRY = RetrySettings.defaults()
		.withMaxAttempts(MAX_ATTEMPTS)
		.withInterval(Duration.ofMillis(1), Duration.ofMillis(1));

	private static final Duration ONE_MINUTE = Duration.ofMinutes(1);

	private final ManualTime time = ManualTime.create();

	private final FakeConnectServer server = FakeConnectServer.builder().clock(this.time.clock()).start();

	private final ConnectClient client = ConnectClient.builder(BaseUrl.of(this.server.baseUrl()))
		.clock(this.time.clock())
		.build();

	Reaction toLogin(Fault fault) {
		try (ConnectSessionManager manager = manager()) {
			this.server.always("CreateSession", fault);
			assertThatExceptionOfType(ConnectApiException.class).isThrownBy(manager::getSession);
			return ofAcquisition(manager, "CreateSession");
		}
		finally {
			this.server.reset();
		}
	}

	Reaction toRenewal(Fault fault) {
		try (ConnectSessionManager manager = manager()) {
			manager.getSession();
			this.server.always("RenewSession", fault);
			manager.renew();
			Reaction reaction = ofAcquisition(manager, "RenewSession");
			assertThat(this.server.count("CreateSession")).isEqualTo((reaction == Reaction.NEW_LOGIN) ? 2 : 1);
			return reaction;
		}
		finally {
			this.server.reset();
		}
	}

	Reaction toCall(Fault fault) {
		try (ConnectSessionManager manager = manager()) {
			ConnectApi connect = ConnectApi.builder(this.client, manager)
				.nanoClock(this.time.nanos())
				.retry(RETRY)
				.build();
			manager.getSession();
			this.server.always("GetCountries", fault);
			assertThatExceptionOfType(ConnectApiException.class)
				.isThrownBy(() -> connect.call(ConnectOperations.GET_COUNTRIES, Map.of(), Object.class));
			if (this.server.count("CreateSession") > 1) {
				return (this.server.count("GetCountries") > 1) ? Reaction.NEW_LOGIN : Reaction.NEW_LOGIN_AND_ERROR;
			}
			return isRetried("GetCountries") ? Reaction.RETRIED : Reaction.ERROR;
		}
		finally {
			this.server.reset();
		}
	}

	/** Return the code of the exception that a caller gets. */
	String codeOf(Fault fault) {
		try (ConnectSessionManager manager = manager()) {
			this.server.always("CreateSession", fault);
			return catchThrowableOfType(ConnectApiException.class, manager::getSession).code().orElseThrow();
		}
		finally {
			this.server.reset();
		}
	}

	private Reaction ofAcquisition(ConnectSessionManager manager, String operation) {
		if (isRetried(operation)) {
			return Reaction.RETRIED;
		}
		ConnectSessionSnapshot.LastFailure failure = manager.snapshot().lastFailure();
		if (failure == null) {
			return Reaction.NEW_LOGIN;
		}
		Duration wait = Duration.between(this.time.clock().instant(), manager.snapshot().nextAttemptAt());
		assertThat(wait).isPositive();
		if (failure.credentialsRejected()) {
			assertThat(wait).isGreaterThan(ONE_MINUTE);
			return Reaction.LONG_BACKOFF;
		}
		return Reaction.WAITS;
	}

	private boolean isRetried(String operation) {
		int attempts = this.server.count(operation);
		assertThat(attempts).isIn(1, MAX_ATTEMPTS);
		return attempts == MAX_ATTEMPTS;
	}

	private ConnectSessionManager manager() {
		ConnectCredentials credentials = ConnectCredentials.of(FakeConnectServerBuilder.SYSTEM_ID,
				FakeConnectServerBuilder.SYSTEM_PASSWORD, FakeConnectServerBuilder.USER_NAME,
				FakeConnectServerBuilder.USER_PASSWORD);
		return ConnectSessionManager.builder(this.client, () -> credentials)
			.nanoClock(this.time.nanos())
			.clock(this.time.clock())
			.scheduler(this.time.newScheduler())
			.retry(RETRY)
			.build();
	}

	@Override
	public void close() {
		this.client.close();
		this.server.close();
	}

}

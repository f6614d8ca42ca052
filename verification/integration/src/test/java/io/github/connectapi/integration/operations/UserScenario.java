package io.github.connectapi.integration.operations;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.ConnectSession;
import io.github.connectapi.autoconfigure.GettyConnectAutoConfiguration;
import io.github.connectapi.autoconfigure.user.ConnectUsersAutoConfiguration;
import io.github.connectapi.call.ConnectApi;
import io.github.connectapi.client.BaseUrl;
import io.github.connectapi.client.ConnectClient;
import io.github.connectapi.operation.ConnectOperations;
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.FakeConnectServerBuilder;
import io.github.connectapi.test.Fault;
import io.github.connectapi.test.time.ManualTime;
import io.github.connectapi.user.ConnectSessions;
import io.github.connectapi.user.ConnectSessionsSettings;
import io.github.connectapi.user.ConnectUserCredentials;

import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

/**
 * Sessions of many users that fail for each reason which sessions of one user do not
 * have.
 */
final class UserScenario implements AutoCloseable {

	private static final ConnectCredentials CREDENTIALS = ConnectCredentials.of(FakeConnectServerBuilder.SYSTEM_ID,
			FakeConnectServerBuilder.SYSTEM_PASSWORD, FakeConnectServerBuilder.USER_NAME,
			FakeConnectServerBuilder.USER_PASSWORD);

	/** As many calls of a provider as may hang before users that failed must wait. */
	private static final int MAX_HANGING = 16;

	private final ManualTime time = ManualTime.create();

	private final FakeConnectServer server = FakeConnectServer.builder().https(false).start();

	private final ConnectClient client = ConnectClient.builder(BaseUrl.of(this.server.baseUrl())).build();

	private UserScenario() {
	}

	/** Return the exceptions that callers get. */
	static List<String> run() {
		try (UserScenario scenario = new UserScenario()) {
			List<String> seen = new ArrayList<>(List.of(scenario.missingCredentials(), scenario.missingUserName(),
					scenario.tooManyUsers(), scenario.hangingProviders(), scenario.missingOwnSession()));
			seen.addAll(scenario.busyServer());
			return seen;
		}
	}

	private String missingCredentials() {
		try (ConnectSessions sessions = sessions((key) -> null, (settings) -> settings)) {
			return exception(() -> sessions.forUser("user").getSession());
		}
	}

	private String missingUserName() {
		ConnectCredentials application = ConnectCredentials.ofApplication("system", "password");
		try (ConnectSessions sessions = sessions((key) -> application, (settings) -> settings)) {
			return exception(() -> sessions.forUser("user").getSession());
		}
	}

	private String tooManyUsers() {
		try (ConnectSessions sessions = sessions((key) -> CREDENTIALS, (settings) -> settings.withMaxUsers(1))) {
			sessions.forUser("first").getSession();
			return exception(() -> sessions.forUser("second").getSession());
		}
	}

	/** One login is in progress, one waits, and the next one is too many. */
	private List<String> busyServer() {
		ConnectSessions sessions = sessions((key) -> CREDENTIALS,
				(settings) -> settings.withMaxConcurrentAcquisitions(1).withMaxQueuedAcquisitions(1));
		int before = this.server.count("CreateSession");
		this.server.enqueue("CreateSession", Fault.block());
		CompletableFuture<ConnectSession> first = sessions.forUser("first").getSessionAsync().toCompletableFuture();
		await().until(() -> this.server.count("CreateSession") == before + 1);
		CompletableFuture<ConnectSession> second = sessions.forUser("second").getSessionAsync().toCompletableFuture();
		await().until(() -> sessions.snapshot().queuedAcquisitions() == 1);
		List<String> seen = new ArrayList<>();
		seen.add(exception(() -> sessions.forUser("third").getSession()));
		sessions.forget("first");
		seen.add(exception(first::join));
		sessions.close();
		seen.add(exception(second::join));
		seen.add(exception(() -> sessions.forUser("fourth").getSession()));
		this.server.unblock();
		return seen;
	}

	/** A user whose last acquisition failed, while many calls of the provider hang. */
	private String hangingProviders() {
		AtomicInteger calls = new AtomicInteger();
		CompletableFuture<ConnectCredentials> end = new CompletableFuture<>();
		try (ConnectSessions sessions = sessions((key) -> {
			if (key.equals("failed")) {
				throw new IllegalStateException("a closed vault");
			}
			calls.incrementAndGet();
			return end.join();
		}, (settings) -> settings)) {
			catchThrowable(() -> sessions.forUser("failed").getSession());
			for (int user = 0; user < MAX_HANGING; user++) {
				sessions.forUser("hanging-" + user).renew();
			}
			await().until(() -> calls.get() == MAX_HANGING);
			this.time.advance(Duration.ofMinutes(1));
			await().until(() -> sessions.snapshot().abandonedAcquisitions() == MAX_HANGING);
			String seen = exception(() -> sessions.forUser("failed").getSession());
			end.complete(CREDENTIALS);
			return seen;
		}
	}

	/** Call without a user in an application that has no session of its own. */
	private String missingOwnSession() {
		List<String> seen = new ArrayList<>();
		new ApplicationContextRunner()
			.withConfiguration(
					AutoConfigurations.of(GettyConnectAutoConfiguration.class, ConnectUsersAutoConfiguration.class))
			.withBean(ConnectUserCredentials.class, () -> (key) -> CREDENTIALS)
			.run((context) -> seen.add(exception(() -> context.getBean(ConnectApi.class)
				.call(ConnectOperations.GET_COUNTRIES, Map.of(), Object.class))));
		return seen.get(0);
	}

	private ConnectSessions sessions(ConnectUserCredentials credentials,
			UnaryOperator<ConnectSessionsSettings> settings) {
		return ConnectSessions.builder(this.client, credentials)
			.settings(settings.apply(ConnectSessionsSettings.defaults()))
			.nanoClock(this.time.nanos())
			.clock(this.time.clock())
			.scheduler(this.time.newScheduler())
			.build();
	}

	private static String exception(Supplier<?> call) {
		return String.valueOf(catchThrowable(call::get));
	}

	@Override
	public void close() {
		this.client.close();
		this.server.close();
	}

}

package io.github.connectapi.integration.operations;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import io.github.connectapi.ConnectSession;
import io.github.connectapi.call.ConnectApi;
import io.github.connectapi.client.ConnectClient;
import io.github.connectapi.operation.ConnectOperations;
import io.github.connectapi.test.Fault;

import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

/**
 * An application that waits for a session and then has none, and one that does not start.
 */
final class SymptomScenario {

	private static final String HEALTH = "/actuator/health";

	private SymptomScenario() {
	}

	/** Return the responses of the actuator and the exceptions that callers get. */
	static List<String> run() {
		List<String> seen = new ArrayList<>();
		try (MonitoredApplication app = MonitoredApplication.start()) {
			seen.add(app.get(HEALTH + "/gettyConnect").toString());
			app.server.enqueue("CreateSession", Fault.block());
			seen.add(exception(() -> app.manager().getSession(Duration.ofMillis(100))));
			await().until(() -> app.server.count("CreateSession") == 1);
			seen.add(interruptedAcquisition(app));
			app.server.unblock();
			app.manager().getSession();
			seen.add(app.session().toString());
			app.server.always("CreateSession", Fault.error("InvalidUsernameOrPassword", "no"));
			app.manager().invalidate(app.manager().getSession());
			exception(() -> app.manager().getSession());
			seen.add(exception(() -> app.manager().getSession()));
			seen.add(HEALTH + " " + app.send("GET", HEALTH).statusCode());
		}
		seen.add(tooManyCalls());
		seen.addAll(PurchaseScenario.run());
		seen.addAll(UserScenario.run());
		seen.add(exception(() -> MonitoredApplication
			.with(Map.of("getty.connect.user-password", "wrong", "getty.connect.session.startup", "required"))));
		return seen;
	}

	/** Call until the timeout of the call while another call is in progress. */
	private static String tooManyCalls() {
		try (MonitoredApplication app = MonitoredApplication
			.with(Map.of("getty.connect.http.max-concurrent-exchanges", "1"))) {
			app.call();
			app.server.enqueue("GetCountries", Fault.block());
			CompletableFuture<Void> first = CompletableFuture.runAsync(app::call);
			await().until(() -> app.server.count("GetCountries") == 2);
			ConnectApi impatient = ConnectApi.builder(app.getBean(ConnectClient.class), app.manager())
				.timeout(Duration.ofMillis(100))
				.build();
			String exception = exception(() -> {
				impatient.call(ConnectOperations.GET_COUNTRIES, Map.of());
				return null;
			});
			app.server.unblock();
			first.join();
			return exception;
		}
	}

	/** Interrupt the threads of the manager during a login. */
	private static String interruptedAcquisition(MonitoredApplication app) {
		CompletableFuture<ConnectSession> waiter = app.manager().getSessionAsync().toCompletableFuture();
		Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter((thread) -> thread.getName().startsWith("getty-connect-session-"))
			.forEach(Thread::interrupt);
		return exception(waiter::join);
	}

	private static String exception(Supplier<?> call) {
		return String.valueOf(catchThrowable(call::get));
	}

}

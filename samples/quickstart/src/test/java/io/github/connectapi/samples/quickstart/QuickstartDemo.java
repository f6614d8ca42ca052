package io.github.connectapi.samples.quickstart;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.session.ConnectSessionSnapshot;
import io.github.connectapi.session.ConnectSessionSnapshot.LastFailure;
import io.github.connectapi.test.FakeConnectServer;

/**
 * Demonstrates the life of a session and prints each step. Throws an exception if the
 * application does not behave as expected.
 */
final class QuickstartDemo {

	private final FakeConnectServer server;

	private final Instant start = Instant.now();

	QuickstartDemo(FakeConnectServer server) {
		this.server = server;
	}

	void run() throws InterruptedException {
		print("A fake Connect API listens on %s. Its tokens expire after one minute.", this.server.baseUrl());
		print("For this demo, a session is renewed after 12%% of its lifetime. The default is 80 to 85%%.");
		try (RunningQuickstart quickstart = new RunningQuickstart(this.server, Map.of())) {
			print("The application has started. It has not sent any request yet. Health: %s.", quickstart.health());
			search(quickstart, "tree");
			awaitRenewal(quickstart, 1);
			new LicensingDemo(this.server, quickstart.shop(), (line) -> print("%s", line)).run();
			awaitRenewal(quickstart, 2);
			this.server.revokeAll();
			print("The server has revoked the token. The application does not know this yet.");
			search(quickstart, "mountain");
			assertCount("CreateSession", 2);
			print("The search succeeded because the application logged in again. Health: %s.", quickstart.health());
			print("Events: %s.", quickstart.events());
			print("Meters: %s.", quickstart.meters());
		}
		demonstrateWrongPassword();
		print("The end.");
	}

	private void search(RunningQuickstart quickstart, String phrase) {
		print("Search for \"%s\": %s.", phrase, String.join("; ", quickstart.search().titles(phrase)));
		ConnectSessionSnapshot session = quickstart.session();
		print("Session %d of account %s expires in %d s. Its renewal is due in %d s. Health: %s.", session.generation(),
				session.accountId(), secondsUntil(session.expiresAt()), secondsUntil(session.renewalDueAt()),
				quickstart.health());
	}

	private void awaitRenewal(RunningQuickstart quickstart, int number) throws InterruptedException {
		this.server.awaitRequests("RenewSession", number, Duration.ofSeconds(20));
		while (quickstart.session().generation() <= number) {
			Thread.onSpinWait();
		}
		ConnectSessionSnapshot session = quickstart.session();
		print("The session was renewed in the background. Session %d expires in %d s. Health: %s.",
				session.generation(), secondsUntil(session.expiresAt()), quickstart.health());
		assertCount("CreateSession", 1);
	}

	private void demonstrateWrongPassword() {
		this.server.clearRequests();
		try (RunningQuickstart quickstart = new RunningQuickstart(this.server,
				Map.of("getty.connect.user-password", "wrong"))) {
			print("The application has started again, now with a wrong password. Health: %s.", quickstart.health());
			for (int call = 0; call < 101; call++) {
				assertSearchFails(quickstart);
			}
			assertCount("CreateSession", 1);
			LastFailure failure = quickstart.session().lastFailure();
			Assert.state(failure != null, "The snapshot must contain the last failure");
			print("101 searches failed with the code %s. Only one login was sent. The next login is due in %d s. "
					+ "Health: %s.", failure.code(), secondsUntil(quickstart.session().nextAttemptAt()),
					quickstart.health());
			print("The endpoint gettyconnect shows the state %s. The last failure has the coordination id %s.",
					quickstart.endpoint().state(), failure.coordinationId());
			this.server.accounts().changeUserPassword(this.server.properties().get("getty.connect.user-name"), "wrong");
			quickstart.reset();
			quickstart.sessions().getSession();
			print("The server now accepts this password. The endpoint has reset the session manager. "
					+ "Session %d is valid. Health: %s.", quickstart.session().generation(), quickstart.health());
		}
	}

	private static void assertSearchFails(RunningQuickstart quickstart) {
		try {
			quickstart.search().titles("tree");
		}
		catch (ConnectApiException ex) {
			return;
		}
		throw new IllegalStateException("The server accepted a wrong password");
	}

	private void assertCount(String operation, int expected) {
		int count = this.server.count(operation);
		Assert.state(count == expected,
				() -> "Expected %d requests of %s but received %d".formatted(expected, operation, count));
	}

	private static long secondsUntil(Instant instant) {
		return Math.round(Duration.between(Instant.now(), instant).toMillis() / 1000.0);
	}

	private void print(String format, @Nullable Object... args) {
		double seconds = Duration.between(this.start, Instant.now()).toMillis() / 1000.0;
		System.out.printf(Locale.ROOT, "%5.1f s  %s%n", seconds, String.format(Locale.ROOT, format, args));
	}

}

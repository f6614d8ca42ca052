package io.github.connectapi.samples.quickstart;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

import org.springframework.util.Assert;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.session.ConnectSessionSnapshot;
import io.github.connectapi.session.ConnectSessionSnapshot.LastFailure;
import io.github.connectapi.test.FakeConnectServer;

/**
 * What happens to a session, told while it happens. Ends with an exception if it happens
 * otherwise.
 */
final class Story {

	private final FakeConnectServer server;

	private final Instant start = Instant.now();

	Story(FakeConnectServer server) {
		this.server = server;
	}

	void tell() throws InterruptedException {
		say("A fake Connect API listens on " + this.server.baseUrl() + "; its tokens live one minute,");
		say("and are renewed after 12 % of it instead of 80 %, so that there is something to see.");
		try (RunningQuickstart quickstart = new RunningQuickstart(this.server, Map.of())) {
			say("The application has started. Nothing was sent yet. Health: " + quickstart.health() + ".");
			search(quickstart, "tree");
			awaitRenewal(quickstart, 1);
			awaitRenewal(quickstart, 2);
			this.server.revokeAll();
			say("The server revoked the token, and nobody knows.");
			search(quickstart, "mountain");
			expect("CreateSession", 2);
			say("The search was answered all the same: one new login. Health: " + quickstart.health() + ".");
			say("The events: " + quickstart.events() + ".");
			say("The meters: " + quickstart.meters() + ".");
		}
		wrongPassword();
		say("The end.");
	}

	private void search(RunningQuickstart quickstart, String phrase) {
		say("Search for \"" + phrase + "\": " + String.join("; ", quickstart.search().titles(phrase)) + ".");
		ConnectSessionSnapshot session = quickstart.session();
		say("The session: number " + session.generation() + ", account " + session.accountId() + ", expires in "
				+ secondsTo(session.expiresAt()) + " s, renewal due in " + secondsTo(session.renewalDueAt())
				+ " s. Health: " + quickstart.health() + ".");
	}

	private void awaitRenewal(RunningQuickstart quickstart, int number) throws InterruptedException {
		this.server.awaitRequests("RenewSession", number, Duration.ofSeconds(20));
		while (quickstart.session().generation() <= number) {
			Thread.onSpinWait();
		}
		say("Renewed in the background: session number " + quickstart.session().generation() + ", expires in "
				+ secondsTo(quickstart.session().expiresAt()) + " s. Health: " + quickstart.health() + ".");
		expect("CreateSession", 1);
	}

	private void wrongPassword() {
		this.server.clearRequests();
		try (RunningQuickstart mistaken = new RunningQuickstart(this.server,
				Map.of("getty.connect.user-password", "mistaken"))) {
			say("The application has started again, with a wrong password. Health: " + mistaken.health() + ".");
			fail(mistaken);
			for (int call = 0; call < 100; call++) {
				fail(mistaken);
			}
			expect("CreateSession", 1);
			LastFailure failure = mistaken.session().lastFailure();
			Assert.state(failure != null, "The failure is remembered");
			say("101 searches failed with " + failure.code() + ", one login was sent; the next one in "
					+ secondsTo(mistaken.session().nextAttemptAt()) + " s. Health: " + mistaken.health() + ".");
			say("The endpoint gettyconnect: state " + mistaken.endpoint().state()
					+ ", last failure with coordination id " + failure.coordinationId() + ".");
			this.server.accounts()
				.changeUserPassword(this.server.properties().get("getty.connect.user-name"), "mistaken");
			mistaken.reset();
			mistaken.sessions().getSession();
			say("The password was corrected and the endpoint told to reset: session number "
					+ mistaken.session().generation() + ". Health: " + mistaken.health() + ".");
		}
	}

	private static void fail(RunningQuickstart mistaken) {
		try {
			mistaken.search().titles("tree");
		}
		catch (ConnectApiException ex) {
			return;
		}
		throw new IllegalStateException("A wrong password was accepted");
	}

	private void expect(String operation, int count) {
		int sent = this.server.count(operation);
		Assert.state(sent == count, () -> sent + " times " + operation + " instead of " + count);
	}

	private static long secondsTo(Instant instant) {
		return Math.round(Duration.between(Instant.now(), instant).toMillis() / 1000.0);
	}

	private void say(String line) {
		double seconds = Duration.between(this.start, Instant.now()).toMillis() / 1000.0;
		System.out.println(String.format(Locale.ROOT, "%5.1f s  %s", seconds, line));
	}

}

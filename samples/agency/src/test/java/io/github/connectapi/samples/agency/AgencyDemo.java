package io.github.connectapi.samples.agency;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

import io.github.connectapi.samples.agency.PersonBrowser.Page;
import io.github.connectapi.user.ConnectSessions;

/**
 * Demonstrates how three people use an application at the same time, each with a Getty
 * Images account of his own, and prints what happens. Throws an exception if the
 * application does not behave as expected.
 */
final class AgencyDemo {

	static final List<DemoPerson> PEOPLE = List.of(DemoPerson.of("ada", 100), DemoPerson.of("ben", 200),
			DemoPerson.of("cleo", 300).withEnteredPassword("old-password-of-cleo"));

	private static final String PICTURE = "/pictures/90000001";

	private static final String REJECTED = "Getty Images rejects your user name or password.";

	private final RunningAgency agency;

	private final Map<DemoPerson, PersonBrowser> browsers = new ConcurrentHashMap<>();

	private final Instant start = Instant.now();

	AgencyDemo(RunningAgency agency) {
		this.agency = agency;
	}

	void run() {
		print("A fake Connect API and the agency have started. The agency knows three people, and of each a user "
				+ "name and a password at Getty Images. That of cleo is not correct any more.");
		demonstrateRefusal();
		atTheSameTime(this::demonstrateVisit);
		demonstrateLogout(PEOPLE.get(0));
		for (DemoPerson person : PEOPLE) {
			int expected = person.hasWrongPassword() ? 2 : 1;
			Assert.state(this.agency.downloads(person) == 1, "Not one download of " + person.name());
			print("%s at Getty Images: %s, 1 download.", person.gettyUserName(), logins(person, expected));
		}
		print("The end.");
	}

	private void demonstrateRefusal() {
		Page page = new PersonBrowser(this.agency.port()).search("tree");
		Assert.state(page.path().equals("/login"), "A request without a login was not refused");
		Assert.state(this.agency.server().requests().isEmpty(), "A request was sent to Getty Images");
		print("Somebody who has not logged in searches for pictures. He sees the login page of the agency, and "
				+ "Getty Images gets no request.");
	}

	private void demonstrateVisit(DemoPerson person) {
		PersonBrowser browser = new PersonBrowser(this.agency.port());
		this.browsers.put(person, browser);
		Page page = browser.logIn(person);
		Assert.state(page.path().equals("/"), () -> "%s could not log in".formatted(person.name()));
		print("%s has logged in to the agency as %s.", person.name(), person.email());
		if (person.hasWrongPassword()) {
			demonstrateWrongPassword(person, browser);
		}
		page = browser.search("tree");
		Assert.state(page.status() == 200 && !page.pictures().isEmpty(),
				() -> "%s found nothing".formatted(person.name()));
		print("%s found %d pictures with the account %s.", person.name(), page.pictures().size(),
				person.gettyUserName());
		demonstrateLicense(person, browser);
	}

	private void demonstrateWrongPassword(DemoPerson person, PersonBrowser browser) {
		Page form = browser.search("tree");
		for (int i = 0; i < 5; i++) {
			form = browser.search("tree");
			Assert.state(form.alert().equals(REJECTED), "The page does not show that the password is wrong");
		}
		print("%s searched six times and sees each time: \"%s\" %s.", person.name(), form.alert(), logins(person, 1));
		Page page = browser.enterAccount(form, person.gettyUserName(), person.gettyPassword());
		Assert.state(page.path().equals("/"), () -> "The account was not accepted: %s".formatted(page.alert()));
		print("%s entered the correct password in the form, and it is accepted at once. %s.", person.name(),
				logins(person, 2));
	}

	private void demonstrateLicense(DemoPerson person, PersonBrowser browser) {
		Page picture = browser.get(PICTURE);
		Assert.state(picture.downloadsLeft() == person.downloads(), "The quota is that of another account");
		Page licenses = browser.license(picture);
		Assert.state(licenses.path().equals("/licenses"), () -> "Not licensed: %s".formatted(licenses.alert()));
		byte[] file = browser.file(licenses);
		Assert.state(file.length > 0 && this.agency.downloads(person) == 1, "The license is that of another account");
		print("%s licensed picture 90000001 with the account %s, which had %d downloads left, and saved its file of "
				+ "%,d bytes.", person.name(), person.gettyUserName(), person.downloads(), file.length);
	}

	private void demonstrateLogout(DemoPerson person) {
		ConnectSessions sessions = this.agency.context().getBean(ConnectSessions.class);
		Assert.state(sessions.snapshot().valid() == PEOPLE.size(), "Each person must have a session");
		Page page = Objects.requireNonNull(this.browsers.get(person)).logOut();
		Assert.state(page.path().equals("/login"), () -> "%s did not log out".formatted(person.name()));
		Assert.state(sessions.snapshot().valid() == PEOPLE.size() - 1, "The session was not forgotten");
		print("%s has logged out. The application had 3 sessions at Getty Images, and now it has 2.", person.name());
	}

	private void atTheSameTime(Consumer<DemoPerson> step) {
		ExecutorService threads = Executors.newFixedThreadPool(PEOPLE.size());
		try {
			List<CompletableFuture<Void>> visits = PEOPLE.stream()
				.map((person) -> CompletableFuture.runAsync(() -> step.accept(person), threads))
				.toList();
			visits.forEach(CompletableFuture::join);
		}
		finally {
			threads.shutdownNow();
		}
	}

	private String logins(DemoPerson person, int expected) {
		int logins = this.agency.logins(person);
		Assert.state(logins == expected,
				() -> "%s: expected %d logins, and not %d".formatted(person.gettyUserName(), expected, logins));
		return (logins == 1) ? "1 login" : "%d logins".formatted(logins);
	}

	private synchronized void print(String format, @Nullable Object... args) {
		double seconds = Duration.between(this.start, Instant.now()).toMillis() / 1000.0;
		System.out.printf(Locale.ROOT, "%5.1f s  %s%n", seconds, String.format(Locale.ROOT, format, args));
	}

}

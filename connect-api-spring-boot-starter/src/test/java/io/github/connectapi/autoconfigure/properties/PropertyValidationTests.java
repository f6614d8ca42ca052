package io.github.connectapi.autoconfigure.properties;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.github.connectapi.ConnectCredentialsProvider;
import io.github.connectapi.session.ConnectSessionManager;
import io.github.connectapi.autoconfigure.FakeApplication;
import io.github.connectapi.autoconfigure.diagnostics.ConnectStartupException;
import io.github.connectapi.autoconfigure.diagnostics.StartupProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.mock;

/**
 * Tests for the validation of properties, which reports all problems at once.
 */
class PropertyValidationTests {

	@ParameterizedTest
	@CsvSource(delimiter = '=', textBlock = """
			base-url=ftp://host
			base-url=file:/etc/passwd
			base-url=jar:file:/x.jar!/
			base-url=http://proxy.example
			base-url=https://proxy.example/v1
			base-url=https://proxy.example?a=b
			base-url=https://proxy.example#a
			base-url=https://user:canary-7@proxy.example
			base-url=proxy.example
			base-url=https://pro xy
			ssl.bundle=unknown
			http.connect-timeout=0
			http.connect-timeout=-1s
			http.response-timeout=0
			http.response-timeout=25h
			http.max-response-size=0
			http.max-response-size=-1B
			http.max-response-size=1025MB
			http.max-concurrent-exchanges=0
			http.max-concurrent-exchanges=100001
			call.timeout=0
			download.max-file-size=0
			download.progress-timeout=0
			download.progress-timeout=25h
			call.timeout=-1s
			call.timeout=25h
			retry.max-attempts=0
			retry.initial-interval=0
			retry.initial-interval=25h
			retry.max-interval=-1s
			retry.max-interval=499ms
			retry.multiplier=0.9
			retry.multiplier=101
			retry.multiplier=NaN
			retry.jitter=-0.1
			retry.jitter=1
			session.renew-at=0
			session.renew-at=1
			session.renew-at=NaN
			session.renew-jitter=-0.1
			session.renew-jitter=0.3
			session.renew-jitter=NaN
			session.expiry-margin=-1ms
			session.expiry-margin=25h
			session.startup-timeout=0
			session.startup-timeout=25h
			session.acquisition-timeout=0
			session.acquisition-timeout=25h
			async.max-concurrent-calls=0
			async.max-concurrent-calls=100001
			purchase.unclear-timeout=0
			purchase.unclear-timeout=25h
			session.wait-timeout=-1s
			session.wait-timeout=25h
			session.backoff.initial=0
			session.backoff.initial=25h
			session.backoff.max=749ms
			session.backoff.max=25h
			session.rejected-backoff.initial=-1s
			session.rejected-backoff.max=1m
			users.max-users=0
			users.max-users=10000001
			users.idle-timeout=0
			users.idle-timeout=25h
			users.max-backoffs=0
			users.max-concurrent-acquisitions=0
			users.max-concurrent-acquisitions=257
			users.max-queued-acquisitions=0
			users.max-logins-per-second=0
			users.max-logins-per-second=1001
			system-id='   '
			system-password=''
			user-name=''
			user-password='  '
			""")
	void whenAPropertyIsInvalidThenTheStartFailsAndNamesIt(String name, String value) {
		assertThat(problemsWith(name + "=" + value)).extracting(StartupProblem::property)
			.contains("getty.connect." + name);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					session.backoff.initial=2m | session.backoff.initial | getty.connect.session.backoff.initial is 2m and getty.connect.session.backoff.max is 1m. The maximum back-off must not be shorter than the initial back-off | Raise getty.connect.session.backoff.max or lower getty.connect.session.backoff.initial.
					session.backoff.max=500ms | session.backoff.max | getty.connect.session.backoff.initial is 750ms and getty.connect.session.backoff.max is 500ms. The maximum back-off must not be shorter than the initial back-off | Raise getty.connect.session.backoff.max or lower getty.connect.session.backoff.initial.
					session.rejected-backoff.initial=2h | session.rejected-backoff.initial | getty.connect.session.rejected-backoff.initial is 2h and getty.connect.session.rejected-backoff.max is 1h. The maximum back-off must not be shorter than the initial back-off | Raise getty.connect.session.rejected-backoff.max or lower getty.connect.session.rejected-backoff.initial.
					retry.initial-interval=10s | retry.initial-interval | getty.connect.retry.initial-interval is 10s and getty.connect.retry.max-interval is 5s. The maximum retry interval must not be shorter than the initial retry interval | Raise getty.connect.retry.max-interval or lower getty.connect.retry.initial-interval.
					session.renew-at=0.97 | session.renew-at | getty.connect.session.renew-at is 0.97 and getty.connect.session.renew-jitter is 0.05. The renewal fraction and the renewal jitter must together be at most 1 | Lower getty.connect.session.renew-at or getty.connect.session.renew-jitter.
					session.renew-jitter=0.3 | session.renew-jitter | getty.connect.session.renew-at is 0.8 and getty.connect.session.renew-jitter is 0.3. The renewal fraction and the renewal jitter must together be at most 1 | Lower getty.connect.session.renew-at or getty.connect.session.renew-jitter.
					""")
	void whenTwoPropertiesDoNotFitThenOneProblemNamesBoth(String setting, String property, String reason,
			String action) {
		assertThat(problemsWith(setting))
			.containsExactly(new StartupProblem("getty.connect." + property, reason, action));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					session.backoff.initial=25h | session.backoff.initial | has the invalid value 25h: The initial back-off must be positive and at most one day | 750ms
					session.backoff.max=25h | session.backoff.max | has the invalid value 25h: The maximum back-off must be positive and at most one day | 1m
					session.backoff.initial=-1s, session.backoff.max=500ms | session.backoff.initial | has the invalid value -1s: The initial back-off must be positive and at most one day | 750ms
					session.rejected-backoff.max=0 | session.rejected-backoff.max | has the invalid value 0s: The maximum back-off must be positive and at most one day | 1h
					session.renew-at=2, session.renew-jitter=0.3 | session.renew-at | has the invalid value 2.0: The renewal fraction must be at least 0.05 and less than 1 | 0.8
					session.renew-jitter=-0.1 | session.renew-jitter | has the invalid value -0.1: The renewal jitter must be between 0 and 0.95 | 0.05
					session.wait-timeout=25h | session.wait-timeout | has the invalid value 25h: The wait timeout must be between 0 and one day | 10s
					session.startup-timeout=0 | session.startup-timeout | has the invalid value 0s: The startup timeout must be positive and at most one day | 30s
					retry.max-interval=-1s | retry.max-interval | has the invalid value -1s: The maximum retry interval must be positive and at most one day | 5s
					retry.max-attempts=0 | retry.max-attempts | has the invalid value 0: The maximum number of attempts must be at least 1 | 3
					http.connect-timeout=25h | http.connect-timeout | has the invalid value 25h: The connect timeout must be positive and at most one day | 5s
					http.max-response-size=0 | http.max-response-size | has the invalid value 0B: The maximum response size must be positive and at most 1 GiB | 5MB
					http.max-concurrent-exchanges=0 | http.max-concurrent-exchanges | has the invalid value 0: The maximum number of concurrent exchanges must be between 1 and 100000 | 1000
					async.max-concurrent-calls=0 | async.max-concurrent-calls | has the invalid value 0: The maximum number of concurrent calls must be between 1 and 100000 | 16
					purchase.unclear-timeout=25h | purchase.unclear-timeout | has the invalid value 25h: The timeout after an unclear purchase must be positive and at most one day | 20s
					call.timeout=90061s | call.timeout | has the invalid value 90061s: The call timeout must be positive and at most one day | 30s
					""")
	void whenAPropertyIsOutOfRangeThenItIsTheOnlyProblemAndTheActionHasAnExample(String settings, String property,
			String reason, String example) {
		String name = "getty.connect." + property;
		assertThat(problemsWith(settings.split(", "))).containsExactly(new StartupProblem(name,
				"%s %s".formatted(name, reason), "Set %s to a value such as %s.".formatted(name, example)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "http.connect-timeout=1d", "http.max-response-size=1GB", "http.max-response-size=1B",
			"http.max-concurrent-exchanges=1", "http.max-concurrent-exchanges=100000", "call.timeout=1d",
			"async.max-concurrent-calls=1", "async.max-concurrent-calls=100000", "purchase.unclear-timeout=1ms",
			"purchase.unclear-timeout=1d", "purchase.resolve-unclear=false", "call.timeout=1ms", "retry.max-attempts=1",
			"retry.jitter=0", "retry.max-interval=1d", "session.renew-jitter=0.2", "session.renew-jitter=0",
			"session.expiry-margin=0", "session.wait-timeout=0", "session.acquisition-timeout=1d",
			"session.startup-timeout=1ms", "session.backoff.max=1s", "session.rejected-backoff.max=1d",
			"retry.multiplier=1", "base-url=http://localhost:8080/prefix", "ssl.bundle=", "users.max-users=1",
			"users.idle-timeout=1d", "users.max-backoffs=1", "users.max-concurrent-acquisitions=256",
			"users.max-queued-acquisitions=1", "users.max-logins-per-second=1000" })
	void whenAPropertyIsAtTheLimitOfItsRangeThenTheContextStarts(String property) {
		FakeApplication.configured()
			.withPropertyValues("getty.connect." + property)
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@ParameterizedTest
	@ValueSource(strings = { "system-id", "system-password", "user-name", "user-password" })
	void whenOneCredentialIsMissingThenOnlyThatIsReported(String name) {
		String[] others = List.of("system-id", "system-password", "user-name", "user-password")
			.stream()
			.filter((other) -> !other.equals(name))
			.map((other) -> "getty.connect." + other + "=canary-7")
			.toArray(String[]::new);
		FakeApplication.bare().withPropertyValues(others).run((context) -> {
			List<StartupProblem> problems = problemsOf(context.getStartupFailure());
			assertThat(problems).singleElement().satisfies((problem) -> {
				assertThat(problem.property()).isEqualTo("getty.connect." + name);
				assertThat(problem.reason()).isEqualTo("getty.connect." + name + " is missing");
				assertThat(problem.action()).contains("Set getty.connect." + name, "Quote the value in YAML");
			});
			assertThat(problems.toString()).doesNotContain("canary-7");
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "system-id", "system-password" })
	void whenTheSessionTypeIsApplicationThenOnlyTheSystemIsRequired(String name) {
		String other = name.equals("system-id") ? "system-password" : "system-id";
		FakeApplication.bare()
			.withPropertyValues("getty.connect.session.type=application", "getty.connect." + other + "=canary-7")
			.run((context) -> assertThat(problemsOf(context.getStartupFailure())).singleElement()
				.extracting(StartupProblem::property, StartupProblem::reason)
				.containsExactly("getty.connect." + name, "getty.connect." + name + " is missing"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "user-name", "user-password" })
	void whenTheSessionTypeIsApplicationAndThereIsAUserThenTheConflictIsReported(String name) {
		FakeApplication.bare()
			.withPropertyValues("getty.connect.session.type=application", "getty.connect.system-id=a",
					"getty.connect.system-password=b", "getty.connect." + name + "=canary-7")
			.run((context) -> {
				List<StartupProblem> problems = problemsOf(context.getStartupFailure());
				assertThat(problems).singleElement()
					.extracting(StartupProblem::property, StartupProblem::reason)
					.containsExactly("getty.connect." + name, "getty.connect." + name
							+ " is set, but getty.connect.session.type is 'application' and an application session has no user");
				assertThat(problems.get(0).action()).contains("Remove getty.connect." + name,
						"set getty.connect.session.type to 'user'");
				assertThat(problems.toString()).doesNotContain("canary-7");
			});
	}

	@Test
	void whenTheSessionTypeIsApplicationThenAnEmptyUserIsAccepted() {
		FakeApplication.bare()
			.withPropertyValues("getty.connect.session.type=application", "getty.connect.system-id=a",
					"getty.connect.system-password=b", "getty.connect.user-name=", "getty.connect.user-password=")
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void whenThereIsACredentialsProviderThenTheUserOfThePropertiesIsIgnored() {
		FakeApplication.configured()
			.withPropertyValues("getty.connect.session.type=application")
			.withBean(ConnectCredentialsProvider.class, () -> mock(ConnectCredentialsProvider.class))
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void whenThereIsAManagerThenThePropertiesOfTheApiAreValidated() {
		FakeApplication.bare()
			.withPropertyValues("getty.connect.call.timeout=0", "getty.connect.retry.jitter=2")
			.withBean("own", ConnectSessionManager.class, () -> mock(ConnectSessionManager.class))
			.run((context) -> assertThat(problemsOf(context.getStartupFailure())).extracting(StartupProblem::property)
				.containsExactly("getty.connect.retry.jitter", "getty.connect.call.timeout"));
	}

	@Test
	void whenAPlaceholderCannotBeResolvedThenItIsNotSentAsAPassword() {
		FakeApplication.bare()
			.withPropertyValues("getty.connect.system-id=canary-7", "getty.connect.system-password=${canary-7",
					"getty.connect.user-name=canary-7", "getty.connect.user-password=${NOT_SET_ANYWHERE}")
			.run((context) -> {
				List<StartupProblem> problems = problemsOf(context.getStartupFailure());
				assertThat(problems).singleElement()
					.extracting(StartupProblem::property, StartupProblem::reason)
					.containsExactly("getty.connect.user-password",
							"getty.connect.user-password is ${NOT_SET_ANYWHERE}, which cannot be resolved");
				assertThat(problems.toString()).doesNotContain("canary-7");
			});
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					http.proxy.username=canary-7 | http.proxy.password | is missing
					http.proxy.password=canary-7 | http.proxy.username | is missing
					http.proxy.username=canary-7, http.proxy.password= | http.proxy.password | is blank
					http.proxy.username=canary-7, http.proxy.password=${NOT_SET} | http.proxy.password | is ${NOT_SET}, which cannot be resolved
					http.proxy.username=user:canary-7, http.proxy.password=canary-7 | http.proxy.username | contains a colon
					""")
	void whenTheLoginForTheProxyIsInvalidThenTheProblemNamesThePropertyOnly(String settings, String property,
			String reason) {
		List<StartupProblem> problems = problemsWith(settings.split(", "));
		assertThat(problems).singleElement()
			.extracting(StartupProblem::property, StartupProblem::reason)
			.containsExactly("getty.connect." + property, "getty.connect." + property + " " + reason);
		assertThat(problems.toString()).doesNotContain("canary-7");
	}

	@Test
	void whenTheLoginForTheProxyIsCompleteOrEmptyThenTheContextStarts() {
		FakeApplication.configured()
			.withPropertyValues("getty.connect.http.proxy.username=a", "getty.connect.http.proxy.password=b:c")
			.run((context) -> assertThat(context).hasNotFailed());
		FakeApplication.configured()
			.withPropertyValues("getty.connect.http.proxy.username=", "getty.connect.http.proxy.password=")
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void whenManyPropertiesAreInvalidThenAllAreReportedTogether() {
		FakeApplication.bare()
			.withPropertyValues("getty.connect.base-url=ftp://host", "getty.connect.http.connect-timeout=0",
					"getty.connect.retry.jitter=2", "getty.connect.session.renew-at=2", "getty.connect.call.timeout=0",
					"getty.connect.async.max-concurrent-calls=0", "getty.connect.purchase.unclear-timeout=0")
			.run((context) -> assertThat(problemsOf(context.getStartupFailure())).extracting(StartupProblem::property)
				.containsExactly("getty.connect.base-url", "getty.connect.system-id", "getty.connect.system-password",
						"getty.connect.user-name", "getty.connect.user-password", "getty.connect.http.connect-timeout",
						"getty.connect.retry.jitter", "getty.connect.session.renew-at", "getty.connect.call.timeout",
						"getty.connect.async.max-concurrent-calls", "getty.connect.purchase.unclear-timeout"));
	}

	@Test
	void whenTheBundleIsUnknownThenItIsReportedTogetherWithOtherProblems() {
		FakeApplication.bare()
			.withPropertyValues("getty.connect.ssl.bundle=unknown", "getty.connect.system-id=a",
					"getty.connect.system-password=b", "getty.connect.user-name=c")
			.run((context) -> assertThat(problemsOf(context.getStartupFailure())).extracting(StartupProblem::property)
				.containsExactly("getty.connect.ssl.bundle", "getty.connect.user-password"));
	}

	@Test
	void whenABundleIsSetForPlainHttpThenTheConflictIsReported() {
		assertThat(problemsWith("ssl.bundle=any")).singleElement()
			.extracting(StartupProblem::reason)
			.isEqualTo("getty.connect.ssl.bundle is set, but getty.connect.base-url uses http://");
	}

	@Test
	void whenTheBaseUrlContainsAPasswordThenTheFailureDoesNotContainIt() {
		FakeApplication.configured()
			.withPropertyValues("getty.connect.base-url=https://user:canary-7@proxy.example")
			.run((context) -> {
				for (Throwable it = context.getStartupFailure(); it != null; it = it.getCause()) {
					assertThat(it.toString()).doesNotContain("canary-7");
				}
			});
	}

	@Test
	void whenAManagerOfTheApplicationRequestsMissingCredentialsThenTheExceptionNamesThem() {
		FakeApplication.bare()
			.withBean("own", ConnectSessionManager.class, () -> mock(ConnectSessionManager.class))
			.run((context) -> assertThatExceptionOfType(ConnectStartupException.class)
				.isThrownBy(context.getBean(ConnectCredentialsProvider.class)::getCredentials)
				.withMessageContaining("getty.connect.system-id is missing"));
	}

	private static List<StartupProblem> problemsWith(String... settings) {
		List<StartupProblem> problems = new ArrayList<>();
		FakeApplication.configured()
			.withPropertyValues(Stream.of(settings).map("getty.connect."::concat).toArray(String[]::new))
			.run((context) -> problems.addAll(problemsOf(context.getStartupFailure())));
		return problems;
	}

	private static List<StartupProblem> problemsOf(Throwable failure) {
		Throwable cause = failure;
		while (!(cause instanceof ConnectStartupException startup)) {
			assertThat(cause).as("startup exception in %s", failure).isNotNull();
			cause = cause.getCause();
		}
		return startup.problems();
	}

}

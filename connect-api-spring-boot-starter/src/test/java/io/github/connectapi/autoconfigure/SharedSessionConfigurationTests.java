package io.github.connectapi.autoconfigure;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import io.github.connectapi.ConnectSession;
import io.github.connectapi.autoconfigure.diagnostics.ConnectStartupException;
import io.github.connectapi.autoconfigure.diagnostics.StartupProblem;
import io.github.connectapi.session.ConnectSessionManager;
import io.github.connectapi.store.InMemorySessionStore;
import io.github.connectapi.store.SessionStore;
import io.github.connectapi.test.junit.FakeConnectExtension;
import io.github.connectapi.test.FakeConnectServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.env.MapPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

/**
 * Tests for the properties and the store of a shared session.
 */
class SharedSessionConfigurationTests {

	private static final String SECRET = "secret=canary-7-0123456789abcdef0123456789";

	@RegisterExtension
	static final FakeConnectExtension connect = new FakeConnectExtension();

	private final FakeConnectServer server = connect.server();

	private final SessionStore store = new InMemorySessionStore(InstantSource.system());

	@Test
	void whenContextsHaveTheSameStoreThenTheyLogInOnce() {
		ApplicationContextRunner runner = sharing(FakeApplication.of(this.server), SECRET).withBean(SessionStore.class,
				() -> this.store);
		runner.run((one) -> runner.run((two) -> {
			assertThat(token(one)).isEqualTo(token(two));
			assertThat(this.server.requests()).hasSize(1);
		}));
	}

	private static String token(BeanFactory context) {
		return context.getBean(ConnectSessionManager.class).getSession().token().reveal();
	}

	@Test
	void whenOneContextHasAnApplicationSessionThenTheyDoNotShare() {
		ApplicationContextRunner user = sharing(FakeApplication.of(this.server), SECRET).withBean(SessionStore.class,
				() -> this.store);
		ApplicationContextRunner application = user.withPropertyValues("getty.connect.session.type=application",
				"getty.connect.user-name=", "getty.connect.user-password=");
		user.run((one) -> application.run((two) -> application.run((three) -> {
			assertThat(token(one)).isNotEqualTo(token(two));
			assertThat(token(three)).isEqualTo(token(two));
			assertThat(this.server.requests()).hasSize(2);
		})));
	}

	@Test
	void whenContextsHaveASessionOfOAuth2ThenTheyLogInOnceAndTheRefreshTokenIsNotStored() {
		List<byte[]> records = new ArrayList<>();
		ApplicationContextRunner runner = sharing(FakeApplication.ofOAuth2(this.server)).withBean(SessionStore.class,
				() -> recording(this.store, records));
		runner.run((one) -> runner.run((two) -> {
			ConnectSession session = one.getBean(ConnectSessionManager.class).getSession();
			ConnectSession adopted = two.getBean(ConnectSessionManager.class).getSession();
			assertThat(adopted.token()).isEqualTo(session.token());
			assertThat(adopted.refreshToken()).isEmpty();
			assertThat(FakeApplication.grants(this.server)).containsExactly("password");
			String refreshToken = session.refreshToken().orElseThrow().reveal();
			assertThat(records).isNotEmpty()
				.allSatisfy((record) -> assertThat(new String(record, StandardCharsets.UTF_8))
					.doesNotContain(refreshToken));
		}));
	}

	private static SessionStore recording(SessionStore store, List<byte[]> records) {
		return mock(SessionStore.class, (invocation) -> {
			if (invocation.getMethod().getName().equals("replace")) {
				records.add(invocation.getArgument(2));
			}
			return invocation.getMethod().invoke(store, invocation.getArguments());
		});
	}

	@Test
	void whenOneContextHasASessionOfOAuth2ThenTheyDoNotShare() {
		ApplicationContextRunner user = sharing(FakeApplication.of(this.server), SECRET).withBean(SessionStore.class,
				() -> this.store);
		ApplicationContextRunner oauth2 = sharing(FakeApplication.ofOAuth2(this.server), SECRET)
			.withBean(SessionStore.class, () -> this.store);
		user.run((one) -> oauth2.run((two) -> {
			assertThat(token(one)).isNotEqualTo(token(two));
			assertThat(this.server.requests()).hasSize(2);
		}));
	}

	@Test
	void whenSharingIsOffThenTheStoreIsNotUsed() {
		FakeApplication.of(this.server)
			.withPropertyValues("getty.connect.session.shared.secret=short")
			.withBean(SessionStore.class, () -> this.store)
			.run((one) -> {
				assertThat(one).hasNotFailed();
				assertThat(one.getBeanFactory().getDependentBeans("sessionStore")).isEmpty();
			});
	}

	@Test
	void whenTheStoreIsUsedThenItIsDestroyedAfterTheManager() {
		sharing(FakeApplication.configured()).withBean("own", SessionStore.class, () -> this.store)
			.run((context) -> assertThat(context.getBeanFactory().getDependentBeans("own"))
				.contains(GettyConnectAutoConfiguration.SESSION_MANAGER_BEAN_NAME));
	}

	@Test
	void whenThereIsNoStoreThenTheActionNamesTheModules() {
		assertThat(problems(sharing(FakeApplication.configured()))).containsExactly(new StartupProblem(
				"getty.connect.session.shared.enabled",
				"The session is shared, but there is no bean of type SessionStore",
				"Add the dependency io.github.connectapi:connect-api-redis or io.github.connectapi:connect-api-jdbc, define a bean of type SessionStore, or set getty.connect.session.shared.enabled to false."));
	}

	@ParameterizedTest
	@CsvSource({ "redis", "jdbc" })
	void whenTheModuleOfTheSelectedStoreIsMissingThenTheActionNamesIt(String name) {
		assertThat(problems(sharing(FakeApplication.configured(), "store=" + name))).singleElement()
			.satisfies((problem) -> {
				assertThat(problem.property()).isEqualTo("getty.connect.session.shared.store");
				assertThat(problem.action()).contains("io.github.connectapi:connect-api-" + name);
			});
	}

	@Test
	void whenThereAreSeveralStoresThenTheActionNamesPrimary() {
		assertThat(problems(several(false))).singleElement().satisfies((problem) -> {
			assertThat(problem.reason()).endsWith("several beans of type SessionStore (one, two)");
			assertThat(problem.action()).contains("@Primary");
		});
	}

	@Test
	void whenOneOfSeveralStoresIsPrimaryThenItIsUsed() {
		several(true).run((context) -> assertThat(context.getBeanFactory().getDependentBeans("two")).isNotEmpty());
	}

	private ApplicationContextRunner several(boolean primary) {
		return sharing(FakeApplication.configured()).withBean("one", SessionStore.class, () -> this.store)
			.withBean("two", SessionStore.class, () -> this.store, (definition) -> definition.setPrimary(primary));
	}

	@Test
	void whenTheStoreCannotBeCreatedThenItsFailureRemains() {
		sharing(FakeApplication.configured()).withBean(SessionStore.class, () -> {
			throw new IllegalStateException("broken");
		})
			.run((context) -> assertThat(NestedExceptionUtils.getRootCause(context.getStartupFailure()))
				.hasMessage("broken"));
	}

	@Test
	void whenSeveralPropertiesAreWrongThenAllAreReportedWithTheMissingStore() {
		assertThat(problems(sharing(FakeApplication.configured(), "secret=short", "poll-interval=0", "timeout=0",
				"connect-timeout=25h", "namespace=${NOT_SET}")))
			.extracting(StartupProblem::property)
			.containsExactly(property("poll-interval"), property("timeout"), property("connect-timeout"),
					property("namespace"), property("secret"), property("enabled"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, textBlock = """
			|is blank
			canary-7-0123456789abcdef01234|has less than 32 characters
			 canary-7-0123456789abcdef0123456789|begins or ends with a space
			canary-7-0123456789abcdef0123456789 |begins or ends with a space
			${NOT_SET}|is ${NOT_SET}, which cannot be resolved
			canary-7-0123456789abcdef0123456789${NOT_SET}|contains a placeholder that cannot be resolved
			ENC(canary-7-0123456789abcdef0123456789)|contains an expression that another program should have replaced
			""")
	void whenTheSecretIsNotMeantThenTheProblemDoesNotContainIt(String secret, String reason) {
		List<StartupProblem> problems = problems(withSecret(Objects.requireNonNullElse(secret, "")));
		assertThat(problems).singleElement()
			.extracting(StartupProblem::property, StartupProblem::reason)
			.containsExactly(property("secret"), property("secret") + " " + reason);
		assertThat(problems.toString()).doesNotContain("canary-7");
	}

	@Test
	void whenTheSecretIsUnusualAndThatIsAllowedThenItIsUsed() {
		withSecret(" canary-7-0123456789abcdef0123456789")
			.withPropertyValues("getty.connect.allow-unusual-credentials=true")
			.run((context) -> assertThat(context).hasNotFailed());
	}

	/** The runner itself would strip the value. */
	private ApplicationContextRunner withSecret(String secret) {
		return sharing(FakeApplication.configured()).withBean(SessionStore.class, () -> this.store)
			.withInitializer((context) -> context.getEnvironment()
				.getPropertySources()
				.addFirst(new MapPropertySource("secret", Map.of(property("secret"), secret))));
	}

	private static ApplicationContextRunner sharing(ApplicationContextRunner runner, String... settings) {
		return runner.withPropertyValues("getty.connect.session.shared.enabled=true")
			.withPropertyValues(
					Stream.of(settings).map(SharedSessionConfigurationTests::property).toArray(String[]::new));
	}

	private static String property(String name) {
		return "getty.connect.session.shared." + name;
	}

	private static List<StartupProblem> problems(ApplicationContextRunner runner) {
		StartupProblem[][] found = { {} };
		runner.run((context) -> {
			for (Throwable it = context.getStartupFailure(); it != null; it = it.getCause()) {
				if (it instanceof ConnectStartupException failure) {
					found[0] = failure.problems().toArray(StartupProblem[]::new);
				}
			}
		});
		return List.of(found[0]);
	}

}

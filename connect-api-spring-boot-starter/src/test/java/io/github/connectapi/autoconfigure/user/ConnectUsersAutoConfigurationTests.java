package io.github.connectapi.autoconfigure.user;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.connectapi.ConnectClosedException;
import io.github.connectapi.ConnectCredentialsProvider;
import io.github.connectapi.ConnectCredentialsRejectedException;
import io.github.connectapi.ConnectSession;
import io.github.connectapi.ConnectUnavailableException;
import io.github.connectapi.autoconfigure.FakeApplication;
import io.github.connectapi.autoconfigure.properties.GettyConnectProperties;
import io.github.connectapi.autoconfigure.properties.UserSettings;
import io.github.connectapi.call.ConnectApi;
import io.github.connectapi.operation.ConnectOperation;
import io.github.connectapi.purchase.ImageLicensing;
import io.github.connectapi.session.ConnectSessionManager;
import io.github.connectapi.session.SessionSettings;
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.FakeConnectServerBuilder;
import io.github.connectapi.test.junit.FakeConnectExtension;
import io.github.connectapi.user.ConnectSessions;
import io.github.connectapi.user.ConnectSessionsSettings;
import io.github.connectapi.user.ConnectUserCredentials;
import io.github.connectapi.user.ConnectUserSessionListener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link ConnectUsersAutoConfiguration}, beside a session of the application
 * and without one.
 */
@Timeout(180)
class ConnectUsersAutoConfigurationTests {

	@RegisterExtension
	static final FakeConnectExtension connect = new FakeConnectExtension();

	private final FakeConnectServer server = connect.server();

	private final FakeUsers users = new FakeUsers(this.server).with("first", true).with("second", true);

	@Test
	void whenThereAreNoUsersThenThereAreNoSessions() {
		FakeApplication.of(this.server)
			.run((context) -> assertThat(context).hasSingleBean(ConnectSessionManager.class)
				.doesNotHaveBean(ConnectSessions.class)
				.doesNotHaveBean(UserSettings.class));
	}

	@Test
	void whenThereAreNoUsersThenMissingCredentialsAreReported() {
		FakeApplication.bare()
			.run((context) -> assertThat(context).getFailure()
				.hasStackTraceContaining("getty.connect.user-name is missing"));
	}

	@Test
	void whenDisabledThenThereAreNoSessions() {
		this.users.application()
			.withPropertyValues("getty.connect.enabled=false")
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(ConnectSessions.class)
				.doesNotHaveBean(ConnectApi.class));
	}

	@Test
	void whenOnlyUsersHaveCredentialsThenTheApplicationStartsWithoutASessionOfItsOwn() {
		this.users.application().run((context) -> {
			assertThat(context).hasNotFailed()
				.hasSingleBean(ConnectSessions.class)
				.hasSingleBean(ConnectApi.class)
				.doesNotHaveBean(ConnectSessionManager.class)
				.doesNotHaveBean(ImageLicensing.class);
			ConnectSessions sessions = context.getBean(ConnectSessions.class);
			assertThat(this.server.requests()).isEmpty();

			ConnectSession first = sessions.forUser("first").getSession();
			assertThat(sessions.forUser("second").getSession()).isNotEqualTo(first);
			assertThat(this.server.count("CreateSession")).isEqualTo(2);
		});
	}

	@Test
	void whenOnlyTheSystemIsConfiguredThenThereIsNoSessionOfTheApplication() {
		this.users.application()
			.withPropertyValues("getty.connect.system-id=a", "getty.connect.system-password=b",
					"getty.connect.user-name=")
			.run((context) -> assertThat(context).hasNotFailed()
				.hasSingleBean(ConnectSessions.class)
				.doesNotHaveBean(ConnectSessionManager.class));
	}

	@ParameterizedTest
	@ValueSource(strings = { "user", "oauth2" })
	void whenUsersHaveCredentialsOfOAuth2ThenEachHasATokenOfHisOwn(String type) {
		this.users.withOAuth2("third").withOAuth2("fourth");
		this.users.application().withPropertyValues("getty.connect.session.type=" + type).run((context) -> {
			assertThat(context).hasNotFailed().doesNotHaveBean(ConnectSessionManager.class);
			ConnectSessions sessions = context.getBean(ConnectSessions.class);
			ConnectSession third = sessions.forUser("third").getSession();
			assertThat(sessions.forUser("fourth").getSession()).isNotEqualTo(third);
			assertThat(FakeApplication.grants(this.server)).containsExactly("password", "password");
			assertThat(this.server.accepts(third.token().reveal())).isTrue();
		});
	}

	@Test
	void whenTheApplicationHasAKeyForOAuth2ThenItHasAnApplicationSessionBesideItsUsers() {
		this.users.withOAuth2("third");
		this.users.application()
			.withPropertyValues("getty.connect.session.type=oauth2",
					"getty.connect.api-key=" + FakeConnectServerBuilder.API_KEY,
					"getty.connect.api-secret=" + FakeConnectServerBuilder.API_SECRET)
			.run((context) -> {
				context.getBean(ConnectSessionManager.class).getSession();
				context.getBean(ConnectSessions.class).forUser("third").getSession();
				assertThat(FakeApplication.grants(this.server)).containsExactly("client_credentials", "password");
			});
	}

	@Test
	void whenThereIsAKeyForUsersOnlyThenThereIsNoSessionOfTheApplication() {
		this.users.application()
			.withPropertyValues("getty.connect.api-key=a", "getty.connect.api-secret=b")
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(ConnectSessionManager.class));
	}

	@Test
	void whenThereAreOnlyUsersThenAStartupThatRequiresASessionNeedsNone() {
		this.users.application()
			.withPropertyValues("getty.connect.session.startup=required")
			.run((context) -> assertThat(context).hasNotFailed());
		assertThat(this.server.requests()).isEmpty();
	}

	@Test
	void whenThereAreOnlyUsersThenACallWithoutAUserSendsNothingAndSaysWhatToDo() {
		this.users.application().run((context) -> {
			ConnectApi connect = context.getBean(ConnectApi.class);
			ConnectUnavailableException failure = catchThrowableOfType(ConnectUnavailableException.class,
					() -> connect.call(ConnectOperation.of("search", "GetCountries"), Map.of()));
			assertThat(failure).hasMessageContaining("ConnectApi.forSession");
			assertThat(failure.isTransient()).isFalse();
			assertThat(failure.isNotSent()).isTrue();
			assertThat(this.server.requests()).isEmpty();
		});
	}

	@Test
	void whenTheApplicationHasCredentialsTooThenBothSessionsAreSeparate() {
		FakeApplication.of(this.server)
			.withBean("users", ConnectUserCredentials.class, () -> this.users)
			.run((context) -> {
				assertThat(context).hasSingleBean(ConnectSessionManager.class)
					.hasSingleBean(ConnectApi.class)
					.hasSingleBean(ImageLicensing.class);
				ConnectSession own = context.getBean(ConnectSessionManager.class).getSession();
				ConnectSession user = context.getBean(ConnectSessions.class).forUser("first").getSession();
				assertThat(user).isNotEqualTo(own);
				context.getBean(ConnectSessions.class).forget("first");
				assertThat(context.getBean(ConnectSessionManager.class).getSession()).isSameAs(own);
			});
	}

	@Test
	void whenTheApplicationHasASessionThenAUserWithoutCredentialsDoesNotUseIt() {
		FakeApplication.of(this.server)
			.withBean("users", ConnectUserCredentials.class, () -> this.users)
			.run((context) -> {
				ConnectSessionManager stranger = context.getBean(ConnectSessions.class).forUser("stranger");
				assertThatExceptionOfType(ConnectUnavailableException.class).isThrownBy(stranger::getSession)
					.withMessageContaining("There are no credentials for this user");
				assertThat(this.server.requests()).isEmpty();
			});
	}

	@Test
	void whenAPasswordIsWrongThenItIsTheMatterOfThatUser() {
		this.users.with("wrong", false).application().run((context) -> {
			ConnectSessions sessions = context.getBean(ConnectSessions.class);
			assertThatExceptionOfType(ConnectCredentialsRejectedException.class)
				.isThrownBy(sessions.forUser("wrong")::getSession);
			assertThat(sessions.forUser("first").getSession()).isNotNull();
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "getty.connect.user-name=user", "getty.connect.user-password=secret",
			"getty.connect.session.type=application" })
	void whenTheCredentialsOfTheApplicationAreIncompleteThenTheStartFails(String property) {
		this.users.application()
			.withPropertyValues(property)
			.run((context) -> assertThat(context).getFailure()
				.hasStackTraceContaining("getty.connect.system-id is missing"));
	}

	@Test
	void whenABeanSuppliesTheCredentialsOfTheApplicationThenItHasASession() {
		this.users.application()
			.withBean("own", ConnectCredentialsProvider.class, () -> () -> FakeApplication.credentials(this.server))
			.run((context) -> assertThat(context).hasNotFailed()
				.hasSingleBean(ConnectSessionManager.class)
				.hasSingleBean(ConnectSessions.class));
	}

	@Test
	void whenTheApplicationHasItsOwnManagerThenItsApiUsesThat() {
		ConnectSessionManager own = mock(ConnectSessionManager.class);
		this.users.application()
			.withBean("own", ConnectSessionManager.class, () -> own)
			.run((context) -> assertThat(context).hasNotFailed()
				.hasSingleBean(ConnectApi.class)
				.hasBean("gettyConnectApi")
				.hasSingleBean(ConnectSessions.class)
				.getBean(ConnectSessionManager.class)
				.isSameAs(own));
	}

	@Test
	void whenTheApplicationHasItsOwnSessionsThenTheConfiguredOnesBackOff() {
		ConnectSessions own = mock(ConnectSessions.class);
		FakeApplication.bare()
			.withBean("own", ConnectSessions.class, () -> own)
			.run((context) -> assertThat(context).hasNotFailed()
				.hasSingleBean(ConnectApi.class)
				.doesNotHaveBean(UserSettings.class)
				.doesNotHaveBean(ConnectSessionManager.class)
				.getBean(ConnectSessions.class)
				.isSameAs(own));
	}

	@Test
	void whenTheContextIsClosedThenTheSessionsAreClosed() {
		ConnectSessions[] closed = new ConnectSessions[1];
		this.users.application().run((context) -> closed[0] = context.getBean(ConnectSessions.class));
		assertThatExceptionOfType(ConnectClosedException.class).isThrownBy(closed[0].forUser("first")::getSession);
	}

	@Test
	void whenThereAreListenersThenTheyGetTheEventsWithTheKey() {
		List<String> events = new CopyOnWriteArrayList<>();
		this.users.application()
			.withBean("listener", ConnectUserSessionListener.class,
					() -> (key, event) -> events.add(key + " " + event.getClass().getSimpleName()))
			.run((context) -> {
				context.getBean(ConnectSessions.class).forUser("first").getSession();
				await().timeout(Duration.ofSeconds(20)).until(() -> events, (all) -> all.contains("first Created"));
			});
	}

	@Test
	void whenNothingIsSetThenTheLimitsAreThoseOfTheCore() {
		FakeApplication.bare().withBean("users", ConnectUserCredentials.class, () -> this.users).run((context) -> {
			UserSettings settings = context.getBean(UserSettings.class);
			assertThat(settings.limits()).isEqualTo(ConnectSessionsSettings.defaults());
			assertThat(settings.session()).isEqualTo(SessionSettings.defaults());
		});
	}

	@Test
	void whenPropertiesAreSetThenTheSessionsUseThem() {
		this.users.application()
			.withPropertyValues("getty.connect.users.max-users=1", "getty.connect.users.idle-timeout=2m",
					"getty.connect.users.max-backoffs=3", "getty.connect.users.max-concurrent-acquisitions=4",
					"getty.connect.users.max-queued-acquisitions=5", "getty.connect.users.max-logins-per-second=6",
					"getty.connect.session.wait-timeout=90s")
			.run((context) -> {
				UserSettings settings = context.getBean(UserSettings.class);
				assertThat(settings.limits()).isEqualTo(ConnectSessionsSettings.defaults()
					.withMaxUsers(1)
					.withIdleTimeout(Duration.ofMinutes(2))
					.withMaxBackoffs(3)
					.withMaxConcurrentAcquisitions(4)
					.withMaxQueuedAcquisitions(5)
					.withMaxLoginsPerSecond(6));
				assertThat(settings.session().waitTimeout()).isEqualTo(Duration.ofSeconds(90));

				ConnectSessions sessions = context.getBean(ConnectSessions.class);
				sessions.forUser("first").getSession();
				assertThatExceptionOfType(ConnectUnavailableException.class)
					.isThrownBy(sessions.forUser("second")::getSession)
					.withMessageContaining("no room for another user");
			});
	}

	@Test
	void whenPropertiesAreInvalidThenAllAreReportedTogether() {
		this.users.application()
			.withPropertyValues("getty.connect.base-url=ftp://host", "getty.connect.users.max-users=0",
					"getty.connect.call.timeout=0")
			.run((context) -> assertThat(context).getFailure()
				.hasStackTraceContaining("getty.connect.base-url is invalid")
				.hasStackTraceContaining(
						"getty.connect.users.max-users has the invalid value 0: The maximum number of users must be between 1 and 10,000,000")
				.hasStackTraceContaining("getty.connect.call.timeout has the invalid value"));
	}

	@Test
	void whenThePropertiesAreBoundThenTheyAreReadable() {
		this.users.application()
			.withPropertyValues("getty.connect.users.max-users=12")
			.run((context) -> assertThat(context.getBean(GettyConnectProperties.class).toSessionsSettings().maxUsers())
				.isEqualTo(12));
	}

}

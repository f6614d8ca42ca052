package io.github.connectapi.autoconfigure.user;

import java.time.InstantSource;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import io.github.connectapi.ConnectSession;
import io.github.connectapi.autoconfigure.FakeApplication;
import io.github.connectapi.session.ConnectSessionManager;
import io.github.connectapi.session.ConnectSessionSnapshot.Sharing;
import io.github.connectapi.store.InMemorySessionStore;
import io.github.connectapi.store.SessionStore;
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.junit.FakeConnectExtension;
import io.github.connectapi.user.ConnectSessions;
import io.github.connectapi.user.ConnectUserCredentials;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for applications that share the sessions of their users.
 */
@Timeout(60)
class SharedUsersConfigurationTests {

	private static final String SECRET = "getty.connect.session.shared.secret=0123456789abcdef0123456789abcdef";

	@RegisterExtension
	static final FakeConnectExtension connect = new FakeConnectExtension();

	private final FakeConnectServer server = connect.server();

	private final FakeUsers users = new FakeUsers(this.server).with("first", true);

	private final SessionStore store = new InMemorySessionStore(InstantSource.system());

	@Test
	void whenApplicationsShareSessionsThenAUserNeedsOneLogin() {
		ApplicationContextRunner runner = shared(this.users.application()).withPropertyValues(SECRET);
		runner.run((one) -> runner.run((two) -> {
			ConnectSession session = one.getBean(ConnectSessions.class).forUser("first").getSession();
			ConnectSessions others = two.getBean(ConnectSessions.class);
			assertThat(others.forUser("first").getSession()).isEqualTo(session);
			assertThat(others.snapshot("first").orElseThrow().sharing()).isEqualTo(new Sharing(false, true));
			assertThat(this.server.count("CreateSession")).isOne();
		}));
	}

	@Test
	void whenApplicationsShareSessionsOfOAuth2ThenAUserNeedsOneLogin() {
		this.users.withOAuth2("second");
		ApplicationContextRunner runner = shared(this.users.application()).withPropertyValues(SECRET);
		runner.run((one) -> runner.run((two) -> {
			ConnectSession session = one.getBean(ConnectSessions.class).forUser("second").getSession();
			ConnectSession adopted = two.getBean(ConnectSessions.class).forUser("second").getSession();
			assertThat(adopted.token()).isEqualTo(session.token());
			assertThat(adopted.refreshToken()).isEmpty();
			assertThat(FakeApplication.grants(this.server)).containsExactly("password");
		}));
	}

	@Test
	void whenTheApplicationHasASessionOfItsOwnThenBothAreShared() {
		ApplicationContextRunner runner = shared(
				FakeApplication.of(this.server).withBean("users", ConnectUserCredentials.class, () -> this.users))
			.withPropertyValues(SECRET);
		runner.run((one) -> runner.run((two) -> {
			ConnectSession session = one.getBean(ConnectSessionManager.class).getSession();
			assertThat(two.getBean(ConnectSessionManager.class).getSession()).isEqualTo(session);
			assertThat(two.getBean(ConnectSessions.class).forUser("first").getSession()).isNotNull();
		}));
	}

	@Test
	void whenSessionsOfUsersAreSharedWithoutASecretThenTheStartStops() {
		shared(this.users.application()).run((context) -> assertThat(context).getFailure()
			.hasStackTraceContaining(
					"The sessions of users are shared, but getty.connect.session.shared.secret is not set"));
	}

	@Test
	void whenThereIsNoStoreThenTheStartStops() {
		this.users.application()
			.withPropertyValues("getty.connect.session.shared.enabled=true", SECRET)
			.run((context) -> assertThat(context).getFailure()
				.hasStackTraceContaining("there is no bean of type SessionStore"));
	}

	private ApplicationContextRunner shared(ApplicationContextRunner runner) {
		return runner.withBean("store", SessionStore.class, () -> this.store)
			.withPropertyValues("getty.connect.session.shared.enabled=true", "getty.connect.session.shared.timeout=20s",
					"getty.connect.session.shared.connect-timeout=20s");
	}

}

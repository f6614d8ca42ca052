package io.github.connectapi.autoconfigure.user;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.EventListener;

import io.github.connectapi.autoconfigure.FakeApplication;
import io.github.connectapi.session.ConnectSessionEvent;
import io.github.connectapi.session.ConnectSessionListener;
import io.github.connectapi.session.ConnectSessionManager;
import io.github.connectapi.test.junit.FakeConnectExtension;
import io.github.connectapi.user.ConnectSessions;
import io.github.connectapi.user.ConnectUserCredentials;
import io.github.connectapi.user.ConnectUserSessionListener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for events of users of the time before the application context is ready.
 */
@ExtendWith(OutputCaptureExtension.class)
@Timeout(180)
class UserStartupEventTests {

	@RegisterExtension
	static final FakeConnectExtension connect = new FakeConnectExtension();

	/** The threads that created a bean of the application. */
	private static final Set<String> creators = ConcurrentHashMap.newKeySet();

	private static final List<String> received = new CopyOnWriteArrayList<>();

	private final FakeUsers users = new FakeUsers(connect.server()).with("first", true);

	@BeforeEach
	void clear() {
		creators.clear();
		received.clear();
	}

	@Test
	void whenAUserLogsInDuringTheRefreshThenTheEventArrivesWhenTheContextIsReady() {
		this.users.application().withUserConfiguration(Login.class, Listener.class).run((context) -> {
			awaitEvents(2);
			assertThat(received).containsExactly("ready", "first Created");
			assertThat(creators).containsExactly(Thread.currentThread().getName());
		});
	}

	@Test
	void whenTheApplicationHasASessionTooThenBothGetTheirEvents() {
		FakeApplication.of(connect.server())
			.withBean("users", ConnectUserCredentials.class, () -> this.users)
			.withBean("own", ConnectSessionListener.class, () -> (event) -> received.add("own Created"))
			.withUserConfiguration(Login.class, Listener.class)
			.run((context) -> {
				context.getBean(ConnectSessionManager.class).getSession();
				awaitEvents(3);
				assertThat(received).startsWith("ready").contains("first Created", "own Created");
			});
	}

	@Test
	void whenTheRefreshFailsThenTheEventsAreDiscarded(CapturedOutput output) {
		this.users.application()
			.withUserConfiguration(Login.class, Listener.class, FailingBean.class)
			.run((context) -> assertThat(context).hasFailed());

		await().atMost(Duration.ofSeconds(20)).until(UserStartupEventTests::hasNoListenerThread);
		assertThat(received).isEmpty();
		assertThat(output).doesNotContain("Connect session listener failed", "Connect session event dropped");
	}

	@Test
	void whenAListenerFailsThenItsClassIsLogged(CapturedOutput output) {
		this.users.application().withBean(FailingListener.class).run((context) -> {
			context.getBean(ConnectSessions.class).forUser("first").getSession();
			await().atMost(Duration.ofSeconds(20))
				.until(() -> output.getAll().contains("listener=" + FailingListener.class.getName()));
		});
	}

	private static void awaitEvents(int count) {
		await().atMost(Duration.ofSeconds(20)).until(() -> received.size() >= count);
	}

	private static boolean hasNoListenerThread() {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.noneMatch((thread) -> thread.getName().startsWith("getty-connect-user-events-"));
	}

	/** Logs a user in while the context is refreshed. */
	@Configuration(proxyBeanMethods = false)
	static class Login {

		@Bean
		String login(ConnectSessions sessions) {
			sessions.forUser("first").getSession();
			return "done";
		}

	}

	/** Its listener needs a bean that does not exist before its first event. */
	@Configuration(proxyBeanMethods = false)
	static class Listener {

		@Bean
		ConnectUserSessionListener listener(ObjectProvider<Collaborator> collaborator) {
			return (key, event) -> collaborator.getObject().record(key + " " + event.getClass().getSimpleName());
		}

		@Bean
		Collaborator collaborator() {
			return new Collaborator();
		}

		@EventListener
		void on(ContextRefreshedEvent event) {
			received.add("ready");
		}

	}

	static class Collaborator {

		Collaborator() {
			creators.add(Thread.currentThread().getName());
		}

		void record(String event) {
			received.add(event);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class FailingBean {

		@Bean
		Integer failing(String login) {
			throw new IllegalStateException("a bean of the application");
		}

	}

	static final class FailingListener implements ConnectUserSessionListener {

		@Override
		public void onEvent(String key, ConnectSessionEvent event) {
			throw new IllegalStateException("a listener of an application");
		}

	}

}

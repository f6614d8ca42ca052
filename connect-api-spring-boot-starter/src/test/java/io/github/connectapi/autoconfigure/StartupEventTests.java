package io.github.connectapi.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.connectapi.session.ConnectSessionEvent;
import io.github.connectapi.session.ConnectSessionListener;
import io.github.connectapi.session.ConnectSessionManager;
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.junit.FakeConnectExtension;
import jakarta.annotation.PostConstruct;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.EventListener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for session events of the time before the application context is ready.
 */
@ExtendWith(OutputCaptureExtension.class)
class StartupEventTests {

	@RegisterExtension
	static final FakeConnectExtension connect = new FakeConnectExtension();

	/** The threads that created a bean of the application. */
	private static final Set<String> creators = ConcurrentHashMap.newKeySet();

	/** What the listeners received, and on which thread. */
	private static final List<String> received = new CopyOnWriteArrayList<>();

	private static final List<String> receivers = new CopyOnWriteArrayList<>();

	private final FakeConnectServer server = connect.server();

	@BeforeEach
	void clear() {
		creators.clear();
		received.clear();
		receivers.clear();
	}

	@ParameterizedTest
	@ValueSource(classes = { PostConstructUser.class, InitializingUser.class, BeanMethodUser.class,
			PostProcessorUser.class, LifecycleUser.class })
	void whenASessionIsUsedDuringTheRefreshThenAllEventsArriveInOrderWhenTheContextIsReady(Class<?> user) {
		application().withUserConfiguration(user, Listeners.class)
			.run((context) -> assertThat(receive(7)).containsExactly("ready", "listener Created 1", "event Created 1",
					"listener Renewed 2", "event Renewed 2", "listener Renewed 3", "event Renewed 3"));
		assertThat(receivers).isNotEmpty().allMatch((thread) -> thread.startsWith("getty-connect-events-"));
	}

	@ParameterizedTest
	@ValueSource(classes = { PostConstructUser.class, InitializingUser.class, BeanMethodUser.class,
			PostProcessorUser.class, LifecycleUser.class })
	void whenASessionIsUsedDuringTheRefreshThenTheMainThreadCreatesAllBeans(Class<?> user) {
		application().withUserConfiguration(user, Listeners.class).run((context) -> receive(7));
		assertThat(creators).containsExactly(Thread.currentThread().getName());
	}

	@ParameterizedTest
	@ValueSource(classes = { FailingBean.class, FailingRefreshListener.class })
	void whenTheRefreshFailsThenTheEventsAreDiscarded(Class<?> failing, CapturedOutput output) {
		application().withUserConfiguration(PostConstructUser.class, Listeners.class, failing)
			.run((context) -> assertThat(context).hasFailed());
		assertThat(output).contains("Connect session created", "Connect session manager closed")
			.doesNotContain("Connect session listener failed", "Connect session event dropped");
		await().atMost(Duration.ofSeconds(20)).until(() -> liveThreads("getty-connect-events-").isEmpty());
		assertThat(received).doesNotContainAnyElementsOf(List.of("listener Created 1", "event Created 1"));
	}

	@Test
	void whenAChildContextIsRefreshedFirstThenTheEventsStillWait() {
		application().withUserConfiguration(PostConstructUser.class, Listeners.class, ChildContext.class)
			.run((context) -> assertThat(receive(3)).containsExactly("child ready", "ready", "listener Created 1"));
	}

	@Test
	void whenTheStarterIsInAParentContextThenEventsOfChildrenDoNotMatter() {
		application().withUserConfiguration(Listeners.class).run((parent) -> {
			assertThat(receive(1)).containsExactly("ready");
			try (var child = new AnnotationConfigApplicationContext()) {
				child.setParent(parent);
				child.register(PostConstructUser.class);
				child.refresh();
				assertThat(receive(2)).contains("listener Created 1");
			}
			use(parent.getBean(ConnectSessionManager.class));
			await().until(() -> received.contains("event Renewed 5"));
		});
	}

	@Test
	void whenASessionIsRequiredThenStartupWaitsForItButNotForItsEvents() {
		application().withPropertyValues("getty.connect.session.startup=required")
			.withUserConfiguration(Listeners.class)
			.run((context) -> assertThat(receive(3)).containsExactly("ready", "listener Created 1", "event Created 1"));
	}

	@Test
	void whenBeansAreLazyThenEventsArriveToo() {
		application().withUserConfiguration(Listeners.class)
			.withBean(LazyInitializationBeanFactoryPostProcessor.class)
			.run((context) -> {
				context.getBean(ConnectSessionManager.class).getSession();
				assertThat(receive(3)).contains("listener Created 1", "event Created 1");
			});
	}

	private ApplicationContextRunner application() {
		return FakeApplication.of(this.server);
	}

	private static List<String> receive(int count) {
		await().atMost(Duration.ofSeconds(10)).until(() -> received.size() >= count);
		return List.copyOf(received).subList(0, count);
	}

	private static List<String> liveThreads(String prefix) {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.map(Thread::getName)
			.filter((name) -> name.startsWith(prefix))
			.toList();
	}

	/** Causes three events in a certain order. */
	private static void use(ConnectSessionManager manager) {
		manager.getSession();
		for (int i = 0; i < 2; i++) {
			await().until(() -> !manager.snapshot().acquiring());
			int generation = manager.snapshot().generation();
			manager.renew();
			await().until(() -> manager.snapshot().generation() > generation);
		}
	}

	private static void recordCreation() {
		creators.add(Thread.currentThread().getName());
	}

	/** Its beans are created after those of the user of the session. */
	@Configuration(proxyBeanMethods = false)
	static class Listeners {

		Listeners() {
			recordCreation();
		}

		@Bean
		EventListenerBean eventListenerBean() {
			return new EventListenerBean(new Collaborator());
		}

		@Bean
		ConnectSessionListener listener() {
			return (event) -> record("listener", event);
		}

	}

	record Collaborator() {

		Collaborator {
			recordCreation();
		}

	}

	static class EventListenerBean {

		EventListenerBean(Collaborator collaborator) {
			recordCreation();
		}

		@EventListener
		void on(ConnectSessionEvent event) {
			StartupEventTests.record("event", event);
		}

		@EventListener
		void on(ContextRefreshedEvent event) {
			received.add((event.getApplicationContext().getParent() != null) ? "child ready" : "ready");
		}

	}

	private static void record(String kind, ConnectSessionEvent event) {
		received.add(kind + " " + event.getClass().getSimpleName() + " " + event.generation());
		receivers.add(Thread.currentThread().getName());
	}

	@Configuration(proxyBeanMethods = false)
	static class PostConstructUser {

		private final ConnectSessionManager manager;

		PostConstructUser(ConnectSessionManager manager) {
			this.manager = manager;
		}

		@PostConstruct
		void init() {
			use(this.manager);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class InitializingUser implements InitializingBean {

		private final ConnectSessionManager manager;

		InitializingUser(ConnectSessionManager manager) {
			this.manager = manager;
		}

		@Override
		public void afterPropertiesSet() {
			use(this.manager);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class BeanMethodUser {

		@Bean
		String user(ConnectSessionManager manager) {
			use(manager);
			return "user";
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class PostProcessorUser {

		@Bean
		static BeanPostProcessor user(ConnectSessionManager manager) {
			use(manager);
			return new BeanPostProcessor() {
			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class LifecycleUser {

		@Bean
		SmartLifecycle user(ConnectSessionManager manager) {
			return new SmartLifecycle() {

				private volatile boolean running;

				@Override
				public void start() {
					use(manager);
					this.running = true;
				}

				@Override
				public void stop() {
					this.running = false;
				}

				@Override
				public boolean isRunning() {
					return this.running;
				}

			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class FailingRefreshListener {

		@EventListener
		void on(ContextRefreshedEvent event) {
			throw new IllegalStateException("a bean of the application");
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class FailingBean {

		FailingBean() {
			throw new IllegalStateException("a bean of the application");
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ChildContext {

		@Bean
		SmartLifecycle child(ConfigurableApplicationContext parent) {
			return new SmartLifecycle() {

				private final AnnotationConfigApplicationContext child = new AnnotationConfigApplicationContext();

				@Override
				public void start() {
					this.child.setParent(parent);
					this.child.refresh();
				}

				@Override
				public void stop() {
					this.child.close();
				}

				@Override
				public boolean isRunning() {
					return this.child.isRunning();
				}

			};
		}

	}

}

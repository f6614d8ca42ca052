package io.github.connectapi.autoconfigure.startup;

import java.net.URL;
import java.net.URLClassLoader;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.github.connectapi.ConnectCredentialsProvider;
import io.github.connectapi.autoconfigure.FakeApplication;
import io.github.connectapi.client.BaseUrl;
import io.github.connectapi.client.ConnectClient;
import io.github.connectapi.session.ConnectSessionManager;
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.Fault;
import io.github.connectapi.test.junit.FakeConnectExtension;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for sessions of an application context that is stopped or paused.
 */
class SuspensionTests {

	@RegisterExtension
	static final FakeConnectExtension connect = new FakeConnectExtension();

	private final FakeConnectServer server = connect.server();

	private final Set<Thread> threadsOfOtherTests = Set.copyOf(Thread.getAllStackTraces().keySet());

	static Stream<Arguments> stopAndStart() {
		Named<Consumer<ConfigurableApplicationContext>> stop = Named.of("stop", ConfigurableApplicationContext::stop);
		Named<Consumer<ConfigurableApplicationContext>> start = Named.of("start",
				ConfigurableApplicationContext::start);
		Named<Consumer<ConfigurableApplicationContext>> pause = Named.of("pause",
				ConfigurableApplicationContext::pause);
		Named<Consumer<ConfigurableApplicationContext>> restart = Named.of("restart",
				ConfigurableApplicationContext::restart);
		return Stream.of(Arguments.of(stop, start, Object.class), Arguments.of(pause, restart, Object.class),
				Arguments.of(stop, start, OwnBeans.class), Arguments.of(pause, restart, OwnBeans.class));
	}

	@ParameterizedTest
	@MethodSource("stopAndStart")
	void whenTheContextIsStoppedThenNothingRunsUntilItIsStarted(Consumer<ConfigurableApplicationContext> stop,
			Consumer<ConfigurableApplicationContext> start, Class<?> configuration) {
		application().withUserConfiguration(configuration).run((context) -> {
			ConnectSessionManager manager = context.getBean(ConnectSessionManager.class);
			manager.getSession();
			this.server.always("RenewSession", Fault.status(503));
			manager.renew();
			await().until(() -> manager.snapshot().nextAttemptAt() != null);
			Instant nextAttemptAt = manager.snapshot().nextAttemptAt();
			stop.accept(context.getSourceApplicationContext());
			this.server.clearFaults();
			int requests = this.server.requests().size();
			await().untilAsserted(() -> assertThat(liveThreads()).isEmpty());
			await().until(() -> Instant.now().isAfter(nextAttemptAt.plusMillis(300)));
			assertThat(this.server.requests()).hasSize(requests);
			assertThat(context.getBean(ConnectClient.class).idleConnections()).isZero();
			start.accept(context.getSourceApplicationContext());
			await().until(() -> manager.snapshot().renewals() == 1);
			assertThat(this.server.accepts(manager.getSession().token().reveal())).isTrue();
		});
	}

	@Test
	void whenTheContextIsStoppedThenLazyBeansAreNotCreated() {
		application().withBean("lazyManager", ConnectSessionManager.class, () -> {
			throw new IllegalStateException("created");
		}, (definition) -> {
			definition.setLazyInit(true);
			definition.setAutowireCandidate(false);
		}).run((context) -> {
			context.getSourceApplicationContext().stop();
			context.getSourceApplicationContext().start();
			assertThat(context.isRunning()).isTrue();
		});
	}

	@Test
	@ExtendWith(OutputCaptureExtension.class)
	void whenTheContextIsClosedDuringALoginThenItIsNotSuspendedFirst(CapturedOutput output) {
		application().run((context) -> {
			this.server.always("CreateSession", Fault.block());
			var waiting = context.getBean(ConnectSessionManager.class).getSessionAsync().toCompletableFuture();
			this.server.awaitRequests("CreateSession", 1, Duration.ofSeconds(10));
			context.getSourceApplicationContext().close();
			assertThat(waiting).isCompletedExceptionally();
			assertThat(output).contains("Connect session manager closed").doesNotContain("manager suspended");
			this.server.unblock();
		});
	}

	// Not the class loader itself, of which Spring Boot keeps a reference.
	@Test
	void whenAnApplicationIsRestartedWithAnotherClassLoaderThenNoThreadOfTheFirstRemains() {
		for (int i = 0; i < 2; i++) {
			ClassLoader loader = new URLClassLoader(new URL[0], getClass().getClassLoader());
			application().withClassLoader(loader)
				.run((context) -> assertThat(context.getBean(ConnectSessionManager.class).getSession()).isNotNull());
			await().until(() -> liveThreads().isEmpty());
			assertThat(Thread.getAllStackTraces().keySet()).extracting(Thread::getContextClassLoader)
				.doesNotContain(loader);
		}
	}

	private ApplicationContextRunner application() {
		return FakeApplication.of(this.server).withPropertyValues("getty.connect.retry.max-attempts=1");
	}

	private List<String> liveThreads() {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter((thread) -> !this.threadsOfOtherTests.contains(thread))
			.map(Thread::getName)
			.filter((name) -> name.startsWith("getty-connect-"))
			.toList();
	}

	@Configuration(proxyBeanMethods = false)
	static class OwnBeans {

		@Bean
		ConnectClient ownClient() {
			return ConnectClient.builder(BaseUrl.of(connect.server().baseUrl())).build();
		}

		@Bean
		ConnectSessionManager ownManager(ConnectClient client, ConnectCredentialsProvider credentials) {
			return ConnectSessionManager.builder(client, credentials).build();
		}

	}

}

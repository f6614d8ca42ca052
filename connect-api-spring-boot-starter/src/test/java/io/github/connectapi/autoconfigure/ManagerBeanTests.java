package io.github.connectapi.autoconfigure;

import java.net.URL;
import java.net.URLClassLoader;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

import io.github.connectapi.ConnectCredentialsProvider;
import io.github.connectapi.ConnectUnavailableException;
import io.github.connectapi.client.BaseUrl;
import io.github.connectapi.client.ConnectClient;
import io.github.connectapi.session.ConnectSessionManager;
import io.github.connectapi.session.ConnectSessionSnapshot.State;
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.Fault;
import io.github.connectapi.test.junit.FakeConnectExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.DefaultResourceLoader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for the configured {@link ConnectSessionManager}.
 */
class ManagerBeanTests {

	@RegisterExtension
	static final FakeConnectExtension connect = new FakeConnectExtension();

	private final FakeConnectServer server = connect.server();

	@Test
	void whenTheContextIsClosedThenBeansCanUseTheSessionUntilTheyAreDestroyed() {
		FakeApplication.of(this.server).withBean(User.class).run((context) -> {
			User user = context.getBean(User.class);
			context.close();
			assertThat(user.generationAtClose).isEqualTo(1);
			assertThat(user.manager.snapshot().state()).isEqualTo(State.CLOSED);
		});
	}

	@Test
	void whenTheProviderIsCalledThenTheClassLoaderIsThatOfTheContext() {
		ClassLoader loader = new URLClassLoader(new URL[0], getClass().getClassLoader());
		AtomicReference<ClassLoader> seen = new AtomicReference<>();
		ConnectCredentialsProvider provider = () -> {
			seen.set(Thread.currentThread().getContextClassLoader());
			return FakeApplication.credentials(this.server);
		};
		FakeApplication.of(this.server)
			.withInitializer((context) -> ((DefaultResourceLoader) context).setClassLoader(loader))
			.withBean(ConnectCredentialsProvider.class, () -> provider)
			.run((context) -> {
				context.getBean(ConnectSessionManager.class).getSession();
				assertThat(seen).hasValue(loader);
			});
	}

	@Test
	void whenRetryIsConfiguredThenARequestIsRepeatedUpToMaxAttempts() {
		this.server.always("CreateSession", Fault.status(503));
		FakeApplication.of(this.server)
			.withPropertyValues("getty.connect.retry.max-attempts=5", "getty.connect.retry.initial-interval=1ms",
					"getty.connect.retry.max-interval=1ms")
			.run((context) -> {
				assertThatExceptionOfType(ConnectUnavailableException.class)
					.isThrownBy(context.getBean(ConnectSessionManager.class)::getSession);
				assertThat(this.server.count("CreateSession")).isEqualTo(5);
			});
	}

	@Test
	void whenThereAreTwoContextsThenTheyShareNothing() {
		try (FakeConnectServer other = FakeConnectServer.start()) {
			FakeApplication.of(this.server).run((first) -> FakeApplication.of(other).run((second) -> {
				ConnectSessionManager manager = second.getBean(ConnectSessionManager.class);
				first.getBean(ConnectSessionManager.class).getSession();
				assertThat(manager.snapshot().generation()).isZero();
				first.close();
				assertThat(other.accepts(manager.getSession().token().reveal())).isTrue();
			}));
		}
	}

	@Test
	void whenOneOfTwoManagersFailsThenTheOtherIsNotAffected() {
		FakeApplication.of(this.server).withUserConfiguration(TwoManagers.class).run((context) -> {
			var healthy = context.getBean("healthy", ConnectSessionManager.class);
			var broken = context.getBean("broken", ConnectSessionManager.class);
			assertThat(broken.getSessionAsync()).failsWithin(Duration.ofSeconds(10));
			assertThat(this.server.accepts(healthy.getSession().token().reveal())).isTrue();
			assertThat(broken.snapshot().state()).isEqualTo(State.FAILED);
			assertThat(healthy.snapshot().lastFailure()).isNull();
		});
	}

	static final class User implements AutoCloseable {

		private final ConnectSessionManager manager;

		private int generationAtClose;

		User(ConnectSessionManager manager) {
			this.manager = manager;
		}

		@Override
		public void close() {
			this.manager.getSession();
			this.generationAtClose = this.manager.snapshot().generation();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class TwoManagers {

		@Bean
		ConnectSessionManager healthy(ConnectClient gettyConnectClient, ConnectCredentialsProvider credentials) {
			return ConnectSessionManager.builder(gettyConnectClient, credentials).build();
		}

		@Bean
		ConnectSessionManager broken(ConnectCredentialsProvider credentials) {
			ConnectClient nowhere = ConnectClient.builder(BaseUrl.of("http://127.0.0.1:1")).build();
			return ConnectSessionManager.builder(nowhere, credentials).build();
		}

	}

}

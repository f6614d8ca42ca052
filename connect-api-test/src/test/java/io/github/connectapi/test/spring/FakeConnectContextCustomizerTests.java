package io.github.connectapi.test.spring;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.Fault;
import io.github.connectapi.test.Renewal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.TestContextManager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class FakeConnectContextCustomizerTests {

	@Test
	void whenAttributesAreEqualThenContextIsShared() throws Exception {
		assertThat(server(One.class)).isSameAs(server(Two.class));
		assertThat(customizer(One.class)).isEqualTo(customizer(Two.class)).hasSameHashCodeAs(customizer(Two.class));
	}

	@Test
	void whenAttributesDifferThenContextIsNotShared() throws Exception {
		assertThat(server(One.class)).isNotSameAs(server(Other.class));
		assertThat(customizer(Other.class))
			.isEqualTo(new FakeConnectContextCustomizer(5, Renewal.NEW_PAIR_OLD_REVOKED, 3, false));
	}

	@Test
	void whenThereIsNoAnnotationThenThereIsNoCustomizer() {
		assertThat(customizer(Without.class)).isNull();
	}

	@Test
	void whenTestEndsThenFaultsAndRequestsAreCleared() throws Exception {
		TestContextManager manager = new TestContextManager(One.class);
		FakeConnectServer server = manager.getTestContext().getApplicationContext().getBean(FakeConnectServer.class);
		server.always("CreateSession", Fault.status(500));
		assertThat(RawRequest.status(server)).isEqualTo(500);
		manager.afterTestMethod(new One(), One.class.getDeclaredMethod("test"), null);
		assertThat(server.requests()).isEmpty();
		assertThat(RawRequest.status(server)).isEqualTo(400);
	}

	@Test
	void whenContextIsClosedThenServerIsClosedAfterBeans() throws Exception {
		TestContextManager manager = new TestContextManager(Closing.class);
		FakeConnectServer server = manager.getTestContext().getApplicationContext().getBean(FakeConnectServer.class);
		manager.getTestContext().markApplicationContextDirty(null);
		assertThat(Closing.Application.statusAtClose).containsExactly(400);
		int port = URI.create(server.baseUrl()).getPort();
		assertThatExceptionOfType(IOException.class).isThrownBy(() -> new Socket("127.0.0.1", port).close());
	}

	private static @Nullable ContextCustomizer customizer(Class<?> testClass) {
		return new FakeConnectContextCustomizerFactory().createContextCustomizer(testClass, List.of());
	}

	private static FakeConnectServer server(Class<?> testClass) {
		return new TestContextManager(testClass).getTestContext()
			.getApplicationContext()
			.getBean(FakeConnectServer.class);
	}

	@Configuration(proxyBeanMethods = false)
	static class Empty {

	}

	@WithFakeConnectServer
	@ContextConfiguration(classes = Empty.class)
	static class One {

		void test() {
		}

	}

	@WithFakeConnectServer
	@ContextConfiguration(classes = Empty.class)
	static class Two {

	}

	@WithFakeConnectServer(tokenLifetimeMinutes = 5, renewal = Renewal.NEW_PAIR_OLD_REVOKED, lockAccountAfter = 3,
			user = false)
	@ContextConfiguration(classes = Empty.class)
	static class Other {

	}

	static class Without {

	}

	@WithFakeConnectServer
	@ContextConfiguration
	static class Closing {

		@Configuration(proxyBeanMethods = false)
		static class Application {

			static final List<Integer> statusAtClose = new ArrayList<>();

			@Bean
			AutoCloseable user(FakeConnectServer server) {
				return () -> statusAtClose.add(RawRequest.status(server));
			}

		}

	}

}

package io.github.connectapi.autoconfigure;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import io.github.connectapi.session.ConnectSessionEvent;
import io.github.connectapi.session.ConnectSessionManager;
import io.github.connectapi.test.FakeConnectServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for session events that are published as application events.
 */
@ExtendWith(OutputCaptureExtension.class)
class SessionEventTests {

	private final FakeConnectServer server = FakeConnectServer.start();

	@AfterEach
	void close() {
		this.server.close();
	}

	@Test
	void whenASessionIsCreatedThenAnEventListenerIsCalled() {
		FakeApplication.of(this.server).withUserConfiguration(RecordingListener.class).run((context) -> {
			context.getBean(ConnectSessionManager.class).getSession();

			assertThat(context.getBean(RecordingListener.class).events.poll(20, TimeUnit.SECONDS))
				.isInstanceOf(ConnectSessionEvent.Created.class);
		});
	}

	@Test
	void whenAnEventListenerThrowsThenTheFailureIsLoggedAndTheSessionIsAvailable(CapturedOutput output) {
		FakeApplication.of(this.server).withUserConfiguration(ThrowingListener.class).run((context) -> {
			ConnectSessionManager manager = context.getBean(ConnectSessionManager.class);

			assertThat(manager.getSession()).isNotNull();
			assertThat(context.getBean(ThrowingListener.class).called.await(20, TimeUnit.SECONDS)).isTrue();
			assertThat(manager.getSession(Duration.ZERO)).isNotNull();
		});
		assertThat(output).contains("Connect session listener failed").contains("a bean of the application");
	}

	@Test
	void whenTheApplicationStopsThenNoFailureIsLogged(CapturedOutput output) {
		FakeApplication.of(this.server)
			.withUserConfiguration(RecordingListener.class)
			.run((context) -> context.getBean(ConnectSessionManager.class).getSession());

		assertThat(output).contains("Connect session manager closed").doesNotContain("listener failed");
	}

	@Configuration(proxyBeanMethods = false)
	static class RecordingListener {

		final BlockingQueue<ConnectSessionEvent> events = new LinkedBlockingQueue<>();

		@EventListener
		void on(ConnectSessionEvent.Created event) {
			this.events.add(event);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ThrowingListener {

		final CountDownLatch called = new CountDownLatch(1);

		@EventListener
		void on(ConnectSessionEvent event) {
			this.called.countDown();
			throw new IllegalStateException("a bean of the application");
		}

	}

}

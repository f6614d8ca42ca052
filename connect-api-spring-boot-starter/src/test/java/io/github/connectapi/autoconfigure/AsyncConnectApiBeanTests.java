package io.github.connectapi.autoconfigure;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.test.util.ReflectionTestUtils;

import io.github.connectapi.ConnectCallRejectedException;
import io.github.connectapi.ConnectClosedException;
import io.github.connectapi.ConnectThreadFactory;
import io.github.connectapi.call.AsyncConnectApi;
import io.github.connectapi.call.ConnectApi;
import io.github.connectapi.operation.ConnectOperations;
import io.github.connectapi.operation.ConnectRequest;
import io.github.connectapi.operation.ConnectResponse;
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.Fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

@Timeout(60)
class AsyncConnectApiBeanTests {

	private static final ConnectRequest COUNTRIES = ConnectRequest.of(ConnectOperations.GET_COUNTRIES, Map.of());

	@Test
	void whenACallIsMadeThenItUsesTheSession() {
		try (FakeConnectServer server = FakeConnectServer.start()) {
			FakeApplication.of(server).run((context) -> {
				ConnectResponse<Object> response = context.getBean(AsyncConnectApi.class)
					.exchange(COUNTRIES, Object.class)
					.toCompletableFuture()
					.join();
				assertThat(response.result()).isNotNull();
			});
			assertThat(server.count("CreateSession")).isOne();
		}
	}

	@Test
	void whenTheMaximumIsInProgressThenAFurtherCallIsRefused() {
		try (FakeConnectServer server = FakeConnectServer.start()) {
			FakeApplication.of(server)
				.withPropertyValues("getty.connect.async.max-concurrent-calls=1")
				.run((context) -> {
					AsyncConnectApi async = context.getBean(AsyncConnectApi.class);
					server.enqueue("GetCountries", Fault.block());
					CompletableFuture<?> first = async.exchange(COUNTRIES, Object.class).toCompletableFuture();
					assertThat(failure(async.exchange(COUNTRIES, Object.class)))
						.isInstanceOf(ConnectCallRejectedException.class)
						.hasMessageContaining("1 asynchronous calls are in progress");
					// A request that arrives later would remain blocked.
					server.awaitRequests("GetCountries", 1, Duration.ofSeconds(20));
					server.unblock();
					first.join();
				});
		}
	}

	@Test
	void whenNothingIsSetThenTheDefaultIsThatOfTheCore() {
		AsyncConnectApi core = AsyncConnectApi.builder(mock(ConnectApi.class)).build();
		FakeApplication.configured()
			.run((context) -> assertThat(context.getBean(AsyncConnectApi.class)).extracting("maxConcurrentCalls")
				.isEqualTo(16)
				.isEqualTo(valueOf(core)));
	}

	@Test
	void whenNoCallIsMadeThenNoThreadIsStarted() {
		FakeApplication.configured()
			.run((context) -> assertThat(context.getBean(AsyncConnectApi.class))
				.extracting("ownExecutor.largestPoolSize")
				.isEqualTo(0));
	}

	@Test
	void whenACallIsMadeThenItsThreadHasTheClassLoaderOfTheContext() {
		Thread thread = threadOfCall((context) -> context);
		assertThat(thread.getName()).startsWith("getty-connect-call-");
		assertThat(thread.getContextClassLoader()).isSameAs(AsyncConnectApiBeanTests.class.getClassLoader());
	}

	@Test
	void whenVirtualThreadsAreEnabledThenACallRunsOnOneIfThereAreAny() throws ReflectiveOperationException {
		Thread thread = threadOfCall((context) -> context.withPropertyValues("spring.threads.virtual.enabled=true"));
		assertThat(thread.isDaemon()).isTrue();
		if (ConnectThreadFactory.hasVirtualThreads()) {
			assertThat(Thread.class.getMethod("isVirtual").invoke(thread)).isEqualTo(true);
		}
	}

	@Test
	void whenTheContextIsClosedThenCallsAreInterruptedAndLaterOnesFail() {
		AtomicReference<AsyncConnectApi> closed = new AtomicReference<>();
		AtomicReference<CompletionStage<?>> inProgress = new AtomicReference<>();
		try (FakeConnectServer server = FakeConnectServer.start()) {
			FakeApplication.of(server).run((context) -> {
				AsyncConnectApi async = context.getBean(AsyncConnectApi.class);
				server.enqueue("GetCountries", Fault.block());
				inProgress.set(async.exchange(COUNTRIES, Object.class));
				closed.set(async);
			});
			assertThat(failure(inProgress.get())).isNotNull();
			server.unblock();
		}
		assertThat(failure(closed.get().exchange(COUNTRIES, Object.class))).isInstanceOf(ConnectClosedException.class);
	}

	@Test
	void whenThereIsAnAsyncApiThenTheConfiguredOneBacksOff() {
		AsyncConnectApi own = mock(AsyncConnectApi.class);
		FakeApplication.configured()
			.withBean("own", AsyncConnectApi.class, () -> own)
			.run((context) -> assertThat(context).getBean(AsyncConnectApi.class).isSameAs(own));
	}

	@Test
	void whenThereIsAnApiOfTheApplicationThenItIsUsed() {
		ConnectApi own = mock(ConnectApi.class);
		given(own.call(ConnectOperations.GET_COUNTRIES, null, String.class)).willReturn("result");
		FakeApplication.configured()
			.withBean("own", ConnectApi.class, () -> own)
			.run((context) -> assertThat(context.getBean(AsyncConnectApi.class)
				.call(ConnectOperations.GET_COUNTRIES, null, String.class)
				.toCompletableFuture()
				.join()).isEqualTo("result"));
	}

	@Test
	void whenThereAreTwoApisThenNoAsyncApiIsConfigured() {
		FakeApplication.configured()
			.withBean("one", ConnectApi.class, () -> mock(ConnectApi.class))
			.withBean("two", ConnectApi.class, () -> mock(ConnectApi.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(AsyncConnectApi.class));
	}

	private static Thread threadOfCall(UnaryOperator<ApplicationContextRunner> settings) {
		AtomicReference<Thread> thread = new AtomicReference<>();
		ConnectApi own = mock(ConnectApi.class);
		given(own.call(ConnectOperations.GET_COUNTRIES, null, String.class)).willAnswer((call) -> {
			thread.set(Thread.currentThread());
			return "result";
		});
		settings.apply(FakeApplication.configured())
			.withBean("own", ConnectApi.class, () -> own)
			.run((context) -> context.getBean(AsyncConnectApi.class)
				.call(ConnectOperations.GET_COUNTRIES, null, String.class)
				.toCompletableFuture()
				.join());
		return thread.get();
	}

	private static Throwable failure(CompletionStage<?> stage) {
		Throwable failure = catchThrowable(() -> stage.toCompletableFuture().join());
		return (failure != null) ? failure.getCause() : null;
	}

	private static Object valueOf(AsyncConnectApi api) {
		return ReflectionTestUtils.getField(api, "maxConcurrentCalls");
	}

}

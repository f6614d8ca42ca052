package io.github.connectapi.session;

import java.net.URL;
import java.net.URLClassLoader;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.github.connectapi.client.BaseUrl;
import io.github.connectapi.client.ConnectClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Code of the application sees nothing of the caller that happened to start the thread on
 * which it runs: neither inheritable thread-locals nor the context class loader.
 */
@Timeout(60)
class InheritedContextTests {

	private static final InheritableThreadLocal<String> USER = new InheritableThreadLocal<>();

	private final ClassLoader owner = new URLClassLoader(new URL[0], getClass().getClassLoader());

	private final ClassLoader before = Thread.currentThread().getContextClassLoader();

	private final Map<String, String> seen = new ConcurrentHashMap<>();

	private final ObservationRegistry registry = ObservationRegistry.create();

	private final SessionFixture fixture = SessionFixture.create();

	private final ConnectClient client = ConnectClient.builder(BaseUrl.of(this.fixture.server.baseUrl()))
		.classLoader(this.owner)
		.customizer((builder) -> builder.requestInterceptor((request, body, execution) -> {
			record("interceptor");
			return execution.execute(request, body);
		}))
		.build();

	private final ConnectSessionManager manager = ConnectSessionManager.builder(this.client, () -> {
		record("provider");
		return this.fixture.credentials.get();
	})
		.classLoader(this.owner)
		.observationRegistry(this.registry)
		.settings(SessionFixture.SETTINGS)
		.listener((event) -> record(event.getClass().getSimpleName()))
		.build();

	private void record(String code) {
		Observation current = this.registry.getCurrentObservation();
		this.seen.put(code,
				"%s %s %s".formatted(USER.get(),
						Thread.currentThread().getContextClassLoader() == this.owner ? "owner" : "caller",
						(current != null) ? current.getContext().getName() : null));
	}

	@BeforeEach
	void setUp() {
		// The first observation warms up classes, which the application does not see.
		this.registry.observationConfig().observationHandler((context) -> true);
		USER.set("alice");
		Thread.currentThread().setContextClassLoader(new URLClassLoader(new URL[0], this.before));
	}

	@AfterEach
	void close() {
		USER.remove();
		Thread.currentThread().setContextClassLoader(this.before);
		this.manager.close();
		this.client.close();
		this.fixture.close();
	}

	@Test
	void whenACallerStartsTheThreadsThenItsContextIsNotInherited() throws Exception {
		this.manager.getSessionAsync()
			.thenAccept((session) -> record("continuation"))
			.toCompletableFuture()
			.get(10, TimeUnit.SECONDS);
		await().until(() -> this.seen.containsKey("Created"));

		assertThat(this.seen.keySet()).contains("provider", "interceptor", "continuation", "Created");
		assertThat(this.seen.values()).allSatisfy((context) -> assertThat(context).startsWith("null owner"));
	}

	@Test
	void whenACallerIsObservedThenLaterRenewalsAreNotPartOfItsObservation() {
		Observation.createNotStarted("request", this.registry).observe(() -> {
			this.manager.getSession();
		});
		assertThat(this.seen.get("provider")).isEqualTo("null owner request");
		this.seen.clear();
		this.manager.renew();
		await().until(() -> this.seen.containsKey("Renewed"));

		assertThat(this.seen.get("provider")).isEqualTo("null owner null");
		assertThat(this.seen.get("Renewed")).isEqualTo("null owner null");
	}

	@Test
	void whenNoClassLoaderIsSetThenItIsThatOfTheThreadThatBuilds() {
		ClassLoader builder = Thread.currentThread().getContextClassLoader();
		Map<String, ClassLoader> loaders = new ConcurrentHashMap<>();
		try (ConnectSessionManager built = ConnectSessionManager.builder(this.client, () -> {
			loaders.put("provider", Thread.currentThread().getContextClassLoader());
			return this.fixture.credentials.get();
		}).build()) {
			Thread.currentThread().setContextClassLoader(this.before);
			assertThat(built.getSession(Duration.ofSeconds(10))).isNotNull();
		}

		assertThat(loaders).containsEntry("provider", builder);
	}

}

package io.github.connectapi.client;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.Fault;
import io.github.connectapi.transport.Transport;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Components that are created with the first exchange, so that they do not delay the
 * start of an application.
 */
@Timeout(60)
class FirstExchangeTests {

	@Test
	void whenAClientIsBuiltThenNeitherJacksonNorARestClientIsLoaded() throws Throwable {
		RecordingClassLoader loader = new RecordingClassLoader();
		Class<?> baseUrl = loader.loadClass(BaseUrl.class.getName());
		Object builder = loader.loadClass(ConnectClient.class.getName())
			.getMethod("builder", baseUrl)
			.invoke(null, baseUrl.getMethod("of", String.class).invoke(null, BaseUrl.DEFAULT));
		// Not by reflection, which would load the types of all methods.
		MethodType type = MethodType.methodType(loader.loadClass(ConnectClient.class.getName()));
		MethodHandles.publicLookup().findVirtual(builder.getClass(), "build", type).invoke(builder);
		assertThat(loader.requested).contains(Transport.class.getName())
			.noneMatch((name) -> name.startsWith("tools.jackson."))
			.noneMatch((name) -> name.startsWith("org.springframework.web.client.DefaultRestClient"));
	}

	@Test
	void whenTheBuilderIsChangedAfterBuildThenTheClientIsUnchanged() {
		try (FakeConnectServer server = FakeConnectServer.builder().https(false).start()) {
			server.enqueue("CreateSession", Fault.status(503).retryAfter("Mon, 01 Jun 2015 12:00:07 GMT"));
			ConnectClientBuilder builder = ConnectClient.builder(BaseUrl.of(server.baseUrl()))
				.responseTimeout(ClientFixture.LONG)
				.clock(() -> Instant.parse("2015-06-01T12:00:00Z"));
			try (ConnectClient client = builder.build()) {
				builder.clock(() -> Instant.parse("2015-06-01T11:59:00Z"));
				assertThat(ClientFixture.failure(client).retryAfter()).hasValue(Duration.ofSeconds(7));
			}
		}
	}

	/** Reloads the classes of this library and of Spring, and records requested names. */
	private static final class RecordingClassLoader extends ClassLoader {

		final List<String> requested = new ArrayList<>();

		RecordingClassLoader() {
			super(FirstExchangeTests.class.getClassLoader());
		}

		@Override
		protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
			this.requested.add(name);
			if (!name.startsWith("io.github.connectapi.") && !name.startsWith("org.springframework.")) {
				return super.loadClass(name, resolve);
			}
			Class<?> loaded = findLoadedClass(name);
			return (loaded != null) ? loaded : define(name);
		}

		private Class<?> define(String name) throws ClassNotFoundException {
			try (InputStream file = getResourceAsStream(name.replace('.', '/') + ".class")) {
				byte[] bytes = Objects.requireNonNull(file, name).readAllBytes();
				return defineClass(name, bytes, 0, bytes.length);
			}
			catch (IOException | NullPointerException ex) {
				throw new ClassNotFoundException(name, ex);
			}
		}

	}

}

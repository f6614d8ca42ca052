package io.github.connectapi.autoconfigure;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for an application whose class path contains only the starter.
 */
class MinimalClassPathTests {

	private static final List<String> ABSENT = List.of("spring-boot-health", "spring-boot-actuator", "micrometer-core",
			"servlet-api", "connect-api-test", "spring-cloud", "spring-boot-test", "spring-test", "junit", "mockito",
			"assertj", "aspectj");

	private static final String SESSION_PACKAGE = "io.github.connectapi.session.";

	private static final String STORE_PACKAGE = "io.github.connectapi.store.";

	@Test
	void whenActuatorIsAbsentThenTheApplicationStarts() throws Exception {
		try (RecordingClassLoader loader = new RecordingClassLoader()) {
			ClassLoader before = Thread.currentThread().getContextClassLoader();
			Thread.currentThread().setContextClassLoader(loader);
			try {
				assertThat(run(loader)).isEqualTo("NONE, no health");
				assertThat(loader.loaded).contains(SESSION_PACKAGE + "ConnectSessionManager")
					.filteredOn((name) -> name.startsWith(STORE_PACKAGE))
					.isEmpty();
			}
			finally {
				Thread.currentThread().setContextClassLoader(before);
			}
		}
	}

	private static Object run(ClassLoader loader) throws ReflectiveOperationException {
		Class<?> application = loader.loadClass(MinimalApplication.class.getName());
		return application.getMethod("start").invoke(null);
	}

	private static URL[] classPath() {
		String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
		return Stream.of(classPath.split(File.pathSeparator))
			.filter((entry) -> ABSENT.stream().noneMatch(Path.of(entry).getFileName().toString()::contains))
			.map(MinimalClassPathTests::url)
			.toArray(URL[]::new);
	}

	private static URL url(String entry) {
		try {
			return Path.of(entry).toUri().toURL();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Records the names of the classes that it loads. */
	private static final class RecordingClassLoader extends URLClassLoader {

		private final Set<String> loaded = ConcurrentHashMap.newKeySet();

		RecordingClassLoader() {
			super(classPath(), ClassLoader.getPlatformClassLoader());
		}

		@Override
		protected Class<?> findClass(String name) throws ClassNotFoundException {
			this.loaded.add(name);
			return super.findClass(name);
		}

	}

}

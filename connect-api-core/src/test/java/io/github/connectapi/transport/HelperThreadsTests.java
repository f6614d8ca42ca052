package io.github.connectapi.transport;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(30)
class HelperThreadsTests {

	private static final InheritableThreadLocal<String> SECRET = new InheritableThreadLocal<>();

	private final HelperThreads threads = new HelperThreads();

	@Test
	void whenStartedThenNothingIsInherited() throws Exception {
		assertInheritsNothing((task) -> this.threads.start(task));
		assertInheritsNothing((task) -> this.threads.startPlatform(task));
	}

	@Test
	@EnabledForJreRange(min = JRE.JAVA_21)
	void whenVirtualThreadsExistThenTheyAreUsed() throws Exception {
		Thread thread = this.threads.start(() -> {
		});
		assertThat(Thread.class.getMethod("isVirtual").invoke(thread)).isEqualTo(true);
		assertThat(HelperThreads.areVirtual()).isTrue();
		assertThat(thread.getName()).startsWith("getty-connect-http-");
	}

	@Test
	void whenAPlatformThreadIsStartedThenItIsADaemon() throws IOException {
		assertThat(this.threads.startPlatform(() -> {
		}).isDaemon()).isTrue();
	}

	private static void assertInheritsNothing(Starter starter) throws Exception {
		CompletableFuture<String> value = new CompletableFuture<>();
		CompletableFuture<ClassLoader> loader = new CompletableFuture<>();
		ClassLoader before = Thread.currentThread().getContextClassLoader();
		SECRET.set("secret");
		try (URLClassLoader application = new URLClassLoader(new URL[0], before)) {
			Thread.currentThread().setContextClassLoader(application);
			starter.start(() -> {
				value.complete(String.valueOf(SECRET.get()));
				loader.complete(Thread.currentThread().getContextClassLoader());
			});
			assertThat(value.get()).isEqualTo("null");
			assertThat(loader.get()).isSameAs(Transport.class.getClassLoader());
		}
		finally {
			SECRET.remove();
			Thread.currentThread().setContextClassLoader(before);
		}
	}

	private interface Starter {

		Thread start(Runnable task) throws IOException;

	}

}

package io.github.connectapi.transport;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(30)
class HelperThreadsTests {

	private static final InheritableThreadLocal<String> SECRET = new InheritableThreadLocal<>();

	private static final ClassLoader OWNER = new URLClassLoader(new URL[0]);

	private final HelperThreads threads = HelperThreads.create(OWNER);

	@AfterEach
	void close() {
		this.threads.close();
	}

	@Test
	void whenStartedThenNothingIsInherited() throws Exception {
		assertInheritsNothing(this.threads.timer());
		assertInheritsNothing(this.threads.connecting());
		assertInheritsNothing(this.threads.lookups());
	}

	@Test
	@EnabledForJreRange(min = JRE.JAVA_21)
	void whenVirtualThreadsExistThenTheyAreUsedToConnect() throws Exception {
		Thread thread = run(this.threads.connecting());
		assertThat(Thread.class.getMethod("isVirtual").invoke(thread)).isEqualTo(true);
		assertThat(HelperThreads.maxConnecting()).isEqualTo(10_000);
	}

	@Test
	void whenAThreadIsStartedThenItIsANamedDaemon() throws Exception {
		for (Executor executor : new Executor[] { this.threads.timer(), this.threads.connecting(),
				this.threads.lookups() }) {
			Thread thread = run(executor);
			assertThat(thread.isDaemon()).isTrue();
			assertThat(thread.getName()).startsWith("getty-connect-http-");
		}
	}

	@Test
	void whenAThreadIsNotNeededThenItEnds() throws Exception {
		run(this.threads.timer()).join();
		run(this.threads.connecting()).join();
		run(this.threads.lookups()).join();
	}

	private static Thread run(Executor executor) throws Exception {
		CompletableFuture<Thread> thread = new CompletableFuture<>();
		executor.execute(() -> thread.complete(Thread.currentThread()));
		return thread.get();
	}

	private static void assertInheritsNothing(Executor executor) throws Exception {
		CompletableFuture<String> value = new CompletableFuture<>();
		CompletableFuture<ClassLoader> loader = new CompletableFuture<>();
		ClassLoader before = Thread.currentThread().getContextClassLoader();
		SECRET.set("secret");
		try (URLClassLoader application = new URLClassLoader(new URL[0], before)) {
			Thread.currentThread().setContextClassLoader(application);
			executor.execute(() -> {
				value.complete(String.valueOf(SECRET.get()));
				loader.complete(Thread.currentThread().getContextClassLoader());
			});
			assertThat(value.get()).isEqualTo("null");
			assertThat(loader.get()).isSameAs(OWNER);
		}
		finally {
			SECRET.remove();
			Thread.currentThread().setContextClassLoader(before);
		}
	}

}

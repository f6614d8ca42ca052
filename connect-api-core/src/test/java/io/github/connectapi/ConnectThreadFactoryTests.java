package io.github.connectapi;

import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadPoolExecutor;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Threads inherit nothing from the thread that creates them.
 */
@Timeout(30)
class ConnectThreadFactoryTests {

	private static final ConnectThreadFactory FACTORY = ConnectThreadFactory.platform("getty-connect-test-", null);

	@Test
	void whenTheCreatorHasAnotherPriorityAndGroupThenTheyAreNotInherited() throws Exception {
		ThreadGroup group = new ThreadGroup("of the first caller");
		CompletableFuture<Thread> created = new CompletableFuture<>();
		Thread creator = new Thread(group, () -> created.complete(FACTORY.newThread(() -> {
		})));
		creator.setPriority(Thread.MIN_PRIORITY);
		creator.start();
		Thread thread = created.get();

		assertThat(thread.getPriority()).isEqualTo(Thread.NORM_PRIORITY);
		assertThat(thread.getThreadGroup()).isNotSameAs(group);
		assertThat(thread.isDaemon()).isTrue();
	}

	@Test
	void whenTheClassesOfTheCreatorAreNotNeededThenTheyAreUnloaded() throws Exception {
		ThreadPoolExecutor executor = FACTORY.newFixedPool(1, Duration.ofMinutes(1), 1);
		try {
			WeakReference<ClassLoader> loader = FirstCaller.call(FirstCaller.class, executor);

			await().untilAsserted(() -> {
				System.gc();
				assertThat(loader.get()).isNull();
			});
			assertThat(executor.getPoolSize()).isOne();
		}
		finally {
			executor.shutdownNow();
		}
	}

	@Test
	void whenThreadsAreIdleThenTheyEnd() throws Exception {
		ThreadPoolExecutor[] executors = { FACTORY.newCachedPool(Duration.ofMillis(1)),
				FACTORY.newFixedPool(2, Duration.ofMillis(1), 1), FACTORY.newTimer(Duration.ofMillis(1)) };
		for (ThreadPoolExecutor executor : executors) {
			executor.submit(() -> {
			}).get();

			await().until(() -> executor.getPoolSize() == 0);
			executor.shutdown();
		}
	}

	/** Starts a thread from a class of a class loader of its own. */
	public static final class FirstCaller {

		private static final InheritableThreadLocal<Object> VALUE = new InheritableThreadLocal<>();

		private FirstCaller() {
		}

		public static void start(Executor executor) {
			VALUE.set(new FirstCaller());
			CompletableFuture<Void> done = new CompletableFuture<>();
			executor.execute(() -> done.complete(null));
			done.join();
		}

		static WeakReference<ClassLoader> call(Class<?> caller, Executor executor) throws Exception {
			URL[] classes = { caller.getProtectionDomain().getCodeSource().getLocation() };
			URLClassLoader loader = new OwnClassLoader(classes, caller);
			Thread thread = new Thread(() -> {
				try {
					loader.loadClass(caller.getName()).getMethod("start", Executor.class).invoke(null, executor);
				}
				catch (ReflectiveOperationException ex) {
					throw new IllegalStateException(ex);
				}
			});
			thread.setContextClassLoader(loader);
			thread.start();
			thread.join();
			loader.close();
			return new WeakReference<>(loader);
		}

	}

	/** Loads one class itself. */
	private static final class OwnClassLoader extends URLClassLoader {

		private final String name;

		OwnClassLoader(URL[] classes, Class<?> own) {
			super(classes, own.getClassLoader());
			this.name = own.getName();
		}

		@Override
		protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
			if (!name.equals(this.name)) {
				return super.loadClass(name, resolve);
			}
			Class<?> loaded = findLoadedClass(name);
			return (loaded != null) ? loaded : findClass(name);
		}

	}

}

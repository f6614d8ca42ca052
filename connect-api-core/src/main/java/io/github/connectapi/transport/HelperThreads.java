package io.github.connectapi.transport;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;

import org.springframework.aot.hint.ExecutableMode;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/**
 * Daemon threads that inherit neither thread-locals nor the context class loader of the
 * thread that starts them. They end when they are not needed.
 *
 * @param timer runs checks at a later time, on one thread
 * @param connecting runs what may block while connecting, on virtual threads from Java 21
 * on
 * @param lookups looks up hosts, which cannot be interrupted, on a few platform threads
 */
record HelperThreads(ScheduledExecutorService timer, ExecutorService connecting,
		ExecutorService lookups) implements AutoCloseable {

	private static final int MAX_LOOKUPS = 4;

	private static final String NAME_PREFIX = "getty-connect-http-";

	private static final String OF_VIRTUAL_TYPE = "java.lang.Thread$Builder$OfVirtual";

	/** {@code Thread.ofVirtual()}, or null before Java 21. */
	private static final @Nullable Method OF_VIRTUAL = (Runtime.version().feature() >= 21)
			? ReflectionUtils.findMethod(Thread.class, "ofVirtual") : null;

	private static final AtomicInteger NUMBER = new AtomicInteger();

	static HelperThreads create() {
		ThreadFactory platform = inheritNothing(
				(task) -> new Thread(null, task, NAME_PREFIX + NUMBER.incrementAndGet(), 0, false));
		ThreadFactory connecting = (OF_VIRTUAL != null) ? inheritNothing(virtualThreads(OF_VIRTUAL)) : platform;
		ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, platform) {
			@Override
			public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
				// If no thread can be started, the command must not be queued.
				prestartCoreThread();
				return super.schedule(command, delay, unit);
			}
		};
		ThreadPoolExecutor lookups = new ThreadPoolExecutor(MAX_LOOKUPS, MAX_LOOKUPS, 1, TimeUnit.SECONDS,
				new LinkedBlockingQueue<>(), platform);
		timer.setRemoveOnCancelPolicy(true);
		timer.setKeepAliveTime(1, TimeUnit.SECONDS);
		timer.allowCoreThreadTimeOut(true);
		lookups.allowCoreThreadTimeOut(true);
		return new HelperThreads(timer,
				new ThreadPoolExecutor(0, Integer.MAX_VALUE, 1, TimeUnit.SECONDS, new SynchronousQueue<>(), connecting),
				lookups);
	}

	/**
	 * Return how many threads may connect at a time.
	 * @return the number, which is low if they are platform threads
	 */
	static int maxConnecting() {
		return (OF_VIRTUAL != null) ? 10_000 : 64;
	}

	/** Interrupt and end all threads, without waiting for them. */
	@Override
	public void close() {
		this.timer.shutdownNow();
		this.connecting.shutdownNow();
		this.lookups.shutdownNow();
	}

	/** Runtime hints for native images: virtual threads are created by reflection. */
	static final class Hints implements RuntimeHintsRegistrar {

		@Override
		public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
			hints.reflection()
				.registerTypeIfPresent(classLoader, OF_VIRTUAL_TYPE, MemberCategory.INVOKE_PUBLIC_METHODS)
				.registerTypeIfPresent(classLoader, "java.lang.Thread$Builder", MemberCategory.INVOKE_PUBLIC_METHODS)
				.registerType(Thread.class, (type) -> type.withMethod("ofVirtual", List.of(), ExecutableMode.INVOKE));
		}

	}

	private static ThreadFactory inheritNothing(ThreadFactory threads) {
		return (task) -> {
			Thread thread = threads.newThread(task);
			thread.setDaemon(true);
			thread.setContextClassLoader(HelperThreads.class.getClassLoader());
			return thread;
		};
	}

	private static ThreadFactory virtualThreads(Method ofVirtual) {
		Class<?> type = ClassUtils.resolveClassName(OF_VIRTUAL_TYPE, null);
		Object builder = invoke(ofVirtual, null);
		builder = invoke(method(type, "inheritInheritableThreadLocals", boolean.class), builder, false);
		builder = invoke(method(type, "name", String.class, long.class), builder, NAME_PREFIX, 1L);
		return (ThreadFactory) invoke(method(type, "factory"), builder);
	}

	private static Method method(Class<?> type, String name, Class<?>... parameterTypes) {
		return Objects.requireNonNull(ReflectionUtils.findMethod(type, name, parameterTypes), name);
	}

	private static Object invoke(Method method, @Nullable Object target, Object... arguments) {
		return Objects.requireNonNull(ReflectionUtils.invokeMethod(method, target, arguments));
	}

}

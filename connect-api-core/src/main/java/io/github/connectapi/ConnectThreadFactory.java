package io.github.connectapi;

import java.lang.reflect.Method;
import java.security.AccessController;
import java.security.PrivilegedAction;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.LinkedBlockingQueue;
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
 * Creates daemon threads that inherit nothing from the thread that creates them: neither
 * thread-locals nor the context class loader, thread group, priority or access control
 * context. They outlive their creator, which is any caller of the application. Also
 * creates executors, whose threads end when they are idle.
 */
@Internal
public final class ConnectThreadFactory implements ThreadFactory {

	private static final String OF_VIRTUAL_TYPE = "java.lang.Thread$Builder$OfVirtual";

	/** {@code Thread.ofVirtual()}, or null before Java 21. */
	private static final @Nullable Method OF_VIRTUAL = (Runtime.version().feature() >= 21)
			? ReflectionUtils.findMethod(Thread.class, "ofVirtual") : null;

	private static final ThreadGroup ROOT_GROUP = rootGroup();

	private final ThreadFactory threads;

	private final @Nullable ClassLoader classLoader;

	private ConnectThreadFactory(ThreadFactory threads, @Nullable ClassLoader classLoader) {
		this.threads = threads;
		this.classLoader = classLoader;
	}

	/**
	 * Create a factory of platform threads.
	 * @param namePrefix the prefix of their names, which a number follows
	 * @param classLoader their context class loader; null for that of the system
	 * @return the factory
	 */
	public static ConnectThreadFactory platform(String namePrefix, @Nullable ClassLoader classLoader) {
		AtomicInteger number = new AtomicInteger();
		return new ConnectThreadFactory((task) -> platformThread(task, namePrefix + number.incrementAndGet()),
				classLoader);
	}

	/**
	 * Create a factory of virtual threads, or of platform threads before Java 21.
	 * @param namePrefix the prefix of their names, which a number follows
	 * @param classLoader their context class loader; null for that of the system
	 * @return the factory
	 */
	public static ConnectThreadFactory virtual(String namePrefix, @Nullable ClassLoader classLoader) {
		return (OF_VIRTUAL != null) ? new ConnectThreadFactory(virtualThreads(OF_VIRTUAL, namePrefix), classLoader)
				: platform(namePrefix, classLoader);
	}

	/**
	 * Return whether there are virtual threads.
	 * @return whether there are virtual threads
	 */
	public static boolean hasVirtualThreads() {
		return OF_VIRTUAL != null;
	}

	@Override
	public Thread newThread(Runnable task) {
		Thread thread = this.threads.newThread(task);
		thread.setDaemon(true);
		thread.setContextClassLoader(this.classLoader);
		return thread;
	}

	/**
	 * Create an executor that starts a thread for each task, if none is idle.
	 * @param keepAlive how long a thread may be idle
	 * @return the executor
	 */
	public ThreadPoolExecutor newCachedPool(Duration keepAlive) {
		return new ThreadPoolExecutor(0, Integer.MAX_VALUE, keepAlive.toNanos(), TimeUnit.NANOSECONDS,
				new SynchronousQueue<>(), this);
	}

	/**
	 * Create an executor with a maximum number of threads, for which further tasks wait.
	 * @param threads the maximum number of threads
	 * @param keepAlive how long a thread may be idle
	 * @param maxQueued how many tasks may wait; others are rejected
	 * @return the executor
	 */
	public ThreadPoolExecutor newFixedPool(int threads, Duration keepAlive, int maxQueued) {
		ThreadPoolExecutor executor = new ThreadPoolExecutor(threads, threads, keepAlive.toNanos(),
				TimeUnit.NANOSECONDS, new LinkedBlockingQueue<>(maxQueued), this);
		executor.allowCoreThreadTimeOut(true);
		return executor;
	}

	/**
	 * Create an executor with one thread for tasks at a later time.
	 * @param keepAlive how long the thread may be idle when no task is scheduled
	 * @return the executor
	 */
	public ScheduledThreadPoolExecutor newTimer(Duration keepAlive) {
		ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, this) {
			@Override
			public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
				// If no thread can be started, the command must not be queued.
				prestartCoreThread();
				return super.schedule(command, delay, unit);
			}
		};
		timer.setRemoveOnCancelPolicy(true);
		timer.setKeepAliveTime(keepAlive.toNanos(), TimeUnit.NANOSECONDS);
		timer.allowCoreThreadTimeOut(true);
		return timer;
	}

	// Java 17 stores the access control context of the creator in a thread, which refers
	// to the class loaders of all classes on its stack.
	@SuppressWarnings({ "removal", "ThreadPriorityCheck" })
	private static Thread platformThread(Runnable task, String name) {
		Thread thread = AccessController
			.doPrivileged((PrivilegedAction<Thread>) () -> new Thread(ROOT_GROUP, task, name, 0, false));
		thread.setPriority(Thread.NORM_PRIORITY);
		return thread;
	}

	private static ThreadGroup rootGroup() {
		ThreadGroup group = Thread.currentThread().getThreadGroup();
		while (group.getParent() != null) {
			group = group.getParent();
		}
		return group;
	}

	private static ThreadFactory virtualThreads(Method ofVirtual, String namePrefix) {
		Class<?> type = ClassUtils.resolveClassName(OF_VIRTUAL_TYPE, null);
		Object builder = invoke(ofVirtual, null);
		builder = invoke(method(type, "inheritInheritableThreadLocals", boolean.class), builder, false);
		builder = invoke(method(type, "name", String.class, long.class), builder, namePrefix, 1L);
		return (ThreadFactory) invoke(method(type, "factory"), builder);
	}

	private static Method method(Class<?> type, String name, Class<?>... parameterTypes) {
		return Objects.requireNonNull(ReflectionUtils.findMethod(type, name, parameterTypes), name);
	}

	private static Object invoke(Method method, @Nullable Object target, Object... arguments) {
		return Objects.requireNonNull(ReflectionUtils.invokeMethod(method, target, arguments));
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

}

package io.github.connectapi.transport;

import java.io.IOException;
import java.lang.reflect.Method;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;

import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/**
 * Starts daemon threads that inherit neither thread-locals nor the context class loader
 * of the thread that starts them.
 */
final class HelperThreads {

	private static final String NAME_PREFIX = "getty-connect-http-";

	/** {@code Thread.ofVirtual()}, or null before Java 21. */
	private static final @Nullable Method OF_VIRTUAL = ReflectionUtils.findMethod(Thread.class, "ofVirtual");

	private final AtomicInteger number = new AtomicInteger();

	/**
	 * Return whether {@link #start} starts virtual threads.
	 * @return false before Java 21
	 */
	static boolean areVirtual() {
		return OF_VIRTUAL != null;
	}

	/**
	 * Start a virtual thread, or a platform thread before Java 21.
	 * @param task the task
	 * @return the thread
	 * @throws IOException if no thread can be started
	 */
	Thread start(Runnable task) throws IOException {
		return (OF_VIRTUAL != null) ? start(createVirtual(OF_VIRTUAL, task)) : startPlatform(task);
	}

	/**
	 * Start a platform thread.
	 * @param task the task
	 * @return the thread
	 * @throws IOException if no thread can be started
	 */
	Thread startPlatform(Runnable task) throws IOException {
		Thread thread = new Thread(null, task, NAME_PREFIX + this.number.incrementAndGet(), 0, false);
		thread.setDaemon(true);
		return start(thread);
	}

	private static Thread start(Thread thread) throws IOException {
		thread.setContextClassLoader(HelperThreads.class.getClassLoader());
		try {
			thread.start();
			return thread;
		}
		catch (OutOfMemoryError ex) {
			if (String.valueOf(ex.getMessage()).startsWith("unable to create")) {
				throw new TransportException("no thread could be started");
			}
			throw ex;
		}
	}

	private Thread createVirtual(Method ofVirtual, Runnable task) {
		Class<?> type = ClassUtils.resolveClassName("java.lang.Thread$Builder$OfVirtual", null);
		Object builder = invoke(ofVirtual, null);
		builder = invoke(method(type, "inheritInheritableThreadLocals", boolean.class), builder, false);
		builder = invoke(method(type, "name", String.class), builder, NAME_PREFIX + this.number.incrementAndGet());
		return (Thread) invoke(method(type, "unstarted", Runnable.class), builder, task);
	}

	private static Method method(Class<?> type, String name, Class<?> parameterType) {
		return Objects.requireNonNull(ReflectionUtils.findMethod(type, name, parameterType), name);
	}

	private static Object invoke(Method method, @Nullable Object target, Object... arguments) {
		return Objects.requireNonNull(ReflectionUtils.invokeMethod(method, target, arguments));
	}

}

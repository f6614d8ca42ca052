package io.github.connectapi.benchmarks;

import java.lang.reflect.Method;
import java.util.concurrent.ThreadFactory;

import org.jspecify.annotations.Nullable;

/**
 * Creates factories of platform and virtual threads. Virtual threads are created by
 * reflection, because this module is compiled for Java 17.
 */
final class ThreadFactories {

	private ThreadFactories() {
	}

	static ThreadFactory platform() {
		return Thread::new;
	}

	/** Return null before JDK 21. */
	static @Nullable ThreadFactory virtual() {
		try {
			Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
			Method factory = Class.forName("java.lang.Thread$Builder").getMethod("factory");
			return (ThreadFactory) factory.invoke(builder);
		}
		catch (ReflectiveOperationException ex) {
			return null;
		}
	}

}

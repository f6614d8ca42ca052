package io.github.connectapi.benchmarks;

import java.lang.reflect.Method;
import java.util.concurrent.ThreadFactory;

import org.jspecify.annotations.Nullable;

/**
 * Threads of either kind; virtual ones by reflection, because this is compiled for 17.
 */
final class Threads {

	private Threads() {
	}

	static ThreadFactory platform() {
		return Thread::new;
	}

	/** Answers null before JDK 21. */
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

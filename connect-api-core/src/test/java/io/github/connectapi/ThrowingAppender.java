package io.github.connectapi;

import java.util.function.Supplier;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Log appender that fails for each line of the library, from level DEBUG.
 */
public final class ThrowingAppender extends AppenderBase<ILoggingEvent> implements AutoCloseable {

	private final Logger logger = ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger("io.github.connectapi");

	private final @Nullable Level level = this.logger.getLevel();

	private final Supplier<Throwable> failure;

	private volatile int lines;

	/**
	 * Attach an appender.
	 * @param failure supplies what is thrown
	 */
	public ThrowingAppender(Supplier<Throwable> failure) {
		this.failure = failure;
		this.logger.setLevel(Level.DEBUG);
		this.logger.addAppender(this);
	}

	/**
	 * Return how many lines failed.
	 * @return the number
	 */
	public int lines() {
		return this.lines;
	}

	@Override
	public synchronized void doAppend(ILoggingEvent event) {
		// The superclass suppresses exceptions.
		this.lines++;
		throw sneaky(this.failure.get());
	}

	@Override
	protected void append(ILoggingEvent event) {
		// Not called.
	}

	@SuppressWarnings("unchecked")
	private static <T extends Throwable> T sneaky(Throwable failure) throws T {
		throw (T) failure;
	}

	@Override
	public void close() {
		this.logger.detachAppender(this);
		this.logger.setLevel(this.level);
	}

}

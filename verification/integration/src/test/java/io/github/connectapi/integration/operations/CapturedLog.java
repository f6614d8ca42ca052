package io.github.connectapi.integration.operations;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import org.slf4j.LoggerFactory;

import io.github.connectapi.ErrorSuppressingLog;

/**
 * The log events of all modules, from level DEBUG, with the statement that logged each.
 */
final class CapturedLog implements AutoCloseable {

	private final Logger logger = (Logger) LoggerFactory.getLogger("io.github.connectapi");

	private final List<Entry> entries = new CopyOnWriteArrayList<>();

	private final AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {

		@Override
		protected void append(ILoggingEvent event) {
			CapturedLog.this.entries.add(Entry.of(event));
		}

	};

	private CapturedLog() {
		attach();
	}

	static CapturedLog start() {
		return new CapturedLog();
	}

	/** Capture again after the start of an application has reset the logging system. */
	void attach() {
		this.logger.setLevel(Level.DEBUG);
		this.appender.setContext(this.logger.getLoggerContext());
		this.appender.start();
		this.logger.addAppender(this.appender);
	}

	boolean contains(String text) {
		return this.entries.stream().anyMatch((entry) -> entry.message().contains(text));
	}

	List<String> messages() {
		return this.entries.stream().map(Entry::message).toList();
	}

	/** Return the entries, one for each level, logger, text and list of keys. */
	List<Entry> distinctEntries() {
		Set<String> kinds = new TreeSet<>();
		return this.entries.stream().filter((entry) -> kinds.add(entry.kind())).toList();
	}

	/** Return the log statements that were executed, as {@code <class>:<line>}. */
	Set<String> statements() {
		return this.entries.stream().map(Entry::statement).collect(Collectors.toCollection(TreeSet::new));
	}

	@Override
	public void close() {
		this.logger.detachAppender(this.appender);
		this.logger.setLevel(null);
	}

	/**
	 * A log event.
	 *
	 * @param level the level
	 * @param logger the simple name of the logger
	 * @param message the formatted message
	 * @param statement the statement that logged it, as {@code <class>:<line>}
	 */
	record Entry(String level, String logger, String message, String statement) {

		private static final Pattern KEY = Pattern.compile("(\\w+)=");

		static Entry of(ILoggingEvent event) {
			StackTraceElement caller = Stream.of(event.getCallerData())
				.dropWhile((frame) -> frame.getClassName().equals(ErrorSuppressingLog.class.getName()))
				.findFirst()
				.orElseThrow();
			return new Entry(event.getLevel().toString(),
					event.getLoggerName().substring(event.getLoggerName().lastIndexOf('.') + 1),
					event.getFormattedMessage(), caller.getClassName() + ":" + caller.getLineNumber());
		}

		/** Return the text before the details. */
		String sentence() {
			return this.message.split(": ", 2)[0];
		}

		/** Return the keys of the details. */
		List<String> keys() {
			String[] parts = this.message.split(": ", 2);
			String details = (parts.length > 1) ? parts[1].replaceAll("\"[^\"]*\"", "") : "";
			return KEY.matcher(details).results().map((key) -> key.group(1)).toList();
		}

		private String kind() {
			return this.level + " " + this.logger + " " + sentence() + " " + keys();
		}

	}

}

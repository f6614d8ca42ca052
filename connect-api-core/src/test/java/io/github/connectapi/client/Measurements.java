package io.github.connectapi.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.LongBinaryOperator;
import java.util.stream.Collectors;

/**
 * Writes measurements to {@code target/security-figures-*.txt}, one file for each JVM of
 * the tests, for {@code docs/security.md}.
 */
final class Measurements {

	private static final Path FILE = Path.of("target",
			"security-figures-%s.txt".formatted(System.getProperty("test.fork", "1")));

	private static final Map<String, Long> VALUES = new ConcurrentSkipListMap<>();

	private Measurements() {
	}

	static void count(String name, long times) {
		put(name, times, Long::sum);
	}

	static void max(String name, long value) {
		put("maximum, " + name, value, Math::max);
	}

	private static synchronized void put(String name, long value, LongBinaryOperator both) {
		VALUES.merge(name, value, (a, b) -> both.applyAsLong(a, b));
		try {
			Files.writeString(FILE,
					VALUES.entrySet()
						.stream()
						.map((entry) -> entry.getKey() + ": " + entry.getValue() + "\n")
						.collect(Collectors.joining()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}

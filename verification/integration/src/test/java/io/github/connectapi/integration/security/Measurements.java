package io.github.connectapi.integration.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;

/**
 * Writes measured values to {@code target/security-figures-*.txt}, one file for each JVM
 * of the tests, for {@code docs/security.md}.
 */
final class Measurements {

	private static final Path FILE = Path.of("target",
			"security-figures-%s.txt".formatted(System.getProperty("test.fork", "1")));

	private static final Map<String, Long> VALUES = new ConcurrentSkipListMap<>();

	private Measurements() {
	}

	/** Add to the value that has a name, and write all values. */
	static synchronized void add(String name, long value) {
		VALUES.merge(name, value, Long::sum);
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

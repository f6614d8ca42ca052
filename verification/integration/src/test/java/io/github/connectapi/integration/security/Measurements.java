package io.github.connectapi.integration.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;

/**
 * The measured values, written to {@code target/security-figures.txt} for
 * {@code docs/security.md}.
 */
final class Measurements {

	private static final Map<String, Long> VALUES = new ConcurrentSkipListMap<>();

	private Measurements() {
	}

	/** Add to the value that has a name, and write all values. */
	static synchronized void add(String name, long value) {
		VALUES.merge(name, value, Long::sum);
		try {
			Files.writeString(Path.of("target", "security-figures.txt"),
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

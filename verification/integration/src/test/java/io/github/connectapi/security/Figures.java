package io.github.connectapi.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;

/**
 * What was measured, written into {@code target/security-figures.txt} for
 * {@code docs/security.md}.
 */
final class Figures {

	private static final Map<String, Long> VALUES = new ConcurrentSkipListMap<>();

	private Figures() {
	}

	static synchronized void count(String name, long times) {
		VALUES.merge(name, times, Long::sum);
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

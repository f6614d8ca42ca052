package io.github.connectapi.fleet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * Table of the rows of this run, in {@code target/fleet.md}.
 */
final class FleetReport {

	private static final Path FILE = Path.of("target", "fleet.md");

	private static final String HEADER = """
			Expected and measured: logins / renewals / failed calls. Seconds include the start of the JVMs.

			| row | store | expected | measured | seconds | |
			|---|---|---|---|---|---|
			""";

	private static final Map<String, String> ROWS = new TreeMap<>();

	private FleetReport() {
	}

	/**
	 * Add a row.
	 * @param expected what the row allows; null if the row ended before it was checked
	 */
	static void add(String row, StoreUnderTest store, Expectation expected, Measurement measured) {
		boolean red = expected == null || !expected.isMetBy(measured);
		write(row, store,
				"%s | %d / %d / %d | %.1f | %s".formatted((expected != null) ? expected : "", measured.logins(),
						measured.renewals(), measured.failedCalls(), measured.duration().toMillis() / 1000.0,
						red ? "RED" : ""));
	}

	static void skip(String row, StoreUnderTest store) {
		write(row, store, "| | | SKIPPED");
	}

	private static synchronized void write(String row, StoreUnderTest store, String columns) {
		ROWS.put(row + store, "| %s | %s | %s |%n".formatted(row, store, columns));
		try {
			Files.writeString(FILE, HEADER + String.join("", ROWS.values()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}

package io.github.connectapi.fleet.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

import org.opentest4j.TestAbortedException;

/**
 * The programs of servers that are installed on this machine.
 */
final class ServerPrograms {

	private static final Path POSTGRESQL = Path.of("/usr/lib/postgresql");

	private ServerPrograms() {
	}

	/** Return a program. If it is not installed, skip the test. */
	static Path require(String name) {
		return find(name).orElseThrow(() -> new TestAbortedException("SKIPPED: %s is not installed".formatted(name)));
	}

	static boolean isInstalled(String name) {
		return find(name).isPresent();
	}

	private static Optional<Path> find(String name) {
		String path = System.getenv().getOrDefault("PATH", "") + ":/usr/sbin:/usr/local/sbin";
		Stream<Path> directories = Arrays.stream(path.split(":")).filter((each) -> !each.isEmpty()).map(Path::of);
		return Stream.concat(directories, postgreSqlDirectories())
			.map((directory) -> directory.resolve(name))
			.filter(Files::isExecutable)
			.findFirst();
	}

	private static Stream<Path> postgreSqlDirectories() {
		if (!Files.isDirectory(POSTGRESQL)) {
			return Stream.empty();
		}
		try (Stream<Path> versions = Files.list(POSTGRESQL)) {
			return versions.sorted(Comparator.reverseOrder()).map((each) -> each.resolve("bin")).toList().stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}

package io.github.connectapi.fleet;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import io.github.connectapi.test.FakeConnectServer;

/**
 * Class path of instances, with an archive of their classes (CDS) for JVMs that start in
 * half of the processor time. A first instance writes the archive.
 */
final class InstanceClasses {

	private static final Path DIRECTORY = Path.of("target", "fleet-classes");

	private static List<String> arguments;

	private InstanceClasses() {
	}

	/** Return the arguments of {@code java} that name classes. */
	static synchronized List<String> arguments() {
		if (arguments == null) {
			arguments = archive();
		}
		return arguments;
	}

	private static List<String> archive() {
		Path archive = DIRECTORY.resolve("classes.jsa");
		List<String> classPath = List.of("-cp", jars());
		try {
			Files.deleteIfExists(archive);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		run(concat("-XX:ArchiveClassesAtExit=" + archive, classPath));
		return Files.exists(archive) ? concat("-XX:SharedArchiveFile=" + archive, classPath) : classPath;
	}

	private static List<String> concat(String first, List<String> others) {
		List<String> all = new ArrayList<>(List.of(first));
		all.addAll(others);
		return all;
	}

	private static void run(List<String> arguments) {
		try (StoreServer store = StoreUnderTest.EMBEDDED_REDIS.start();
				FakeConnectServer api = FakeConnectServer.builder().https(false).start();
				Instance instance = Instance.start("archive", arguments,
						InstanceOptions.defaults()
							.withStore(store.address())
							.withBaseUrl(api.baseUrl())
							.withSecret("any".repeat(20)),
						DIRECTORY.resolve("archive.log"))) {
			instance.awaitStart().call();
			instance.exit(60, TimeUnit.SECONDS);
		}
	}

	/** Return the class path, with jars instead of directories, which CDS needs. */
	private static String jars() {
		String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
		List<String> jars = new ArrayList<>();
		for (String entry : classPath.split(":")) {
			Path path = Path.of(entry);
			if (!entry.isEmpty() && Files.isDirectory(path)) {
				jars.add(jar(path, DIRECTORY.resolve("classes-%d.jar".formatted(jars.size()))).toString());
			}
			else if (Files.exists(path)) {
				jars.add(entry);
			}
		}
		return String.join(":", jars);
	}

	private static Path jar(Path directory, Path jar) {
		try {
			Files.createDirectories(DIRECTORY);
			try (OutputStream file = Files.newOutputStream(jar);
					ZipOutputStream output = new ZipOutputStream(file);
					Stream<Path> paths = Files.walk(directory)) {
				for (Path path : paths.filter(Files::isRegularFile).toList()) {
					output.putNextEntry(new ZipEntry(directory.relativize(path).toString()));
					Files.copy(path, output);
				}
			}
			return jar;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}

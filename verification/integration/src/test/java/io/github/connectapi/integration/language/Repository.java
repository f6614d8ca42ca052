package io.github.connectapi.integration.language;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The text files of the repository. Reads no Git data, so that it works in an archive.
 */
final class Repository {

	private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

	private static final Set<String> VISITED_HIDDEN = Set.of(".ci", ".github", ".mvn");

	// The texts of this check itself, texts of others, and generated texts.
	private static final Pattern EXCLUDED = Pattern
		.compile(".*/integration/language|LICENSE|mvnw(\\.cmd)?|verification/fuzz/inputs|.*/resources/.*Inputs|\\.git");

	private Repository() {
	}

	/**
	 * Return the texts by their paths, relative to the root of the repository.
	 * @return the texts
	 * @throws IOException if a file cannot be read
	 */
	static SortedMap<String, String> texts() throws IOException {
		SortedMap<String, String> texts = new TreeMap<>();
		Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {

			@Override
			public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
				String name = directory.getFileName().toString();
				boolean hidden = name.startsWith(".") && !VISITED_HIDDEN.contains(name) && !directory.equals(ROOT);
				boolean skipped = hidden || name.equals("target") || EXCLUDED.matcher(path(directory)).matches();
				return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
			}

			@Override
			public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
				String text = Files.readString(file, StandardCharsets.ISO_8859_1);
				// Like Git: a file with a null character is no text.
				if (text.indexOf('\0') < 0 && !EXCLUDED.matcher(path(file)).matches()) {
					texts.put(path(file), Files.readString(file));
				}
				return FileVisitResult.CONTINUE;
			}

		});
		return texts;
	}

	private static String path(Path path) {
		return ROOT.relativize(path).toString().replace('\\', '/');
	}

}

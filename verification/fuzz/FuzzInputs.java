import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Unpacks the inputs of the fuzz tests to where Jazzer reads them, and packs new findings.
 * A file {@code inputs/<module>.txt} has a section per test class and a line per input.
 * Bytes other than printable ASCII are escaped as {@code \xNN}, a backslash as {@code \\}.
 */
public final class FuzzInputs {

	private static final Pattern SECTION = Pattern.compile("\\[(\\w+)]");

	private static final Pattern FUZZ_TEST = Pattern.compile("@FuzzTest\\b(?:\\([^)]*\\))?\\s+(?:public )?void (\\w+)\\(");

	private final Path module;

	private final Path pack;

	private FuzzInputs(Path module, Path inputs) {
		this.module = module;
		this.pack = inputs.resolve(module.getFileName() + ".txt");
	}

	/**
	 * Run one command.
	 * @param args {@code unpack} or {@code pack}; the directory of the
	 * packed inputs, and the directories of the modules
	 * @throws IOException if a file cannot be read or written
	 */
	public static void main(String[] args) throws IOException {
		Path inputs = Path.of(args[1]);
		for (String module : List.of(args).subList(2, args.length)) {
			FuzzInputs fuzzInputs = new FuzzInputs(Path.of(module).toAbsolutePath().normalize(), inputs);
			switch (args[0]) {
				case "unpack" -> fuzzInputs.unpack();
				case "pack" -> fuzzInputs.pack();
				default -> throw new IllegalArgumentException("Unknown command " + args[0]);
			}
		}
	}

	private void unpack() throws IOException {
		for (Map.Entry<String, SortedSet<String>> section : read().entrySet()) {
			Path directory = directory(section.getKey());
			delete(directory.getParent());
			Files.createDirectories(directory);
			for (String line : section.getValue()) {
				byte[] input = unescape(line);
				Files.write(directory.resolve(sha1(input)), input);
			}
		}
	}

	private void pack() throws IOException {
		Path resources = this.module.resolve("src/test/resources");
		if (!Files.isDirectory(resources)) {
			return;
		}
		SortedMap<String, SortedSet<String>> sections = read();
		for (Path directory : find(resources, (path) -> path.getFileName().toString().endsWith("FuzzTestsInputs"))) {
			String testClass = directory.getFileName().toString().replaceFirst("Inputs$", "");
			for (Path file : find(directory, Files::isRegularFile)) {
				boolean added = sections.computeIfAbsent(testClass, (name) -> new TreeSet<>())
					.add(escape(Files.readAllBytes(file)));
				System.out.printf("%s: %s %s%n", testClass, file.getFileName(), added ? "added" : "is known already");
			}
			write(sections);
			delete(directory);
		}
	}

	/**
	 * Return the directory from which Jazzer reads the inputs of a class. Its only fuzz
	 * test is looked up in the source, so that no input is lost when a test is renamed.
	 */
	private Path directory(String testClass) throws IOException {
		Path sources = this.module.resolve("src/test/java");
		List<Path> found = find(sources, (path) -> path.endsWith(testClass + ".java"));
		if (found.size() != 1) {
			throw new IllegalStateException("%s has inputs for %s: there are %d such classes in %s".formatted(this.pack,
					testClass, found.size(), sources));
		}
		List<String> methods = FUZZ_TEST.matcher(Files.readString(found.get(0)))
			.results()
			.map((result) -> result.group(1))
			.toList();
		if (methods.size() != 1) {
			throw new IllegalStateException("%s must have one method with @FuzzTest: found %s".formatted(found.get(0),
					methods));
		}
		Path inPackage = sources.relativize(found.get(0)).resolveSibling(testClass + "Inputs");
		return this.module.resolve("target/test-classes").resolve(inPackage).resolve(methods.get(0));
	}

	private SortedMap<String, SortedSet<String>> read() throws IOException {
		SortedMap<String, SortedSet<String>> sections = new TreeMap<>();
		SortedSet<String> section = null;
		if (Files.exists(this.pack)) {
			for (String line : Files.readAllLines(this.pack, StandardCharsets.US_ASCII)) {
				Matcher heading = SECTION.matcher(line);
				if (line.startsWith("[")) {
					if (!heading.matches()) {
						throw new IllegalStateException("%s: malformed heading %s".formatted(this.pack, line));
					}
					section = sections.computeIfAbsent(heading.group(1), (name) -> new TreeSet<>());
				}
				else if (line.startsWith("|") && section != null) {
					section.add(line.substring(1));
				}
				else if (!line.isEmpty()) {
					throw new IllegalStateException("%s: malformed line %s".formatted(this.pack, line));
				}
			}
		}
		return sections;
	}

	private void write(SortedMap<String, SortedSet<String>> sections) throws IOException {
		StringBuilder text = new StringBuilder();
		sections.forEach((testClass, lines) -> {
			text.append(text.isEmpty() ? "" : "\n").append('[').append(testClass).append("]\n");
			lines.forEach((line) -> text.append('|').append(line).append('\n'));
		});
		Files.createDirectories(this.pack.getParent());
		Files.writeString(this.pack, text, StandardCharsets.US_ASCII);
	}

	private static String escape(byte[] input) {
		StringBuilder line = new StringBuilder();
		for (int i = 0; i < input.length; i++) {
			char character = (char) (input[i] & 0xff);
			boolean trailingSpace = character == ' ' && i == input.length - 1;
			if (character == '\\') {
				line.append("\\\\");
			}
			else if (character < ' ' || character > '~' || trailingSpace) {
				line.append("\\x").append(HexFormat.of().toHexDigits(input[i]));
			}
			else {
				line.append(character);
			}
		}
		return line.toString();
	}

	private static byte[] unescape(String line) {
		ByteArrayOutputStream input = new ByteArrayOutputStream();
		for (int i = 0; i < line.length(); i++) {
			if (line.charAt(i) != '\\') {
				input.write(line.charAt(i));
			}
			else if (line.startsWith("\\\\", i)) {
				input.write('\\');
				i++;
			}
			else if (line.startsWith("\\x", i)) {
				input.write(HexFormat.fromHexDigits(line, i + 2, i + 4));
				i += 3;
			}
			else {
				throw new IllegalArgumentException("Unknown escape in " + line);
			}
		}
		return input.toByteArray();
	}

	private static List<Path> find(Path root, Predicate<Path> filter) throws IOException {
		try (Stream<Path> paths = Files.walk(root)) {
			return paths.filter(filter).sorted().toList();
		}
	}

	private static void delete(Path directory) throws IOException {
		if (!Files.exists(directory)) {
			return;
		}
		try (Stream<Path> paths = Files.walk(directory)) {
			paths.sorted(Comparator.reverseOrder()).forEach((path) -> {
				try {
					Files.delete(path);
				}
				catch (IOException ex) {
					throw new UncheckedIOException(ex);
				}
			});
		}
	}

	private static String sha1(byte[] input) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(input));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}

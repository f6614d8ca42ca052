import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/**
 * Checks that a bundle has what Maven Central demands of each artifact, and nothing else.
 * Signatures are checked by gpg.
 */
public class BundleCheck {

	private static final Set<String> JARS = Set.of("connect-api-core", "connect-api-jdbc", "connect-api-redis",
			"connect-api-spring-boot-starter", "connect-api-test");

	private static final Map<String, String> CHECKSUMS = Map.of("md5", "MD5", "sha1", "SHA-1", "sha256", "SHA-256",
			"sha512", "SHA-512");

	private static final List<String> ELEMENTS = List.of("name", "description", "url", "license", "developer",
			"connection", "developerConnection", "tag");

	private final List<String> problems = new ArrayList<>();

	private final Path group;

	private final String version;

	private BundleCheck(Path bundle, String group, String version) {
		this.group = bundle.resolve(group.replace('.', '/'));
		this.version = version;
	}

	/**
	 * Check a bundle. Exits with 1 if there are problems.
	 * @param args the directory of the unpacked bundle, the group id, and the version
	 * @throws IOException if a file cannot be read
	 */
	public static void main(String[] args) throws IOException {
		BundleCheck check = new BundleCheck(Path.of(args[0]), args[1], args[2]);
		check.run();
		check.problems.forEach(System.out::println);
		if (!check.problems.isEmpty()) {
			System.exit(1);
		}
	}

	private void run() throws IOException {
		Set<String> expected = new TreeSet<>(JARS);
		expected.add("connect-api-bom");
		Set<String> found = names(this.group);
		require(found.equals(expected), "Artifacts: %s instead of %s".formatted(found, expected));
		int files = 0;
		for (String artifact : found) {
			files += check(artifact, this.group.resolve(artifact).resolve(this.version));
		}
		System.out.printf("%s artifacts, %s files with signatures and checksums%n", found.size(), files);
	}

	private int check(String artifact, Path directory) throws IOException {
		String prefix = "%s-%s".formatted(artifact, this.version);
		Set<String> expected = new TreeSet<>(Set.of(prefix + ".pom"));
		if (JARS.contains(artifact)) {
			expected.addAll(Set.of(prefix + ".jar", prefix + "-sources.jar", prefix + "-javadoc.jar"));
		}
		if (artifact.equals("connect-api-core")) {
			expected.add(prefix + "-tests.jar");
		}
		Set<String> files = names(directory).stream()
			.filter((name) -> !name.matches(".*\\.(asc|md5|sha1|sha256|sha512)"))
			.collect(Collectors.toCollection(TreeSet::new));
		require(files.equals(expected), "Files of %s: %s instead of %s".formatted(artifact, files, expected));
		for (String file : files) {
			checkFile(directory.resolve(file));
		}
		checkPom(Files.readString(directory.resolve(prefix + ".pom")), artifact);
		if (JARS.contains(artifact)) {
			checkJars(directory, prefix, artifact);
		}
		return files.size();
	}

	private void checkFile(Path file) throws IOException {
		require(Files.exists(file.resolveSibling(file.getFileName() + ".asc")), "Not signed: " + file);
		for (Map.Entry<String, String> checksum : CHECKSUMS.entrySet()) {
			Path expected = file.resolveSibling(file.getFileName() + "." + checksum.getKey());
			boolean equal = Files.exists(expected)
					&& Files.readString(expected).strip().equals(digest(checksum.getValue(), Files.readAllBytes(file)));
			require(equal, "Missing or wrong: " + expected);
		}
	}

	private void checkPom(String pom, String artifact) {
		for (String element : ELEMENTS) {
			require(Pattern.compile("<%s>\\s*[^\\s<]|<%s>\\s*<name>".formatted(element, element)).matcher(pom).find(),
					"The pom of %s has no %s".formatted(artifact, element));
		}
		require(!pom.contains("<parent>"), "The pom of %s has a parent".formatted(artifact));
		require(!pom.contains("SNAPSHOT"), "The pom of %s refers to a snapshot".formatted(artifact));
		require(!pom.replace("${project.version}", "").contains("${"), "The pom of %s has a property".formatted(artifact));
		require(pom.contains("<tag>v%s</tag>".formatted(this.version)), "The pom of %s has another tag".formatted(artifact));
	}

	private void checkJars(Path directory, String prefix, String artifact) throws IOException {
		Set<String> jar = entries(directory.resolve(prefix + ".jar"));
		require(jar.contains("META-INF/sbom/%s.cdx.json".formatted(artifact)), "No list of components: " + prefix);
		require(jar.contains("META-INF/LICENSE"), "No license: " + prefix);
		require(jar.stream().anyMatch((entry) -> entry.endsWith(".class")), "No classes: " + prefix);
		Set<String> sources = entries(directory.resolve(prefix + "-sources.jar"));
		Set<String> missing = jar.stream()
			.filter((entry) -> entry.endsWith(".class") && !entry.contains("$") && !entry.startsWith("META-INF"))
			.map((entry) -> entry.replace(".class", ".java"))
			.filter((entry) -> !sources.contains(entry))
			.collect(Collectors.toCollection(TreeSet::new));
		require(missing.isEmpty(), "Sources of %s are missing: %s".formatted(artifact, missing));
		require(entries(directory.resolve(prefix + "-javadoc.jar")).contains("index.html"), "No Javadoc: " + prefix);
	}

	private void require(boolean condition, String problem) {
		if (!condition) {
			this.problems.add(problem);
		}
	}

	private static Set<String> names(Path directory) throws IOException {
		try (Stream<Path> files = Files.list(directory)) {
			return files.map((file) -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
		}
	}

	private static Set<String> entries(Path jar) throws IOException {
		try (ZipFile zip = new ZipFile(jar.toFile())) {
			return zip.stream().map((entry) -> entry.getName()).collect(Collectors.toSet());
		}
	}

	private static String digest(String algorithm, byte[] content) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(content));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}

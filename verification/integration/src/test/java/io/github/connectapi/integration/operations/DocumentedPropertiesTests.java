package io.github.connectapi.integration.operations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that each property exists that a document names: in a YAML block, in front of an
 * equals sign, or as code that begins with the name of a group.
 */
class DocumentedPropertiesTests {

	private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

	private static final String PREFIX = "getty.connect.";

	private static final Pattern YAML = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

	private static final Pattern ASSIGNMENT = Pattern.compile("getty\\.connect\\.([a-z0-9.-]+)=");

	private static final Pattern CODE = Pattern.compile("`([a-z0-9]+\\.[a-z0-9.-]+)(?:=[^`]*)?`");

	private static final Set<String> NAMES = names();

	private static final Pattern FILE = Pattern.compile(".*\\.(html|js)");

	/** Groups with whose names no meter and no package begins. */
	private static final Set<String> GROUPS = Set.of("session", "users", "retry", "call", "async", "purchase", "oauth2",
			"rest", "ssl");

	static Stream<Path> documents() throws IOException {
		try (Stream<Path> files = Files.walk(ROOT)) {
			return files.filter((file) -> file.toString().endsWith(".md"))
				.filter((file) -> !file.toString().contains("/target/") && !file.endsWith("CHANGELOG.md"))
				.toList()
				.stream();
		}
	}

	@ParameterizedTest
	@MethodSource("documents")
	void whenADocumentNamesAPropertyThenItExists(Path document) throws IOException {
		String text = Files.readString(document);
		Set<String> named = new TreeSet<>();
		YAML.matcher(text).results().forEach((block) -> addKeys("", new Yaml().load(block.group(1)), named));
		ASSIGNMENT.matcher(text).results().map((match) -> match.group(1)).forEach(named::add);
		CODE.matcher(text)
			.results()
			.map((match) -> match.group(1))
			.filter((name) -> !FILE.matcher(name).matches())
			.filter((name) -> GROUPS.contains(name.substring(0, name.indexOf('.'))))
			.forEach(named::add);

		assertThat(named).allMatch(DocumentedPropertiesTests::isKnown);
	}

	private static boolean isKnown(String name) {
		String group = name.replaceAll("[.*]+$", "") + ".";
		return NAMES.contains(name) || NAMES.stream().anyMatch((known) -> known.startsWith(group));
	}

	private static void addKeys(String prefix, Object value, Collection<String> keys) {
		if (value instanceof Map<?, ?> map) {
			map.forEach((key, nested) -> addKeys("%s%s.".formatted(prefix, key), nested, keys));
		}
		else if (prefix.startsWith(PREFIX)) {
			keys.add(prefix.substring(PREFIX.length(), prefix.length() - 1));
		}
	}

	private static Set<String> names() {
		Set<String> names = new HashSet<>();
		try (Stream<Path> files = Files.list(ROOT)) {
			for (Path module : files.toList()) {
				Path metadata = module.resolve("target/classes/META-INF/spring-configuration-metadata.json");
				if (Files.exists(metadata)) {
					names.addAll(JsonMapper.shared()
						.readTree(metadata.toFile())
						.path("properties")
						.findValuesAsString("name")
						.stream()
						.filter((name) -> name.startsWith(PREFIX))
						.map((name) -> name.substring(PREFIX.length()))
						.collect(Collectors.toSet()));
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		assertThat(names).hasSizeGreaterThan(50);
		return names;
	}

}

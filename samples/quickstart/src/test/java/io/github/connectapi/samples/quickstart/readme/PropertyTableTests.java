package io.github.connectapi.samples.quickstart.readme;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The table of {@code docs/properties.md} has all properties and their defaults.
 */
class PropertyTableTests {

	private static final String PREFIX = "getty.connect.";

	private static final Pattern ROW = Pattern.compile("(?m)^\\| (`[^|]+) \\|([^|]*)\\|([^|]*)\\|$");

	private static final Pattern CODE = Pattern.compile("`([^`]+)`");

	private final Map<String, String> defaults = defaults();

	@Test
	void whenAPropertyExistsThenItIsDocumentedWithItsDefault() throws IOException {
		Map<String, String> documented = new TreeMap<>();
		Matcher row = ROW.matcher(table());
		while (row.find()) {
			Matcher value = CODE.matcher(row.group(2));
			String documentedDefault = value.find() ? value.group(1) : "";
			CODE.matcher(row.group(1)).results().forEach((name) -> documented.put(name.group(1), documentedDefault));
		}

		assertThat(documented).containsExactlyEntriesOf(this.defaults);
	}

	private static String table() throws IOException {
		return Files.readString(Path.of("../../docs/properties.md")).split("(?m)^## ")[0];
	}

	private static Map<String, String> defaults() {
		Map<String, String> defaults = new TreeMap<>();
		try {
			for (URL url : Collections.list(PropertyTableTests.class.getClassLoader()
				.getResources("META-INF/spring-configuration-metadata.json"))) {
				try (InputStream in = url.openStream()) {
					addDefaults(JsonMapper.shared().readTree(in), defaults);
				}
			}
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		return defaults;
	}

	private static void addDefaults(JsonNode metadata, Map<String, String> defaults) {
		metadata.path("properties").forEach((property) -> {
			String name = property.path("name").asString("");
			if (name.startsWith(PREFIX)) {
				defaults.put(name.substring(PREFIX.length()), property.path("defaultValue").asString(""));
			}
		});
	}

}

package io.github.connectapi.autoconfigure.properties;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import io.github.connectapi.client.BaseUrl;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the metadata of the configuration properties and of the auto-configurations.
 */
class MetadataTests {

	private static final Pattern ROW = Pattern.compile("(?m)^\\| (`[^|]+) \\|([^|]*)\\|([^|]*)\\|$");

	private static final Pattern CODE = Pattern.compile("`([^`]+)`");

	private static final Map<String, String> DEFAULTS = documentedDefaults();

	private final JsonNode metadata = metadata();

	@Test
	void whenTheMetadataIsReadThenNamesAndDefaultsAreTheDocumentedOnes() {
		Map<String, String> found = properties().filter((property) -> name(property).startsWith("getty.connect."))
			.collect(Collectors.toMap((property) -> name(property).substring("getty.connect.".length()),
					(property) -> property.path("defaultValue").asString("")));
		assertThat(found).containsExactlyInAnyOrderEntriesOf(DEFAULTS);
	}

	@Test
	void whenTheMetadataIsReadThenItContainsTheActuatorProperties() {
		assertThat(properties().map(MetadataTests::name).filter((name) -> name.startsWith("management.")))
			.containsExactlyInAnyOrder("management.endpoint.gettyconnect.access",
					"management.endpoint.gettyconnect.cache.time-to-live", "management.health.gettyconnect.enabled");
	}

	@Test
	void whenTheMetadataIsReadThenEveryPropertyHasADescription() {
		assertThat(properties().filter((property) -> property.path("description").asString("").isBlank())).isEmpty();
	}

	@Test
	void whenTheDocumentedDefaultsAreBoundThenTheyAreTheDefaultsOfTheBean() {
		Map<String, String> set = DEFAULTS.entrySet()
			.stream()
			.filter((entry) -> !entry.getValue().isEmpty())
			.collect(Collectors.toMap((entry) -> "getty.connect." + entry.getKey(), Map.Entry::getValue));
		GettyConnectProperties bound = new Binder(new MapConfigurationPropertySource(set))
			.bind("getty.connect", GettyConnectProperties.class)
			.get();
		assertThat(bound).usingRecursiveComparison().isEqualTo(new GettyConnectProperties());
		assertThat(bound.getBaseUrl()).isEqualTo(BaseUrl.DEFAULT);
	}

	@Test
	void whenTheMetadataIsReadThenTheStartupModesAreHinted() {
		assertThat(hints("getty.connect.session.startup")).containsExactly("lazy", "background", "required");
	}

	@Test
	void whenTheMetadataIsReadThenTheSessionTypesAreHinted() {
		assertThat(hints("getty.connect.session.type")).containsExactly("user", "application", "oauth2");
	}

	@Test
	void whenTheConditionsAreReadThenTheyArePrecomputed() throws IOException {
		Properties conditions = new Properties();
		try (InputStream in = resource("spring-autoconfigure-metadata.properties")) {
			conditions.load(in);
		}
		assertThat(conditions).containsKey("io.github.connectapi.autoconfigure.GettyConnectAutoConfiguration")
			.containsKey("io.github.connectapi.autoconfigure.health.ConnectHealthAutoConfiguration.ConditionalOnClass");
	}

	private Stream<String> hints(String property) {
		return StreamSupport.stream(this.metadata.path("hints").spliterator(), false)
			.filter((hint) -> name(hint).equals(property))
			.flatMap((hint) -> StreamSupport.stream(hint.path("values").spliterator(), false))
			.map((value) -> value.path("value").asString());
	}

	private Stream<JsonNode> properties() {
		return StreamSupport.stream(this.metadata.path("properties").spliterator(), false);
	}

	private static String name(JsonNode item) {
		return item.path("name").asString("");
	}

	/** Return the properties of {@code docs/properties.md}; the default may be empty. */
	private static Map<String, String> documentedDefaults() {
		Map<String, String> defaults = new TreeMap<>();
		ROW.matcher(propertyTable()).results().forEach((row) -> {
			Matcher value = CODE.matcher(row.group(2));
			String documented = value.find() ? value.group(1) : "";
			CODE.matcher(row.group(1)).results().forEach((name) -> defaults.put(name.group(1), documented));
		});
		return defaults;
	}

	private static String propertyTable() {
		try {
			return Files.readString(Path.of("../docs/properties.md")).split("(?m)^## ")[0];
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static JsonNode metadata() {
		try (InputStream in = resource("spring-configuration-metadata.json")) {
			return JsonMapper.shared().readTree(in);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * From the module itself, because other modules on the class path have the same file.
	 */
	private static InputStream resource(String name) throws IOException {
		String classes = GettyConnectProperties.class.getProtectionDomain().getCodeSource().getLocation().toString();
		return URI.create(classes + "META-INF/" + name).toURL().openStream();
	}

}

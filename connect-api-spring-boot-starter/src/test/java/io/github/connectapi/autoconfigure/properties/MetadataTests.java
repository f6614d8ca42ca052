package io.github.connectapi.autoconfigure.properties;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;
import java.util.Properties;
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

	private static final Map<String, String> DEFAULTS = Map.ofEntries(Map.entry("enabled", "true"),
			Map.entry("base-url", "https://connect.gettyimages.com"), Map.entry("allow-insecure-http", "false"),
			Map.entry("system-id", ""), Map.entry("system-password", ""), Map.entry("user-name", ""),
			Map.entry("user-password", ""), Map.entry("ssl.bundle", ""), Map.entry("http.connect-timeout", "5s"),
			Map.entry("http.response-timeout", "10s"), Map.entry("http.max-response-size", "5MB"),
			Map.entry("call.timeout", "30s"), Map.entry("retry.max-attempts", "3"),
			Map.entry("retry.initial-interval", "750ms"), Map.entry("retry.multiplier", "1"),
			Map.entry("retry.max-interval", "5s"), Map.entry("retry.jitter", "0.2"),
			Map.entry("session.startup", "lazy"), Map.entry("session.startup-timeout", "30s"),
			Map.entry("session.type", "user"), Map.entry("session.renew-at", "0.8"),
			Map.entry("session.renew-jitter", "0.05"), Map.entry("session.expiry-margin", "30s"),
			Map.entry("session.acquisition-timeout", "30s"), Map.entry("session.wait-timeout", "10s"),
			Map.entry("session.backoff.initial", "750ms"), Map.entry("session.backoff.max", "60s"),
			Map.entry("session.rejected-backoff.initial", "2m"), Map.entry("session.rejected-backoff.max", "1h"));

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
		assertThat(hints("getty.connect.session.type")).containsExactly("user", "application");
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

package io.github.connectapi.samples.fleet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.client.BaseUrl;
import io.github.connectapi.client.ConnectClient;
import io.github.connectapi.session.ConnectSessionManager;
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.FakeConnectServerBuilder;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The examples and the properties of {@code docs/fleet.md} are those of the library.
 */
class FleetDocumentTests {

	private static final String SECRET = "0123456789abcdef0123456789abcdef";

	private static final String PREFIX = "getty.connect.session.shared.";

	private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z.-]+)` \\|(?: `([^`]+)`)? \\|");

	private static String document;

	@BeforeAll
	static void readDocument() throws IOException {
		document = Files.readString(Path.of("../../docs/fleet.md"));
	}

	@Test
	void whenYamlIsDocumentedThenTheSampleUsesIt() throws IOException {
		String yaml = Files.readString(Path.of("src/main/resources/application.yml"));

		assertThat(blocks("yaml")).hasSize(2)
			.allSatisfy((block) -> assertThat(yaml.lines()).containsSubsequence(block.lines().toList()));
	}

	@Test
	void whenDependenciesAreDocumentedThenTheSampleHasThoseOfRedis() throws IOException {
		String pom = Files.readString(Path.of("pom.xml"));

		Pattern.compile("<artifactId>.*</artifactId>")
			.matcher(blocks("xml").get(0))
			.results()
			.forEach((artifact) -> assertThat(pom).contains(artifact.group()));
	}

	@Test
	void whenJavaIsDocumentedThenItIsCompiled() throws IOException {
		String source = Files
			.readString(Path.of("src/test/java/io/github/connectapi/samples/fleet/SharingWithoutSpringBoot.java"));

		assertThat(blocks("java")).hasSize(1)
			.allSatisfy((block) -> assertThat(unindented(source)).contains(unindented(block)));
	}

	@Test
	void whenTwoManagersAreCreatedLikeTheExampleThenOneLogsIn() {
		try (FakeConnectServer server = FakeConnectServer.start();
				RestartableRedis redis = new RestartableRedis();
				ConnectClient client = ConnectClient.builder(BaseUrl.of(server.baseUrl())).build()) {
			LettuceConnectionFactory connections = redis.connect();
			try (ConnectSessionManager one = create(client, connections);
					ConnectSessionManager other = create(client, connections)) {
				assertThat(other.getSession().token()).isEqualTo(one.getSession().token());
				assertThat(server.count("CreateSession")).isOne();
			}
			finally {
				connections.destroy();
			}
		}
	}

	private static ConnectSessionManager create(ConnectClient client, LettuceConnectionFactory connections) {
		return SharingWithoutSpringBoot.create(client,
				ConnectCredentials.of(FakeConnectServerBuilder.SYSTEM_ID, FakeConnectServerBuilder.SYSTEM_PASSWORD,
						FakeConnectServerBuilder.USER_NAME, FakeConnectServerBuilder.USER_PASSWORD),
				connections, SECRET);
	}

	@Test
	void whenPropertiesAreDocumentedThenTheyHaveTheirDefaults() throws IOException {
		Map<String, String> documented = new TreeMap<>();
		ROW.matcher(section("## Properties")).results().forEach((row) -> documented.put(row.group(1), value(row)));
		// The sample does not have the artifact of this property.
		documented.remove("jdbc.initialize-schema");
		Map<String, String> expected = metadata();

		assertThat(documented.keySet()).isEqualTo(expected.keySet()).hasSizeGreaterThan(7);
		assertThat(documented)
			.allSatisfy((name, value) -> assertThat(normalized(value)).isEqualTo(normalized(expected.get(name))));
	}

	private static String value(MatchResult row) {
		return Objects.requireNonNullElse(row.group(2), "");
	}

	/** Durations are not written in the same way. */
	private static String normalized(String value) {
		return value.matches("\\d+(ms|s)") ? Duration.parse("PT%sS".formatted(seconds(value))).toString() : value;
	}

	private static String seconds(String value) {
		String number = value.replaceAll("\\D", "");
		return value.endsWith("ms") ? Double.toString(Integer.parseInt(number) / 1000.0) : number;
	}

	private static Map<String, String> metadata() throws IOException {
		Map<String, String> defaults = new TreeMap<>();
		var files = FleetDocumentTests.class.getClassLoader()
			.getResources("META-INF/spring-configuration-metadata.json");
		while (files.hasMoreElements()) {
			try (InputStream input = files.nextElement().openStream()) {
				for (JsonNode property : new JsonMapper().readTree(input).path("properties")) {
					String name = property.path("name").asString();
					if (name.startsWith(PREFIX)) {
						defaults.put(name.substring(PREFIX.length()), property.path("defaultValue").asString(""));
					}
				}
			}
		}
		return defaults;
	}

	private static String section(String heading) {
		String rest = document.substring(document.indexOf(heading) + heading.length());
		return rest.substring(0, rest.indexOf("\n## "));
	}

	private static List<String> blocks(String language) {
		return Pattern.compile("(?ms)^```" + language + "\\n(.*?)^```$")
			.matcher(document)
			.results()
			.map((block) -> block.group(1))
			.toList();
	}

	private static String unindented(String text) {
		return text.replaceAll("(?m)^\\s+", "");
	}

}

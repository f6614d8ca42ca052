package io.github.connectapi.samples.fleet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.client.BaseUrl;
import io.github.connectapi.client.ConnectClient;
import io.github.connectapi.session.ConnectSessionManager;
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.FakeConnectServerBuilder;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The examples of {@code docs/fleet.md} are those of the sample.
 */
class FleetDocumentTests {

	private static final String SECRET = "0123456789abcdef0123456789abcdef";

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

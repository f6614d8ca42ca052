package io.github.connectapi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.github.connectapi.call.ConnectApi;
import io.github.connectapi.client.BaseUrl;
import io.github.connectapi.client.ConnectClient;
import io.github.connectapi.client.TokenUri;
import io.github.connectapi.search.Image;
import io.github.connectapi.search.ImageSearch;
import io.github.connectapi.search.SearchForImages;
import io.github.connectapi.session.ConnectSessionManager;
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.FakeConnectServerBuilder;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The example of {@code docs/without-spring-boot.md}.
 */
class WithoutSpringBootTests {

	private final List<String> titles = new ArrayList<>();

	@Test
	void whenClientAndManagerAreBuiltThenImagesAreFound() {
		try (FakeConnectServer server = FakeConnectServer.start()) {
			example(server.baseUrl(), FakeConnectServerBuilder.SYSTEM_ID, FakeConnectServerBuilder.SYSTEM_PASSWORD,
					FakeConnectServerBuilder.USER_NAME, FakeConnectServerBuilder.USER_PASSWORD);

			assertThat(this.titles).hasSizeGreaterThan(75).contains("Old oak tree in a wheat field");
		}
	}

	@Test
	void whenCredentialsAreOfOAuth2ThenImagesAreFound() {
		try (FakeConnectServer server = FakeConnectServer.start()) {
			oauth2Example(server.baseUrl(), server.tokenUri(), FakeConnectServerBuilder.API_KEY,
					FakeConnectServerBuilder.API_SECRET, FakeConnectServerBuilder.USER_NAME,
					FakeConnectServerBuilder.USER_PASSWORD);

			assertThat(this.titles).contains("Old oak tree in a wheat field");
		}
	}

	@Test
	void whenExamplesAreDocumentedThenTheyAreThese() throws IOException {
		assertThat(source().replaceAll("\n\t\t", "\n")).contains(block(1), block(3));
	}

	@Test
	void whenTheImportsAreDocumentedThenTheyAreThoseOfTheExample() throws IOException {
		String source = source();

		// This class needs no import for a type of its own package.
		assertThat(block(2).lines()).hasSize(8)
			.contains("import io.github.connectapi.ConnectCredentials;")
			.allSatisfy(
					(line) -> assertThat(source + "import io.github.connectapi.ConnectCredentials;").contains(line));
	}

	private String source() throws IOException {
		return Files.readString(Path.of("src/test/java", getClass().getName().replace('.', '/') + ".java"));
	}

	private static String block(int number) throws IOException {
		return Files.readString(Path.of("../docs/without-spring-boot.md")).split("```java\n")[number].split("```")[0];
	}

	private void example(String url, String systemId, String systemPassword, String userName, String userPassword) {
		ConnectClient client = ConnectClient.builder(BaseUrl.of(url)).build();
		var credentials = ConnectCredentials.of(systemId, systemPassword, userName, userPassword);
		var sessions = ConnectSessionManager.builder(client, () -> credentials).build();
		try (client; sessions) {
			ConnectApi connect = ConnectApi.builder(client, sessions).build();
			SearchForImages trees = new SearchForImages("tree");
			new ImageSearch(connect).images(trees).map(Image::title).forEach(this.titles::add);
		}
	}

	private void oauth2Example(String url, String tokenUri, String apiKey, String apiSecret, String userName,
			String userPassword) {
		ConnectClient client = ConnectClient.builder(BaseUrl.of(url)).tokenUri(TokenUri.of(tokenUri)).build();
		var credentials = ConnectCredentials.ofOAuth2(apiKey, apiSecret, userName, userPassword);
		try (client; var sessions = ConnectSessionManager.builder(client, () -> credentials).build()) {
			ConnectApi connect = ConnectApi.builder(client, sessions).build();
			new ImageSearch(connect).images(new SearchForImages("tree")).map(Image::title).forEach(this.titles::add);
		}
	}

}

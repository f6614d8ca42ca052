package io.github.connectapi.integration.api;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedSet;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each public type and each of its members is listed with a reason. After a change run
 * this test with {@code -Dpublic-api.update=true} and fill the empty cells.
 */
class PublicApiTests {

	private static final Path LIST = Path.of("../public-api.md");

	@Test
	void whenATypeOrMemberIsPublicThenItIsListedWithAReason() throws IOException {
		SortedSet<ApiType> api = PublicClasses.read();
		assertThat(api).extracting(ApiType::name).contains("ConnectSessionManager", "FakeConnectServer");
		String text = Files.readString(LIST);
		if (Boolean.getBoolean("public-api.update")) {
			text = ApiList.parse(text).update(text.split("(?m)^## ")[0], api);
			Files.writeString(LIST, text);
		}
		assertThat(ApiList.parse(text).compare(api)).isEmpty();
	}

}

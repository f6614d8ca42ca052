package io.github.connectapi.store;

import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.Secret;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SharedRecordKey}.
 */
class SharedRecordKeyTests {

	private static final String URL = "https://connect.gettyimages.com";

	@Test
	void whenInputsAreTheSameThenKeyIsTheSame() {
		assertThat(SharedRecords.key().id()).isEqualTo(SharedRecords.key().id()).matches("v1-[0-9a-f]{32}");
		assertThat(SharedRecords.key().encryptionKey()).isEqualTo(SharedRecords.key().encryptionKey());
	}

	@Test
	void whenAnyInputDiffersThenIdDiffers() {
		Secret other = Secret.of("another secret of the instances!");
		assertThat(Stream.of(id(URL, "shop", credentials("s", "p", "u", "q"), SharedRecords.SECRET),
				id(URL + "/", "shop", credentials("s", "p", "u", "q"), SharedRecords.SECRET),
				id(URL, "shop2", credentials("s", "p", "u", "q"), SharedRecords.SECRET),
				id(URL, "shop", credentials("s2", "p", "u", "q"), SharedRecords.SECRET),
				id(URL, "shop", credentials("s", "p2", "u", "q"), SharedRecords.SECRET),
				id(URL, "shop", credentials("s", "p", "u2", "q"), SharedRecords.SECRET),
				id(URL, "shop", credentials("s", "p", "u", "q2"), SharedRecords.SECRET),
				id(URL, "shop", credentials("sp", "u", "q", "x"), SharedRecords.SECRET),
				id(URL, "shop", ConnectCredentials.ofApplication("s", "p"), SharedRecords.SECRET),
				id(URL, "shop", credentials("s", "p", "u", "q"), other)))
			.doesNotHaveDuplicates();
	}

	@Test
	void whenCredentialsAreOfOAuth2ThenTheServerDiffers() {
		SharedSession.Server server = new SharedSession.Server(URL, "https://authentication.gettyimages.com");
		SharedSession.Server other = new SharedSession.Server(URL, "https://token.example.com");
		ConnectCredentials oauth2 = ConnectCredentials.ofOAuth2("s", "p", "u", "q");
		assertThat(server.of(credentials("s", "p", "u", "q"))).isEqualTo(URL);
		assertThat(server.of(oauth2)).isNotEqualTo(URL).isNotEqualTo(other.of(oauth2));
	}

	@Test
	void whenTextsAreDividedDifferentlyThenIdDiffers() {
		assertThat(id(URL, "ab", credentials("c", "p", "u", "q"), SharedRecords.SECRET))
			.isNotEqualTo(id(URL, "a", credentials("bc", "p", "u", "q"), SharedRecords.SECRET));
	}

	@Test
	void whenThereIsNoSecretThenDerivesFromCredentials() {
		ConnectCredentials credentials = credentials("s", "p", "u", "q");
		assertThat(id(URL, "shop", credentials, null)).isEqualTo(id(URL, "shop", credentials, null))
			.isNotEqualTo(id(URL, "shop", credentials, SharedRecords.SECRET))
			.isNotEqualTo(id(URL, "shop", credentials("s", "p", "u", "q2"), null));
	}

	@Test
	void whenPrintedThenShowsNoKey() {
		assertThat(SharedRecords.key()).hasToString("SharedRecordKey[id=" + SharedRecords.key().id() + "]");
	}

	private static String id(String url, String namespace, ConnectCredentials credentials, @Nullable Secret secret) {
		return SharedRecordKey.derive(url, namespace, credentials, secret).id();
	}

	private static ConnectCredentials credentials(String systemId, String systemPassword, String user,
			String password) {
		return ConnectCredentials.of(systemId, systemPassword, user, password);
	}

}

package io.github.connectapi.store;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SharedRecordCipher}.
 */
class SharedRecordCipherTests {

	private final SharedRecordCipher cipher = new SharedRecordCipher(SharedRecords.key());

	@Test
	void whenDecryptedThenIsTheSameRecord() {
		assertThat(this.cipher.decrypt(this.cipher.encrypt(SharedRecords.full()))).isEqualTo(SharedRecords.full());
	}

	@Test
	void whenEncryptedThenContainsNoSecret() {
		String content = new String(this.cipher.encrypt(SharedRecords.full()), StandardCharsets.ISO_8859_1);
		assertThat(content).doesNotContain("token", "4711", "AUTH-007", "CreateSession");
	}

	@Test
	void whenEncryptedTwiceThenContentDiffers() {
		assertThat(this.cipher.encrypt(SharedRecords.full())).isNotEqualTo(this.cipher.encrypt(SharedRecords.full()));
	}

	@Test
	void whenAnyBitIsChangedThenDecryptsNothing() {
		byte[] content = this.cipher.encrypt(SharedRecord.EMPTY);
		for (int i = 0; i < content.length; i++) {
			content[i] ^= 1;
			assertThat(this.cipher.decrypt(content)).as("byte %d", i).isNull();
			content[i] ^= 1;
		}
	}

	@Test
	void whenKeyIsAnotherThenDecryptsNothing() {
		SharedRecordKey other = SharedRecordKey.derive("https://connect.gettyimages.com", "other",
				SharedRecords.CREDENTIALS, SharedRecords.SECRET);
		assertThat(new SharedRecordCipher(other).decrypt(this.cipher.encrypt(SharedRecords.full()))).isNull();
	}

	@Test
	void whenContentIsMissingOrForeignThenDecryptsNothing() {
		assertThat(this.cipher.decrypt(null)).isNull();
		for (int length = 0; length < 100; length++) {
			assertThat(this.cipher.decrypt(new byte[length])).as("%d bytes", length).isNull();
		}
		assertThat(this.cipher.decrypt("some text of somebody else".getBytes(StandardCharsets.UTF_8))).isNull();
		assertThat(this.cipher.decrypt(new byte[SessionStore.MAX_LENGTH + 1])).isNull();
	}

	@Test
	void whenTokensHaveTheLongestLengthThenEncrypts() {
		SharedRecord longest = SharedRecords.withToken("t".repeat(16 * 1024));
		assertThat(this.cipher.decrypt(this.cipher.encrypt(longest))).isEqualTo(longest);
	}

	@Test
	void whenRecordIsTooLongThenEncryptsNothing() {
		assertThat(this.cipher.encrypt(SharedRecords.withToken("t".repeat(21 * 1024)))).isNull();
	}

}

package io.github.connectapi.test.download;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts values into an opaque text that can be used in a URL. A text that was guessed,
 * changed or encrypted by another instance cannot be decrypted. So the server needs no
 * memory for the texts it has issued. Thread-safe.
 */
final class TextCipher {

	private static final String SEPARATOR = "\n";

	private static final int NONCE_LENGTH = 12;

	private static final int TAG_BITS = 128;

	private final SecretKeySpec key;

	private final AtomicLong nonces = new AtomicLong();

	TextCipher() {
		byte[] bytes = new byte[16];
		new SecureRandom().nextBytes(bytes);
		this.key = new SecretKeySpec(bytes, "AES");
	}

	/**
	 * Encrypt values. Each call returns another text.
	 * @param values the values; only the last one may contain line breaks
	 * @return the text
	 */
	String encrypt(List<String> values) {
		byte[] nonce = ByteBuffer.allocate(NONCE_LENGTH).putLong(this.nonces.incrementAndGet()).array();
		byte[] plain = String.join(SEPARATOR, values).getBytes(StandardCharsets.UTF_8);
		try {
			byte[] encrypted = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(plain);
			byte[] all = ByteBuffer.allocate(NONCE_LENGTH + encrypted.length).put(nonce).put(encrypted).array();
			return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("Failed to encrypt a text", ex);
		}
	}

	/**
	 * Decrypt a text.
	 * @param text any text
	 * @param count the number of values
	 * @return the values, or empty if this instance did not encrypt that many into it
	 */
	Optional<List<String>> decrypt(String text, int count) {
		try {
			byte[] all = Base64.getUrlDecoder().decode(text);
			// Shorter than the authentication tag: the cipher of JDK 17 fails
			// unexpectedly.
			if (all.length < NONCE_LENGTH + TAG_BITS / 8) {
				return Optional.empty();
			}
			byte[] nonce = ByteBuffer.allocate(NONCE_LENGTH).put(all, 0, NONCE_LENGTH).array();
			byte[] plain = cipher(Cipher.DECRYPT_MODE, nonce).doFinal(all, NONCE_LENGTH, all.length - NONCE_LENGTH);
			List<String> values = List.of(new String(plain, StandardCharsets.UTF_8).split(SEPARATOR, count));
			return Optional.of(values).filter((found) -> found.size() == count);
		}
		catch (IllegalArgumentException | GeneralSecurityException ex) {
			return Optional.empty();
		}
	}

	private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
		Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
		cipher.init(mode, this.key, new GCMParameterSpec(TAG_BITS, nonce));
		return cipher;
	}

}

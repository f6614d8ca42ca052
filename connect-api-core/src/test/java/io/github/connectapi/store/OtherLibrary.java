package io.github.connectapi.store;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

import org.jspecify.annotations.Nullable;

/**
 * Another version of the library on the same store, with an encryption of its own. Its
 * records may have bytes that this version does not know.
 */
final class OtherLibrary {

	private static final int NONCE_BYTES = 12;

	private static final Duration KEEP = Duration.ofDays(2);

	private final SessionStore store;

	private final SharedRecordKey key;

	OtherLibrary(SessionStore store, SharedRecordKey key) {
		this.store = store;
		this.key = key;
	}

	/** Replace the record, whatever it is. */
	void write(byte[] plain) {
		byte[] nonce = new byte[NONCE_BYTES];
		Arrays.fill(nonce, plain[plain.length - 1]);
		byte[] encrypted = crypt(Cipher.ENCRYPT_MODE, nonce, plain);
		byte[] content = Arrays.copyOf(nonce, NONCE_BYTES + encrypted.length);
		System.arraycopy(encrypted, 0, content, NONCE_BYTES, encrypted.length);
		this.store.replace(this.key.id(), content(), content, KEEP, "other");
	}

	/** Return the record without its encryption. */
	byte[] read() {
		byte[] content = Objects.requireNonNull(content());
		return crypt(Cipher.DECRYPT_MODE, Arrays.copyOf(content, NONCE_BYTES),
				Arrays.copyOfRange(content, NONCE_BYTES, content.length));
	}

	byte @Nullable [] content() {
		return this.store.read(this.key.id()).content();
	}

	private byte[] crypt(int mode, byte[] nonce, byte[] input) {
		try {
			Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
			cipher.init(mode, this.key.encryptionKey(), new GCMParameterSpec(128, nonce));
			cipher.updateAAD(this.key.id().getBytes(StandardCharsets.US_ASCII));
			return cipher.doFinal(input);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}

package io.github.connectapi.store;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

import org.jspecify.annotations.Nullable;

/**
 * Encrypts and decrypts records with AES-256-GCM. The id of the record is authenticated
 * as well, so that a record that was copied to another id cannot be decrypted.
 * Thread-safe.
 */
final class SharedRecordCipher {

	private static final String TRANSFORMATION = "AES/GCM/NoPadding";

	private static final int NONCE_BYTES = 12;

	private static final int TAG_BITS = 128;

	private static final int MIN_LENGTH = NONCE_BYTES + TAG_BITS / Byte.SIZE;

	private final SharedRecordKey key;

	private final SecureRandom random = new SecureRandom();

	/**
	 * Create a cipher.
	 * @param key the key of the record
	 */
	SharedRecordCipher(SharedRecordKey key) {
		this.key = key;
	}

	/**
	 * Encrypt a record.
	 * @param source the record
	 * @return the content for the store; null if it would be too long
	 */
	byte @Nullable [] encrypt(SharedRecord source) {
		byte[] plain = SharedRecordCodec.encode(source);
		byte[] nonce = new byte[NONCE_BYTES];
		this.random.nextBytes(nonce);
		try {
			byte[] encrypted = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(plain);
			byte[] content = Arrays.copyOf(nonce, NONCE_BYTES + encrypted.length);
			System.arraycopy(encrypted, 0, content, NONCE_BYTES, encrypted.length);
			return (content.length <= SessionStore.MAX_LENGTH) ? content : null;
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("The Java runtime cannot encrypt the shared session", ex);
		}
		finally {
			Arrays.fill(plain, (byte) 0);
		}
	}

	/**
	 * Decrypt the content of a store.
	 * @param content the content; null if there is none
	 * @return the record; null if there is none, or if the content is not one that was
	 * encrypted with this key for this id
	 */
	@Nullable SharedRecord decrypt(byte @Nullable [] content) {
		if (content == null || content.length < MIN_LENGTH || content.length > SessionStore.MAX_LENGTH) {
			return null;
		}
		try {
			byte[] nonce = Arrays.copyOf(content, NONCE_BYTES);
			byte[] plain = cipher(Cipher.DECRYPT_MODE, nonce).doFinal(content, NONCE_BYTES,
					content.length - NONCE_BYTES);
			return SharedRecordCodec.decode(plain);
		}
		catch (GeneralSecurityException ex) {
			return null;
		}
	}

	private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
		Cipher cipher = Cipher.getInstance(TRANSFORMATION);
		cipher.init(mode, this.key.encryptionKey(), new GCMParameterSpec(TAG_BITS, nonce));
		cipher.updateAAD(this.key.id().getBytes(StandardCharsets.US_ASCII));
		return cipher;
	}

}

package io.github.connectapi.acquisition;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.Internal;
import io.github.connectapi.Secret;

/**
 * Hash with a random key, so that nobody can choose texts whose hashes are equal, and no
 * text can be found by its hash. Immutable.
 */
@Internal
public final class KeyedHash {

	private static final String HMAC = "HmacSHA256";

	private static final int KEY_BYTES = 32;

	private final SecretKeySpec key;

	private KeyedHash(SecretKeySpec key) {
		this.key = key;
	}

	/**
	 * Create a hash with another key.
	 * @return the hash
	 */
	public static KeyedHash create() {
		byte[] key = new byte[KEY_BYTES];
		new SecureRandom().nextBytes(key);
		return new KeyedHash(new SecretKeySpec(key, HMAC));
	}

	/**
	 * Return the hash of a user key.
	 * @param userKey the key of the user
	 * @return the hash
	 */
	public Value of(String userKey) {
		ByteBuffer hash = hmac(userKey);
		return new Value(hash.getLong(), hash.getLong());
	}

	/**
	 * Return the first 64 bits of the hash of credentials.
	 * @param credentials the credentials
	 * @return the hash, never 0
	 */
	public long of(ConnectCredentials credentials) {
		return notZero(hmac(credentials.systemId(), credentials.systemPassword().reveal(),
				credentials.userName().orElse(null), credentials.userPassword().map(Secret::reveal).orElse(null)));
	}

	/** Return the 64-bit hash of the id and the password of a system, never 0. */
	long ofSystem(ConnectCredentials credentials) {
		return notZero(hmac(credentials.systemId(), credentials.systemPassword().reveal()));
	}

	private static long notZero(ByteBuffer hash) {
		long value = hash.getLong();
		return (value != 0) ? value : 1;
	}

	// With the length of each text, so that no two lists have the same bytes.
	private ByteBuffer hmac(@Nullable String... texts) {
		int length = Arrays.stream(texts).mapToInt((text) -> (text != null) ? text.length() : 0).sum();
		ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES * texts.length + Character.BYTES * length);
		for (String text : texts) {
			bytes.putInt((text != null) ? text.length() : -1);
			if (text != null) {
				text.chars().forEach((character) -> bytes.putChar((char) character));
			}
		}
		try {
			Mac mac = Mac.getInstance(HMAC);
			mac.init(this.key);
			return ByteBuffer.wrap(mac.doFinal(bytes.array()));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("The Java runtime has no HmacSHA256", ex);
		}
		finally {
			Arrays.fill(bytes.array(), (byte) 0);
		}
	}

	/**
	 * A hash of 128 bits.
	 *
	 * @param first the first half
	 * @param second the second half
	 */
	@Internal
	public record Value(long first, long second) {
	}

}

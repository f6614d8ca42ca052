package io.github.connectapi;

import java.nio.ByteBuffer;
import java.security.MessageDigest;

import org.springframework.util.Assert;

/**
 * Confidential string: a password or a token. {@link #toString()} returns a mask, and no
 * property or serialized form exposes it; only {@link #reveal()} does. Immutable and
 * thread-safe.
 */
public final class Secret {

	private static final String MASK = "******";

	/** Transient, so that libraries that serialize fields skip it. */
	private final transient String value;

	private Secret(String value) {
		this.value = value;
	}

	/**
	 * Create a secret.
	 * @param value the string to protect, kept unchanged
	 * @return the secret
	 * @throws IllegalArgumentException if the string is empty or blank
	 */
	public static Secret of(String value) {
		Assert.hasText(value, "A secret must not be blank");
		return new Secret(value);
	}

	/**
	 * Return the string, for sending it to the server that it belongs to.
	 * @return the unchanged string
	 */
	public String reveal() {
		return this.value;
	}

	/** Compare the strings in a time that does not depend on where they differ. */
	@Override
	public boolean equals(Object other) {
		return other instanceof Secret secret && MessageDigest.isEqual(bytes(this.value), bytes(secret.value));
	}

	@Override
	public int hashCode() {
		return this.value.hashCode();
	}

	/** Return the same mask for every secret. */
	@Override
	public String toString() {
		return MASK;
	}

	private static byte[] bytes(String value) {
		// A charset would encode every unpaired surrogate as the same question mark.
		ByteBuffer bytes = ByteBuffer.allocate(Character.BYTES * value.length());
		bytes.asCharBuffer().put(value);
		return bytes.array();
	}

}

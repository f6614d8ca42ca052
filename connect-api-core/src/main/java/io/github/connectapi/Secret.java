package io.github.connectapi;

import java.nio.ByteBuffer;
import java.security.MessageDigest;

import org.springframework.util.Assert;

/**
 * A text that must not be seen: a password or a token. It masks itself in
 * {@link #toString()} and has no property and no serialized form that would show it; only
 * {@link #reveal()} does. Immutable and thread-safe.
 */
public final class Secret {

	private static final String MASK = "******";

	/** Transient, so that libraries which serialize fields pass over it. */
	private final transient String value;

	private Secret(String value) {
		this.value = value;
	}

	/**
	 * Wraps a text.
	 * @param value the text to protect, kept as it is
	 * @return the secret
	 * @throws IllegalArgumentException if the text is empty or blank
	 */
	public static Secret of(String value) {
		Assert.hasText(value, "A secret must not be blank");
		return new Secret(value);
	}

	/**
	 * Opens the secret, to be sent to the server it belongs to.
	 * @return the text as it was given
	 */
	public String reveal() {
		return this.value;
	}

	/** Compares the texts in a time that does not depend on where they differ. */
	@Override
	public boolean equals(Object other) {
		return other instanceof Secret secret && MessageDigest.isEqual(bytes(this.value), bytes(secret.value));
	}

	@Override
	public int hashCode() {
		return this.value.hashCode();
	}

	/** Always the same mask, whatever the text. */
	@Override
	public String toString() {
		return MASK;
	}

	private static byte[] bytes(String value) {
		// An encoding would make the same question mark of every half of a pair.
		ByteBuffer bytes = ByteBuffer.allocate(Character.BYTES * value.length());
		bytes.asCharBuffer().put(value);
		return bytes.array();
	}

}

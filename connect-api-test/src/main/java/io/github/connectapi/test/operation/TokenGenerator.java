package io.github.connectapi.test.operation;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

import io.github.connectapi.test.Internal;

/**
 * Generates random tokens in the format of real ones: 270 to 350 characters, including
 * {@code + / = | #}.
 */
@Internal
public final class TokenGenerator {

	private static final int MIN_LENGTH = 270;

	private static final int MAX_LENGTH = 350;

	/**
	 * Matches a token, even inside a longer string. The pattern errs on the side of
	 * matching too much.
	 */
	public static final Pattern TOKEN_PATTERN = Pattern.compile("[A-Za-z0-9+/=|#%]{200,}");

	private final SecureRandom random = new SecureRandom();

	public String next() {
		int length = MIN_LENGTH + this.random.nextInt(MAX_LENGTH - MIN_LENGTH + 1);
		byte[] bytes = new byte[length];
		this.random.nextBytes(bytes);
		String text = Base64.getEncoder().encodeToString(bytes);
		int head = 60 + this.random.nextInt(40);
		// A client that does not treat a token as opaque fails on one of these
		// characters.
		return text.substring(0, head) + "+/=|#" + text.substring(head, length - 7) + "==";
	}

}

package io.github.connectapi.test;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * Writes tokens that look like real ones: 270 to 350 characters, among them
 * {@code + / = | #}, and nothing that could be guessed.
 */
final class TokenText {

	private static final int MIN = 270;

	private static final int MAX = 350;

	/**
	 * A token, also as a part of a longer text; masks rather too much than too little.
	 */
	static final Pattern LOOKS_LIKE = Pattern.compile("[A-Za-z0-9+/=|#%]{200,}");

	private final SecureRandom random = new SecureRandom();

	String next() {
		int length = MIN + this.random.nextInt(MAX - MIN + 1);
		byte[] bytes = new byte[length];
		this.random.nextBytes(bytes);
		String text = Base64.getEncoder().encodeToString(bytes);
		int head = 60 + this.random.nextInt(40);
		// A client that does not treat a token as opaque stumbles over one of these.
		return text.substring(0, head) + "+/=|#" + text.substring(head, length - 7) + "==";
	}

}

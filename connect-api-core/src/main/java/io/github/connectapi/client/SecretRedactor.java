package io.github.connectapi.client;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.Secret;

/**
 * Redacts the secrets of a request in strings of its response, so that a server that
 * repeats a secret does not expose it in an exception or a log.
 */
final class SecretRedactor {

	/** Redactor for a request without secrets. */
	static final SecretRedactor NONE = new SecretRedactor(List.of());

	private final List<Secret> secrets;

	private SecretRedactor(List<Secret> secrets) {
		this.secrets = secrets;
	}

	static SecretRedactor of(Secret token) {
		return new SecretRedactor(List.of(token));
	}

	static SecretRedactor of(@Nullable Secret token, ConnectCredentials credentials) {
		return new SecretRedactor(Stream
			.of(Stream.ofNullable(token), Stream.of(credentials.systemPassword()), credentials.userPassword().stream())
			.flatMap((secret) -> secret)
			.toList());
	}

	/**
	 * Redact each secret that is a whole word. A part of a longer word is kept, so that a
	 * password like "Error" does not change the code SystemError.
	 */
	String redact(String text) {
		String redacted = text;
		for (Secret secret : this.secrets) {
			redacted = Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(secret.reveal()) + "(?![\\p{L}\\p{N}])")
				.matcher(redacted)
				.replaceAll(secret.toString());
		}
		return redacted;
	}

}

package io.github.connectapi.client;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.Secret;

/**
 * The secrets that a request carried. A server that repeats one in what it says does not
 * bring it into an exception or a log by that.
 */
final class SecretRedactor {

	/** Of a request without secrets. */
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
	 * Masks each secret that stands by itself: a part of a longer word is left, so that a
	 * password like "Error" does not make another code of SystemError.
	 */
	String mask(String text) {
		String masked = text;
		for (Secret secret : this.secrets) {
			masked = Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(secret.reveal()) + "(?![\\p{L}\\p{N}])")
				.matcher(masked)
				.replaceAll(secret.toString());
		}
		return masked;
	}

}

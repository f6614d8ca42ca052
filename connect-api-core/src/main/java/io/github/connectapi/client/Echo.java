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
final class Echo {

	/** Of a request without secrets. */
	static final Echo NONE = new Echo(List.of());

	private final List<Secret> secrets;

	private Echo(List<Secret> secrets) {
		this.secrets = secrets;
	}

	static Echo of(Secret token) {
		return new Echo(List.of(token));
	}

	static Echo of(@Nullable Secret token, ConnectCredentials credentials) {
		return new Echo(Stream
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

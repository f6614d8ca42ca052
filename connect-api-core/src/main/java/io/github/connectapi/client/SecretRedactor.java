package io.github.connectapi.client;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.Secret;

/**
 * Redacts the secrets of a request in strings of its response, so that a server that
 * repeats a secret does not expose it in an exception or a log.
 */
final class SecretRedactor {

	/** Redactor for a request without secrets. */
	static final SecretRedactor NONE = new SecretRedactor(List.of());

	private static final String WITHHELD = "(withheld because it contains a secret)";

	/** No other word contains a secret of this length by chance. */
	private static final int UNIQUE_LENGTH = 16;

	private static final Pattern DOWNLOAD_TOKEN = Pattern.compile("\"DownloadToken\"\\s*:\\s*\"([^\"\\\\]+)\"");

	private final List<Secret> secrets;

	private SecretRedactor(List<Secret> secrets) {
		this.secrets = secrets;
	}

	static SecretRedactor of(Secret token) {
		return new SecretRedactor(List.of(token));
	}

	/**
	 * Return a redactor that redacts the download tokens in the body of a request, too.
	 */
	SecretRedactor withDownloadTokens(@Nullable String body) {
		Stream<Secret> downloadTokens = DOWNLOAD_TOKEN.matcher((body != null) ? body : "")
			.results()
			.map((token) -> token.group(1))
			.filter(StringUtils::hasText)
			.map(Secret::of);
		return new SecretRedactor(Stream.concat(this.secrets.stream(), downloadTokens).toList());
	}

	static SecretRedactor of(@Nullable Secret token, ConnectCredentials credentials) {
		// An API key is a credential of each request to the REST API.
		Stream<Secret> apiKey = credentials.isOAuth2() ? Stream.of(Secret.of(credentials.systemId())) : Stream.of();
		return new SecretRedactor(Stream
			.of(Stream.ofNullable(token), Stream.of(credentials.systemPassword()), credentials.userPassword().stream(),
					apiKey)
			.flatMap((secret) -> secret)
			.toList());
	}

	/**
	 * Redact each secret that is long or a whole word. A short part of a longer word is
	 * kept, so that a password like "Error" does not change the code SystemError. If a
	 * secret is in the text in any escaped form, the whole text is withheld.
	 */
	String redact(String text) {
		String redacted = text;
		for (Secret secret : this.secrets) {
			redacted = word(secret.reveal()).matcher(redacted).replaceAll(secret.toString());
		}
		return containsEscapedSecret(redacted) ? WITHHELD : redacted;
	}

	private boolean containsEscapedSecret(String text) {
		if (this.secrets.isEmpty()) {
			return false;
		}
		String unescaped = Unescaper.unescape(text);
		return unescaped == null
				|| this.secrets.stream().anyMatch((secret) -> containsSecret(unescaped, secret.reveal()));
	}

	private static boolean containsSecret(String text, String secret) {
		String unescaped = Unescaper.unescape(secret);
		return StringUtils.hasText(unescaped) && word(unescaped).matcher(text).find();
	}

	private static Pattern word(String word) {
		if (word.length() >= UNIQUE_LENGTH) {
			return Pattern.compile(Pattern.quote(word));
		}
		return Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(word) + "(?![\\p{L}\\p{N}])");
	}

}

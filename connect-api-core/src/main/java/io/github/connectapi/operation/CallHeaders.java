package io.github.connectapi.operation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.springframework.util.Assert;

/**
 * HTTP headers that a call may have. No message contains a value.
 */
final class CallHeaders {

	private static final int MAX_HEADERS = 32;

	private static final int MAX_VALUE_LENGTH = 4096;

	/** A token of RFC 9110. */
	private static final Pattern NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,128}");

	private static final Pattern VALUE = Pattern.compile("[\\x20-\\x7e]*");

	private static final Set<String> CREDENTIALS = Set.of("authorization", "cookie", "cookie2");

	private static final Set<String> CONNECTION = Set.of("connection", "expect", "host", "http2-settings", "keep-alive",
			"te", "trailer", "transfer-encoding", "upgrade");

	private static final Set<String> BODY = Set.of("accept", "accept-charset", "accept-encoding", "range", "if-range");

	private CallHeaders() {
	}

	/** Return a copy with a header, which replaces one of the same name in any case. */
	static Map<String, String> with(Map<String, String> headers, String name, String value) {
		Assert.isTrue(NAME.matcher(name).matches(), "The name of a header must be a token of HTTP");
		requireAllowed(name, name.toLowerCase(Locale.ROOT));
		Assert.isTrue(value.length() <= MAX_VALUE_LENGTH && VALUE.matcher(value).matches(),
				() -> "The value of the header %s must have up to %s visible characters and spaces of ASCII, without line breaks"
					.formatted(name, MAX_VALUE_LENGTH));
		Map<String, String> copy = new LinkedHashMap<>(headers);
		copy.keySet().removeIf((other) -> other.equalsIgnoreCase(name));
		copy.put(name, value);
		Assert.isTrue(copy.size() <= MAX_HEADERS,
				() -> "A request must have at most %s headers".formatted(MAX_HEADERS));
		return Collections.unmodifiableMap(copy);
	}

	private static void requireAllowed(String name, String lowerCase) {
		Assert.isTrue(!CREDENTIALS.contains(lowerCase) && !lowerCase.startsWith("proxy-"),
				() -> "The header %s must not be set because the token of the session authorizes a call"
					.formatted(name));
		Assert.isTrue(!CONNECTION.contains(lowerCase),
				() -> "The header %s must not be set because it belongs to the connection".formatted(name));
		Assert.isTrue(!lowerCase.startsWith("content-"),
				() -> "The header %s must not be set because it describes the body, which the client writes"
					.formatted(name));
		Assert.isTrue(!BODY.contains(lowerCase),
				() -> "The header %s must not be set because the client reads complete JSON only".formatted(name));
	}

}

package io.github.connectapi.transport;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.springframework.http.HttpHeaders;

/**
 * Checks the headers of a request, which a customizer may have changed.
 */
final class RequestHeaders {

	/** Headers that belong to the connection. */
	private static final Set<String> RESTRICTED = Set.of("connection", "expect", "host", "keep-alive",
			"proxy-connection", "te", "trailer", "transfer-encoding", "upgrade");

	private static final Pattern NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");

	private static final Pattern VALUE = Pattern.compile("[\\t\\x20-\\x7e\\x80-\\xff]*");

	private RequestHeaders() {
	}

	/**
	 * Return the headers to send, without the length of the body.
	 * @throws RequestRejectedException if a header cannot be sent
	 */
	static HttpHeaders validate(HttpHeaders headers) throws RequestRejectedException {
		HttpHeaders valid = new HttpHeaders();
		for (String name : headers.headerNames()) {
			if (!name.equalsIgnoreCase(HttpHeaders.CONTENT_LENGTH)) {
				List<String> values = headers.getOrEmpty(name);
				if (RESTRICTED.contains(name.toLowerCase(Locale.ROOT)) || !NAME.matcher(name).matches()
						|| !values.stream().allMatch((value) -> value != null && VALUE.matcher(value).matches())) {
					throw new RequestRejectedException("a customizer set a header that cannot be sent");
				}
				valid.addAll(name, values);
			}
		}
		return valid;
	}

}

package io.github.connectapi.transport;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

import io.github.connectapi.Secret;

/**
 * Headers of a request, which a customizer may have changed.
 */
final class RequestHeaders {

	private static final String USER_AGENT = "connect-api";

	/** Headers that belong to the connection. */
	private static final Set<String> RESTRICTED = Set.of("connection", "expect", "host", "keep-alive",
			"proxy-connection", "te", "trailer", "transfer-encoding", "upgrade");

	private static final Pattern NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");

	private static final Pattern VALUE = Pattern.compile("[\\t\\x20-\\x7e\\x80-\\xff]*");

	private RequestHeaders() {
	}

	/**
	 * Check the headers and complete them.
	 * @param headers the headers of the request
	 * @param target the server
	 * @param length the length of the body
	 * @param proxyAuthorization the value of {@code Proxy-Authorization} unless the
	 * headers contain one
	 * @return the headers to send
	 * @throws RequestRejectedException if a header cannot be sent
	 */
	static HttpHeaders complete(HttpHeaders headers, Target target, int length, @Nullable Secret proxyAuthorization)
			throws RequestRejectedException {
		HttpHeaders complete = new HttpHeaders();
		complete.set(HttpHeaders.HOST, target.hostHeader());
		complete.set(HttpHeaders.USER_AGENT, USER_AGENT);
		if (proxyAuthorization != null) {
			complete.set(HttpHeaders.PROXY_AUTHORIZATION, proxyAuthorization.reveal());
		}
		for (String name : headers.headerNames()) {
			complete.put(name, validate(name, headers.getOrEmpty(name)));
		}
		complete.setContentLength(length);
		return complete;
	}

	private static List<String> validate(String name, List<String> values) throws RequestRejectedException {
		if (RESTRICTED.contains(name.toLowerCase(Locale.ROOT)) || !NAME.matcher(name).matches()
				|| !values.stream().allMatch((value) -> value != null && VALUE.matcher(value).matches())) {
			throw new RequestRejectedException("a customizer or the caller set a header that cannot be sent");
		}
		return values;
	}

}

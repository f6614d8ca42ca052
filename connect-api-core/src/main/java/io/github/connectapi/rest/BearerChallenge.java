package io.github.connectapi.rest;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.util.StringUtils;

/**
 * Header {@code WWW-Authenticate} by RFC 9110, with the error of RFC 6750.
 */
final class BearerChallenge {

	private static final String TOKEN = "[A-Za-z0-9!#$%&'*+.^_`|~-]++";

	private static final String QUOTED = "\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"";

	/** A parameter after the one before it, so that none within a string is found. */
	private static final Pattern PARAMETER = Pattern.compile("\\G\\s*+,?\\s*+(?:(" + TOKEN + ")\\s++)?(" + TOKEN
			+ ")\\s*+=\\s*+(" + QUOTED + "|" + TOKEN + ")" + "(?=\\s*+(?:,|$))");

	private BearerChallenge() {
	}

	/** Return whether the server says that the token is invalid. */
	static boolean isInvalidToken(String header) {
		Matcher parameter = PARAMETER.matcher(header);
		String scheme = "";
		while (parameter.find()) {
			if (parameter.group(1) != null) {
				scheme = parameter.group(1);
			}
			if (scheme.equalsIgnoreCase("Bearer") && parameter.group(2).equalsIgnoreCase("error")) {
				return StringUtils.trimLeadingCharacter(StringUtils.trimTrailingCharacter(parameter.group(3), '"'), '"')
					.equals("invalid_token");
			}
		}
		return false;
	}

}

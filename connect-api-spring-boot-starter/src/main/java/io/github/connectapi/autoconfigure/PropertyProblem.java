package io.github.connectapi.autoconfigure;

/**
 * What is wrong with one property, and what to write instead. Contains no secret.
 *
 * @param property its full name
 * @param reason what is wrong
 * @param action what to do about it
 */
record PropertyProblem(String property, String reason, String action) {

	static PropertyProblem of(String name, String reason, String action) {
		return new PropertyProblem(GettyConnectProperties.PREFIX + "." + name, reason, action);
	}

}

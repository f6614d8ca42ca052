package io.github.connectapi.integration.language;

/**
 * A place where the text breaks a rule.
 *
 * @param path the path of the file, relative to the root of the repository
 * @param line the number of the line, from 1
 * @param problem a description of the problem
 */
record Finding(String path, int line, String problem) {

	@Override
	public String toString() {
		return "%s:%d: %s".formatted(this.path, this.line, this.problem);
	}

}

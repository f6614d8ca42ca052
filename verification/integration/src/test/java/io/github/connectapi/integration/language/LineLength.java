package io.github.connectapi.integration.language;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Checks that prose ends at column 100.
 */
final class LineLength {

	static final int MAX_COLUMNS = 100;

	private static final Pattern LINK_TARGET = Pattern.compile("(?<=])\\([^)]*\\)|<?https?://[^\\s>)]+>?");

	private static final Pattern LINK_DEFINITION = Pattern.compile("\\[[^]]+]: .*");

	private static final Pattern FENCE = Pattern.compile(" *(?:```|~~~).*");

	private static final Pattern YAML = Pattern.compile(".*\\.ya?ml");

	private static final Pattern SCRIPT = Pattern.compile("(?:.*/)?[^./]+|.*\\.(?:sh|properties|editorconfig)");

	private LineLength() {
	}

	/**
	 * Return a finding for each line of prose that is too long, in Markdown, in YAML and
	 * in the comments of scripts.
	 * @param path the path of the file
	 * @param text the text of the file
	 * @return the findings
	 */
	static List<Finding> check(String path, String text) {
		if (path.endsWith(".md")) {
			return checkMarkdown(path, text);
		}
		boolean yaml = YAML.matcher(path).matches();
		List<Finding> findings = new ArrayList<>();
		int number = 0;
		for (String line : text.split("\n", -1)) {
			number++;
			if (yaml || (SCRIPT.matcher(path).matches() && line.stripLeading().startsWith("#"))) {
				checkLine(path, number, line, findings);
			}
		}
		return findings;
	}

	private static List<Finding> checkMarkdown(String path, String text) {
		List<Finding> findings = new ArrayList<>();
		boolean code = false;
		int number = 0;
		for (String line : text.split("\n", -1)) {
			number++;
			if (FENCE.matcher(line).matches()) {
				code = !code;
			}
			else if (!code && isProse(line)) {
				checkLine(path, number, line, findings);
			}
		}
		return findings;
	}

	private static void checkLine(String path, int number, String line, List<Finding> findings) {
		int columns = LINK_TARGET.matcher(line).replaceAll("").codePoints().toArray().length;
		if (columns > MAX_COLUMNS) {
			findings.add(new Finding(path, number, "prose of %d columns, at most %d".formatted(columns, MAX_COLUMNS)));
		}
	}

	private static boolean isProse(String line) {
		return !line.stripLeading().startsWith("|") && !LINK_DEFINITION.matcher(line).matches();
	}

}

package io.github.connectapi.integration.language;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Checks that the prose of a Markdown document ends at column 100.
 */
final class LineLength {

	static final int MAX_COLUMNS = 100;

	private static final Pattern LINK_TARGET = Pattern.compile("(?<=])\\([^)]*\\)|<?https?://[^\\s>)]+>?");

	private static final Pattern LINK_DEFINITION = Pattern.compile("\\[[^]]+]: .*");

	private static final Pattern FENCE = Pattern.compile(" *(?:```|~~~).*");

	private LineLength() {
	}

	static List<Finding> check(String path, String text) {
		List<Finding> findings = new ArrayList<>();
		boolean code = false;
		int number = 0;
		for (String line : text.split("\n", -1)) {
			number++;
			if (FENCE.matcher(line).matches()) {
				code = !code;
			}
			else if (!code && isProse(line)) {
				int columns = LINK_TARGET.matcher(line).replaceAll("").codePoints().toArray().length;
				if (columns > MAX_COLUMNS) {
					findings.add(new Finding(path, number,
							"prose of %d columns, at most %d".formatted(columns, MAX_COLUMNS)));
				}
			}
		}
		return findings;
	}

	private static boolean isProse(String line) {
		return !line.stripLeading().startsWith("|") && !LINK_DEFINITION.matcher(line).matches();
	}

}

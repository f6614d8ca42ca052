package io.github.connectapi.test.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The operations of the server as text: one paragraph for each subject.
 */
final class OperationList {

	private static final int MAX_WIDTH = 100;

	private static final String INDENTATION = " ".repeat(4);

	private OperationList() {
	}

	static String of(List<String> paths) {
		Map<String, List<String>> groups = paths.stream()
			.collect(Collectors.groupingBy((path) -> path.substring(0, path.lastIndexOf('/') + 1), LinkedHashMap::new,
					Collectors.mapping((path) -> path.substring(path.lastIndexOf('/') + 1), Collectors.toList())));
		return groups.entrySet()
			.stream()
			.map((group) -> "  " + group.getKey() + "\n" + wrap(group.getValue()))
			.collect(Collectors.joining("\n"));
	}

	private static String wrap(List<String> names) {
		StringBuilder text = new StringBuilder();
		String line = INDENTATION;
		for (String name : names) {
			if (line.length() + name.length() > MAX_WIDTH) {
				text.append(line.stripTrailing()).append('\n');
				line = INDENTATION;
			}
			line += name + " ";
		}
		return text.append(line.stripTrailing()).toString();
	}

}

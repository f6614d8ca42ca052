package io.github.connectapi.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Prints rows as a Markdown table.
 */
final class MarkdownTable {

	private final List<List<String>> rows = new ArrayList<>();

	private final String title;

	MarkdownTable(String title, String... columns) {
		this.title = title;
		this.rows.add(List.of(columns));
	}

	MarkdownTable row(Object... cells) {
		this.rows.add(Arrays.stream(cells).map(MarkdownTable::text).toList());
		return this;
	}

	void print() {
		List<String> rule = this.rows.get(0).stream().map((column) -> "---").toList();
		this.rows.add(1, rule);
		System.out.println("\n" + this.title + "\n");
		System.out.println(this.rows.stream()
			.map((row) -> String.join(" | ", row))
			.collect(Collectors.joining(" |\n| ", "| ", " |")));
	}

	private static String text(Object cell) {
		return (cell instanceof Double number) ? String.format(Locale.ROOT, "%.2f", number) : cell.toString();
	}

}

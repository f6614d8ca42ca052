package io.github.connectapi.test.catalog.vocabulary;

import java.util.Arrays;
import java.util.List;

import io.github.connectapi.test.Internal;

/**
 * A table in a text block: a row per line, cells separated by {@code |}, the values of a
 * cell separated by {@code ;}.
 */
@Internal
public final class Table {

	private Table() {
	}

	/**
	 * Return the rows of a table.
	 * @param text the table
	 * @return the rows with their cells
	 */
	public static List<List<String>> rows(String text) {
		return text.lines().filter((line) -> !line.isBlank()).map((line) -> split(line, "\\|")).toList();
	}

	/**
	 * Return the values of a cell.
	 * @param cell the cell
	 * @return the values
	 */
	public static List<String> values(String cell) {
		return split(cell, ";").stream().filter((value) -> !value.isEmpty()).toList();
	}

	private static List<String> split(String text, String separator) {
		return Arrays.stream(text.split(separator, -1)).map(String::trim).toList();
	}

}

package io.github.connectapi.integration.api;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The list of the public API with a reason for each type and each group of members. In
 * the name of a member, {@code *} stands for any characters except parentheses.
 */
final class ApiList {

	private static final String HEADING = "## ";

	private static final Pattern CODE = Pattern.compile("`([^`]+)`");

	private static final Pattern REASON = Pattern.compile("\\S+ \\S+ .*\\S\\.");

	private static final String CONSTRUCTOR = "new ";

	private static final Pattern LONG_CONSTRUCTOR = Pattern.compile(CONSTRUCTOR + ".*(?:,.*){4}");

	private static final String NO_PROMISE = "no promise";

	private final Map<String, List<Row>> types = new TreeMap<>();

	private final List<String> problems = new ArrayList<>();

	private ApiList() {
	}

	static ApiList parse(String text) {
		ApiList list = new ApiList();
		String packageName = "";
		String type = "";
		for (String line : text.split("\n")) {
			if (line.startsWith(HEADING)) {
				packageName = line.substring(HEADING.length()).strip();
			}
			else if (line.startsWith("| `") || line.startsWith("| |")) {
				String[] cells = line.substring(1).split("\\|", -1);
				List<String> names = code(cells[0]);
				if (!names.isEmpty()) {
					type = packageName + "." + names.get(0);
					if (list.types.put(type, new ArrayList<>()) != null) {
						list.problems.add(type + " is listed twice");
					}
				}
				list.types.get(type).add(new Row(code(cells[1]), (cells.length > 2) ? cells[2].strip() : ""));
			}
		}
		return list;
	}

	/**
	 * Return the differences between the list and the classes.
	 * @param api the public types
	 * @return a description of each problem
	 */
	List<String> compare(SortedSet<ApiType> api) {
		List<String> found = new ArrayList<>(this.problems);
		SortedSet<String> gone = new TreeSet<>(this.types.keySet());
		for (ApiType type : api) {
			if (!gone.remove(type.key())) {
				found.add(type.key() + " is public and not listed");
				continue;
			}
			List<Row> rows = this.types.get(type.key());
			rows.forEach((row) -> checkReason(type, row, found));
			compareMembers(type, rows.stream().flatMap((row) -> row.members().stream()).toList(), found);
		}
		gone.forEach((type) -> found.add(type + " is listed and not public"));
		return found;
	}

	private static void checkReason(ApiType type, Row row, List<String> found) {
		if (!REASON.matcher(row.reason()).matches()) {
			found.add("%s %s has no reason".formatted(type.key(), row.members()));
		}
		if (!row.reason().contains(NO_PROMISE)) {
			row.members()
				.stream()
				.filter((member) -> LONG_CONSTRUCTOR.matcher(member).matches())
				.forEach((member) -> found.add("%s.%s has more than four parameters, and the reason is not \"%s\""
					.formatted(type.key(), member, NO_PROMISE)));
		}
	}

	private static void compareMembers(ApiType type, List<String> listed, List<String> found) {
		SortedSet<String> unlisted = new TreeSet<>(type.members());
		Set<String> unique = new HashSet<>();
		for (String entry : listed) {
			if (!unique.add(entry)) {
				found.add("%s.%s is listed twice".formatted(type.key(), entry));
			}
			else if (type.members().stream().noneMatch((member) -> matches(entry, member))) {
				found.add("%s.%s is listed and not public".formatted(type.key(), entry));
			}
			unlisted.removeIf((member) -> matches(entry, member));
		}
		unlisted.forEach((member) -> found.add("%s.%s is public and not listed".formatted(type.key(), member)));
	}

	/**
	 * Return whether an entry of the list applies to a member. An entry with {@code *}
	 * applies to no constructor.
	 */
	private static boolean matches(String entry, String member) {
		if (!entry.contains("*")) {
			return entry.equals(member);
		}
		String pattern = Pattern.quote(entry).replace("*", "\\E[^()]*\\Q");
		return !member.startsWith(CONSTRUCTOR) && member.matches(pattern);
	}

	/**
	 * Return the list for the classes, with the reasons of this list and empty cells for
	 * the missing ones.
	 * @param introduction the text before the first package
	 * @param api the public types
	 * @return the text of the list
	 */
	String update(String introduction, SortedSet<ApiType> api) {
		StringBuilder text = new StringBuilder(introduction.strip()).append('\n');
		String packageName = "";
		for (ApiType type : api) {
			if (!type.packageName().equals(packageName)) {
				packageName = type.packageName();
				text.append("\n## ").append(packageName).append("\n\n| type | members | reason |\n|---|---|---|\n");
			}
			text.append(row("`" + type.name() + "`", rows(type).get(0)));
			rows(type).stream().skip(1).forEach((row) -> text.append(row("", row)));
		}
		return text.toString();
	}

	private static String row(String type, Row row) {
		String members = String.join(", ", row.members().stream().map((member) -> "`" + member + "`").toList());
		return ("| " + type + " | " + members + " | " + row.reason() + " |\n").replace("  ", " ");
	}

	/** Return the row of the type itself, then those of its members. */
	private List<Row> rows(ApiType type) {
		List<Row> before = this.types.getOrDefault(type.key(), List.of());
		List<Row> rows = new ArrayList<>();
		rows.add(new Row(List.of(), before.isEmpty() ? "" : before.get(0).reason()));
		SortedSet<String> missing = new TreeSet<>(type.members());
		for (Row row : before) {
			List<String> members = row.members()
				.stream()
				.filter((entry) -> type.members().stream().anyMatch((member) -> matches(entry, member)))
				.toList();
			members.forEach((entry) -> missing.removeIf((member) -> matches(entry, member)));
			if (!members.isEmpty()) {
				rows.add(new Row(members, row.reason()));
			}
		}
		if (!missing.isEmpty()) {
			rows.add(new Row(List.copyOf(missing), ""));
		}
		return rows;
	}

	private static List<String> code(String cell) {
		return CODE.matcher(cell).results().map((result) -> result.group(1)).toList();
	}

	/**
	 * A row of the list.
	 *
	 * @param members the members, none in the row of the type itself
	 * @param reason the reason why they are public
	 */
	private record Row(List<String> members, String reason) {

	}

}

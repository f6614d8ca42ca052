package io.github.connectapi.integration.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The banned words, and the few places where one of them is the standard term.
 */
final class Dictionary {

	private static final String BEFORE = "(?<= )";

	private final List<Banned> banned = rows("banned-words.txt").map(Banned::of).toList();

	private final List<Banned> rawBanned = this.banned.stream().filter(Banned::raw).toList();

	// One search instead of a hundred for the passages that have no banned word.
	private final Pattern anyBanned = Pattern.compile(this.banned.stream()
		.filter((word) -> !word.raw())
		.map((word) -> word.pattern().pattern().substring(BEFORE.length()))
		.collect(Collectors.joining("|", BEFORE + "(?:", ")")));

	private final List<Allowed> allowed = rows("allowed-words.txt").map(Allowed::of).toList();

	/**
	 * Return a finding for each banned word of a passage.
	 * @param passage the passage
	 * @return the findings
	 */
	List<Finding> check(Passage passage) {
		List<Finding> findings = new ArrayList<>();
		String words = Words.of(passage.text());
		for (Banned word : this.anyBanned.matcher(words).find() ? this.banned : this.rawBanned) {
			String match = word.match(passage.kind(), passage.text(), words);
			if (match != null && this.allowed.stream().noneMatch((entry) -> entry.matches(match, passage))) {
				findings.add(new Finding(passage.path(), passage.line(),
						"\"%s\", better: %s".formatted(match, word.better())));
			}
		}
		return findings;
	}

	private static Stream<String[]> rows(String resource) {
		try (InputStream stream = Dictionary.class.getResourceAsStream(resource)) {
			if (stream == null) {
				throw new IllegalStateException("No resource " + resource);
			}
			String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
			return text.lines()
				.filter((line) -> !line.isBlank() && !line.startsWith("#"))
				.map((line) -> line.strip().split("\\s+;\\s+"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * A banned word or phrase.
	 *
	 * @param kind where it is banned, null everywhere
	 * @param pattern the pattern of the lower-case words
	 * @param raw whether the pattern is that of the text as it stands
	 * @param better the standard term
	 */
	private record Banned(@Nullable Kind kind, Pattern pattern, boolean raw, String better) {

		static Banned of(String[] row) {
			if (row.length != 3) {
				throw new IllegalStateException("Expected a word, a kind and a better term: " + String.join(";", row));
			}
			boolean raw = row[0].startsWith("/");
			Pattern pattern = Pattern.compile(raw ? row[0].substring(1) : BEFORE + "(?:" + row[0] + ")(?= )");
			Kind kind = switch (row[1]) {
				case "name" -> Kind.NAME;
				case "prose" -> Kind.PROSE;
				case "any" -> null;
				default -> throw new IllegalStateException("Unknown kind " + row[1]);
			};
			return new Banned(kind, pattern, raw, row[2]);
		}

		@Nullable String match(Kind where, String text, String words) {
			Matcher matcher = this.pattern.matcher(this.raw ? text : words);
			return (this.kind == null || this.kind == where) && matcher.find() ? matcher.group() : null;
		}

	}

	/**
	 * A place where a banned word is the standard term.
	 *
	 * @param word the pattern of the words that are allowed
	 * @param path the pattern of the path
	 * @param context the pattern of the line or of the file
	 * @param inFile whether the pattern is that of the file
	 */
	private record Allowed(Pattern word, Pattern path, Pattern context, boolean inFile) {

		private static final String FILE = "file:";

		static Allowed of(String[] row) {
			if (row.length != 4) {
				throw new IllegalStateException(
						"Expected a word, a path, a line and a reason: " + String.join(";", row));
			}
			boolean inFile = row[2].startsWith(FILE);
			Pattern context = Pattern.compile(inFile ? row[2].substring(FILE.length()) : row[2]);
			return new Allowed(Pattern.compile(row[0]), Pattern.compile(row[1]), context, inFile);
		}

		boolean matches(String match, Passage passage) {
			return this.word.matcher(match).matches() && this.path.matcher(passage.path()).find()
					&& this.context.matcher(this.inFile ? passage.file() : passage.context()).find();
		}

	}

}

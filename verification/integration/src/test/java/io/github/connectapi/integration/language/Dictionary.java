package io.github.connectapi.integration.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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
	 * Return a finding for each banned word of a passage, once for each line.
	 * @param passage the passage
	 * @return the findings
	 */
	Set<Finding> check(Passage passage) {
		Set<Finding> findings = new LinkedHashSet<>();
		Passage masked = mask(passage);
		String words = masked.words();
		for (Banned word : this.anyBanned.matcher(words).find() ? this.banned : this.rawBanned) {
			if (word.kind() == null || word.kind() == passage.kind()) {
				word.pattern().matcher(word.raw() ? masked.text() : words).results().forEach((match) -> {
					int line = word.raw() ? masked.lineInText(match.start()) : masked.lineInWords(match.start());
					findings.add(new Finding(passage.path(), line,
							"\"%s\", better: %s".formatted(match.group(), word.better())));
				});
			}
		}
		return findings;
	}

	/** Replace the standard terms by letters that are no word. */
	private Passage mask(Passage passage) {
		String text = passage.text();
		for (Allowed entry : this.allowed) {
			if (entry.path().matcher(passage.path()).find()) {
				text = entry.pattern().matcher(text).replaceAll((match) -> match.group().replaceAll("\\S", "x"));
			}
		}
		return new Passage(passage.path(), passage.line(), passage.kind(), text.lines().toList());
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

	}

	/**
	 * A standard term that contains a banned word.
	 *
	 * @param pattern the pattern of the text, with the neighboring words
	 * @param path the pattern of the path
	 */
	private record Allowed(Pattern pattern, Pattern path) {

		static Allowed of(String[] row) {
			if (row.length != 3) {
				throw new IllegalStateException("Expected a term, a path and a reason: " + String.join(";", row));
			}
			return new Allowed(Pattern.compile(row[0]), Pattern.compile(row[1]));
		}

	}

}

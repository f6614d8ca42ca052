package io.github.connectapi.integration.operations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A file of the documentation.
 *
 * @param path the path of the file
 * @param text the content of the file
 */
record Document(Path path, String text) {

	private static final Path ROOT = Path.of("../..");

	private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");

	private static final Pattern CODE_SPAN = Pattern.compile("`([^`]+)`");

	private static final Pattern CODE_BLOCK = Pattern.compile("(?ms)^```(\\w+)\\n(.*?)^```$");

	static Document of(String path) {
		return of(ROOT.resolve(path));
	}

	static Document of(Path path) {
		try {
			return new Document(path, Files.readString(path));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Return all Markdown files of the root directory and of {@code docs}. */
	static List<Document> all() {
		return Stream.of(ROOT, ROOT.resolve("docs")).flatMap(Document::markdownFiles).map(Document::of).toList();
	}

	private static Stream<Path> markdownFiles(Path directory) {
		try (Stream<Path> files = Files.list(directory)) {
			return files.filter((file) -> file.toString().endsWith(".md")).sorted().toList().stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Return the text between a heading and the next heading of any level. */
	String section(String heading) {
		String[] parts = this.text.split("(?m)^#+ " + Pattern.quote(heading) + "$", -1);
		if (parts.length != 2) {
			throw new IllegalArgumentException(
					"%s has %d headings '%s'".formatted(this.path, parts.length - 1, heading));
		}
		return HEADING.split(parts[1])[0];
	}

	/** Return the rows of the tables under a heading, without the head of the first. */
	List<List<String>> table(String heading) {
		List<List<String>> rows = section(heading).lines()
			.filter((line) -> line.startsWith("|"))
			.map((line) -> Arrays.stream(line.substring(1).split("\\|")).map(String::strip).toList())
			.toList();
		if (rows.size() < 3) {
			throw new IllegalArgumentException("%s has no table under '%s'".formatted(this.path, heading));
		}
		return rows.subList(2, rows.size());
	}

	/** Return the code blocks of a language under a heading. */
	List<String> codeBlocks(String language, String heading) {
		return codeBlocksOf(section(heading), language);
	}

	/** Return all code blocks of a language. */
	List<String> codeBlocks(String language) {
		return codeBlocksOf(this.text, language);
	}

	private static List<String> codeBlocksOf(String text, String language) {
		return CODE_BLOCK.matcher(text)
			.results()
			.filter((block) -> block.group(1).equals(language))
			.map((block) -> block.group(2))
			.toList();
	}

	/** Return the anchors of all headings, named as GitHub names them. */
	Set<String> anchors() {
		return HEADING.matcher(this.text)
			.results()
			.map((heading) -> anchor(heading.group(1)))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	/** Return the heading that has an anchor. */
	String heading(String anchor) {
		return HEADING.matcher(this.text)
			.results()
			.map((heading) -> heading.group(1))
			.filter((heading) -> anchor(heading).equals(anchor))
			.findFirst()
			.orElseThrow();
	}

	/** Return the code spans of a text, in their order. */
	static List<String> codeSpans(String text) {
		return CODE_SPAN.matcher(text).results().map((span) -> span.group(1)).toList();
	}

	private static String anchor(String heading) {
		return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\w\\- ]", "").replace(' ', '-');
	}

}

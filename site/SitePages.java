import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes the Markdown files of the repository as sources of the site: with anchors as on
 * GitHub, a table of contents, and links to pages instead of Markdown files. Starts with
 * the README and follows the links, also to other files, which are copied.
 */
public class SitePages {

	private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s#]*)(#[^)\\s]*)?\\)");

	private static final Pattern HEADING = Pattern.compile("^(#{1,6}) +(.*)$");

	private final Path root;

	private final Path pages;

	private final Path resources;

	private final Deque<Path> waiting = new ArrayDeque<>();

	private final Set<Path> known = new HashSet<>();

	private SitePages(Path root, Path target) {
		this.root = root;
		this.pages = target.resolve("markdown");
		this.resources = target.resolve("resources");
	}

	/**
	 * Write the pages.
	 * @param args the root of the repository, and the directory of the sources of the
	 * site
	 * @throws IOException if a file cannot be read or written
	 */
	public static void main(String[] args) throws IOException {
		SitePages pages = new SitePages(Path.of(args[0]).toAbsolutePath().normalize(), Path.of(args[1]));
		List.of("README.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md", "docs/README.md").forEach(pages::add);
		while (!pages.waiting.isEmpty()) {
			pages.write(pages.waiting.remove());
		}
	}

	private void add(String file) {
		add(this.root.resolve(file));
	}

	private void add(Path file) {
		if (this.known.add(file)) {
			this.waiting.add(file);
		}
	}

	private void write(Path file) throws IOException {
		Path relative = this.root.relativize(file);
		if (!file.toString().endsWith(".md")) {
			Path copy = this.resources.resolve(relative);
			Files.createDirectories(copy.getParent());
			Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
			return;
		}
		Path page = this.pages.resolve(page(relative));
		Files.createDirectories(page.getParent());
		Files.writeString(page, convert(file, Files.readString(file)));
	}

	/** Return the page of a file: that of a README is the index of its directory. */
	private static Path page(Path file) {
		return file.getFileName().toString().equals("README.md") ? file.resolveSibling("index.md") : file;
	}

	private String convert(Path file, String text) {
		StringBuilder converted = new StringBuilder();
		Map<String, Integer> anchors = new HashMap<>();
		boolean code = false;
		boolean contents = text.lines().filter((line) -> line.startsWith("## ")).count() > 3;
		for (String line : text.lines().toList()) {
			code ^= line.strip().startsWith("```");
			Matcher heading = HEADING.matcher(line);
			if (code || !heading.matches()) {
				converted.append(code ? line : withLinks(file, line)).append('\n');
				continue;
			}
			converted.append("<a id=\"%s\"></a>%n%n%s%n".formatted(anchor(heading.group(2), anchors), line));
			if (contents && heading.group(1).length() == 1) {
				converted.append("\n<!-- MACRO{toc|fromDepth=2|toDepth=3} -->\n");
				contents = false;
			}
		}
		return converted.toString();
	}

	/** Return the anchor that GitHub gives to a heading. */
	private static String anchor(String heading, Map<String, Integer> anchors) {
		String anchor = heading.replaceAll("\\[([^]]*)]\\([^)]*\\)", "$1")
			.toLowerCase(Locale.ROOT)
			.replaceAll("[^\\p{L}\\p{N} _-]", "")
			.replace(' ', '-');
		int count = anchors.merge(anchor, 1, Integer::sum);
		return (count == 1) ? anchor : "%s-%s".formatted(anchor, count - 1);
	}

	private String withLinks(Path file, String line) {
		return LINK.matcher(line).replaceAll((link) -> Matcher.quoteReplacement(withLink(file, link)));
	}

	private String withLink(Path file, MatchResult link) {
		String address = link.group(1);
		String anchor = (link.group(2) != null) ? link.group(2) : "";
		if (address.isEmpty() || address.contains(":")) {
			return link.group();
		}
		Path target = file.resolveSibling(address).normalize();
		if (Files.isDirectory(target)) {
			target = target.resolve(Files.exists(target.resolve("README.md")) ? "README.md" : "pom.xml");
		}
		if (!target.startsWith(this.root) || !Files.exists(target)) {
			throw new IllegalStateException("%s links to %s, which does not exist".formatted(file, address));
		}
		add(target);
		Path page = page(this.root.relativize(target));
		String relative = page(this.root.relativize(file)).resolveSibling("").relativize(page).toString();
		return "](%s%s)".formatted(relative.replaceAll("\\.md$", ".html"), anchor);
	}

}

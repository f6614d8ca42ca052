import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Checks the links of a site: each file and each anchor exists, and nothing is loaded
 * from another host.
 */
public class SiteCheck {

	private static final Pattern ANCHOR = Pattern.compile("\\b(?:id|name)=[\"']([^\"']+)[\"']");

	private static final Pattern LINK = Pattern.compile("\\b(href|src)=[\"']([^\"']*)[\"']");

	private final Path site;

	private final Map<Path, Set<String>> anchors = new HashMap<>();

	private final Set<String> problems = new TreeSet<>();

	private int links;

	private SiteCheck(Path site) {
		this.site = site;
	}

	/**
	 * Check a site. Exits with 1 if there are problems.
	 * @param args the directory of the site
	 * @throws IOException if a file cannot be read
	 */
	public static void main(String[] args) throws IOException {
		SiteCheck check = new SiteCheck(Path.of(args[0]).toAbsolutePath().normalize());
		List<Path> pages = check.pages();
		for (Path page : pages) {
			check.check(page);
		}
		check.problems.forEach(System.out::println);
		System.out.printf("%s pages, %s links, %s problems%n", pages.size(), check.links, check.problems.size());
		if (!check.problems.isEmpty() || pages.size() < 20) {
			System.exit(1);
		}
	}

	/** Javadoc checks its own links, so only the documents are read. */
	private List<Path> pages() throws IOException {
		try (Stream<Path> files = Files.walk(this.site)) {
			return files.filter((file) -> file.toString().endsWith(".html"))
				.filter((file) -> !file.startsWith(this.site.resolve("javadoc")))
				.toList();
		}
	}

	private void check(Path page) throws IOException {
		String text = withoutScripts(Files.readString(page));
		Matcher link = LINK.matcher(text);
		while (link.find()) {
			this.links++;
			check(page, link.group(1), link.group(2).replace("&amp;", "&"));
		}
		if (text.matches("(?s).*\\$\\{(project|site)\\..*") || text.contains("MACRO{")) {
			this.problems.add("%s: something was not replaced".formatted(this.site.relativize(page)));
		}
	}

	private void check(Path page, String attribute, String address) throws IOException {
		if (address.matches("[a-z]+:.*|//.*")) {
			require(attribute.equals("href"), page, address, "is loaded from another host");
			return;
		}
		String[] parts = address.split("#", 2);
		Path target = parts[0].isEmpty() ? page
				: page.resolveSibling(URLDecoder.decode(parts[0], StandardCharsets.UTF_8)).normalize();
		require(Files.isRegularFile(target), page, address, "does not exist");
		if (parts.length == 2 && !parts[1].isEmpty() && Files.isRegularFile(target)) {
			require(anchors(target).contains(URLDecoder.decode(parts[1], StandardCharsets.UTF_8)), page, address,
					"has no such anchor");
		}
	}

	private Set<String> anchors(Path page) throws IOException {
		Set<String> known = this.anchors.get(page);
		if (known == null) {
			known = new HashSet<>();
			Matcher anchor = ANCHOR.matcher(Files.readString(page));
			while (anchor.find()) {
				known.add(anchor.group(1));
			}
			this.anchors.put(page, known);
		}
		return known;
	}

	private void require(boolean condition, Path page, String address, String problem) {
		if (!condition) {
			this.problems.add("%s: %s %s".formatted(this.site.relativize(page), address, problem));
		}
	}

	private static String withoutScripts(String text) {
		return text.replaceAll("(?s)<script[^>]*>.+?</script>", "");
	}

}

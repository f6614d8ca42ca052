package io.github.connectapi.integration.operations;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A PromQL expression.
 *
 * @param text the text of the expression
 */
record PromqlQuery(String text) {

	/** The labels that Prometheus adds to each sample. */
	private static final Set<String> TARGET_LABELS = Set.of("job", "instance");

	private static final Pattern METRIC = Pattern.compile("(getty_\\w+)(?:\\{([^}]*)})?");

	private static final Pattern MATCHER = Pattern.compile("(\\w+)(=~|!=|!~|=)\"([^\"]*)\"");

	private static final Pattern AGGREGATION = Pattern.compile("by \\(([^)]*)\\) \\((?:\\w+\\()?(getty_\\w+)");

	private static final Pattern MATCHING = Pattern.compile("on \\(([^)]*)\\)");

	/** Assert that its metrics, labels and literal label values were scraped. */
	void assertScraped(PrometheusScrape scrape) {
		assertThat(metrics()).as(this.text).isNotEmpty();
		METRIC.matcher(this.text).results().forEach((metric) -> {
			Set<String> known = labels(scrape, metric.group(1));
			assertThat(known).as("%s in %s", metric.group(1), this.text).hasSizeGreaterThan(TARGET_LABELS.size());
			if (metric.group(2) != null) {
				MATCHER.matcher(metric.group(2)).results().forEach((matcher) -> assertMatches(scrape, known, matcher));
			}
			MATCHING.matcher(this.text)
				.results()
				.forEach((matching) -> assertThat(known).as(this.text).containsAll(names(matching)));
		});
		AGGREGATION.matcher(this.text)
			.results()
			.forEach((aggregation) -> assertThat(labels(scrape, aggregation.group(2))).as(this.text)
				.containsAll(names(aggregation)));
	}

	private void assertMatches(PrometheusScrape scrape, Set<String> known, MatchResult matcher) {
		assertThat(known).as(this.text).contains(matcher.group(1));
		if (!matcher.group(2).endsWith("~")) {
			assertThat(values(scrape, matcher.group(1))).as(this.text).contains(matcher.group(3));
		}
	}

	/** Return the labels of the result. */
	Set<String> labels(PrometheusScrape scrape) {
		return AGGREGATION.matcher(this.text)
			.results()
			.findFirst()
			.map((aggregation) -> (Set<String>) new TreeSet<>(names(aggregation)))
			.orElseGet(() -> labels(scrape, metrics().get(0)));
	}

	private List<String> metrics() {
		return METRIC.matcher(this.text).results().map((metric) -> metric.group(1)).toList();
	}

	private static List<String> names(MatchResult labels) {
		return Arrays.asList(labels.group(1).split(", ?"));
	}

	private static Set<String> labels(PrometheusScrape scrape, String metric) {
		Set<String> labels = scrape.labelsOfSample(metric);
		labels.addAll(TARGET_LABELS);
		return labels;
	}

	private static Set<String> values(PrometheusScrape scrape, String label) {
		Set<String> values = scrape.samples()
			.stream()
			.filter((sample) -> sample.labels().containsKey(label))
			.map((sample) -> sample.labels().get(label))
			.collect(Collectors.toCollection(TreeSet::new));
		if (label.equals("outcome")) {
			values.addAll(Document.of("docs/operations.md")
				.table("Values of outcome")
				.stream()
				.map((row) -> Document.codeSpans(row.get(0)).get(0))
				.toList());
		}
		return values;
	}

}

package io.github.connectapi.integration.operations;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The metrics of the library in the text that Prometheus scrapes.
 *
 * @param types the type of each metric by its name
 * @param samples the lines with a value
 */
record PrometheusScrape(Map<String, String> types, List<Sample> samples) {

	private static final Pattern TYPE = Pattern.compile("(?m)^# TYPE (getty_\\w+) (\\w+)$");

	private static final Pattern SAMPLE = Pattern.compile("(?m)^(getty_\\w+)\\{(.*)} (\\S+)$");

	private static final Pattern LABEL = Pattern.compile("(\\w+)=\"([^\"]*)\"");

	static PrometheusScrape of(String text) {
		Map<String, String> types = new TreeMap<>();
		TYPE.matcher(text).results().forEach((type) -> types.put(type.group(1), type.group(2)));
		types.keySet().removeIf((name) -> name.endsWith("_max") && types.containsKey(name.replaceAll("_max$", "")));
		List<Sample> samples = SAMPLE.matcher(text)
			.results()
			.map((sample) -> new Sample(sample.group(1), parseLabels(sample.group(2))))
			.toList();
		return new PrometheusScrape(types, samples);
	}

	/** Return the labels of a metric, whatever suffix its samples have. */
	Set<String> labels(String metric) {
		return this.samples.stream()
			.filter((sample) -> sample.name().replaceAll("_(count|sum|max)$", "").equals(metric)
					|| sample.name().equals(metric))
			.flatMap((sample) -> sample.labels().keySet().stream())
			.collect(Collectors.toCollection(TreeSet::new));
	}

	/** Return the labels of the samples with exactly this name. */
	Set<String> labelsOfSample(String name) {
		return this.samples.stream()
			.filter((sample) -> sample.name().equals(name))
			.flatMap((sample) -> sample.labels().keySet().stream())
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static Map<String, String> parseLabels(String text) {
		Map<String, String> labels = new TreeMap<>();
		Matcher matcher = LABEL.matcher(text);
		while (matcher.find()) {
			labels.put(matcher.group(1), matcher.group(2));
		}
		return labels;
	}

	/**
	 * A line with a value.
	 *
	 * @param name the name with its suffix
	 * @param labels the labels by name
	 */
	record Sample(String name, Map<String, String> labels) {
	}

}

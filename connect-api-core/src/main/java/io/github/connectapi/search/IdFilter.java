package io.github.connectapi.search;

import java.util.List;

/**
 * Ids that a search includes or excludes.
 *
 * @param ids the ids, at least one
 * @param mode {@code include} or {@code exclude}
 */
public record IdFilter(List<String> ids, String mode) {

	/**
	 * Create a filter with a copy of the ids.
	 * @param ids the ids, at least one
	 * @param mode {@code include} or {@code exclude}
	 */
	public IdFilter {
		ids = List.copyOf(ids);
	}

	/**
	 * Create a filter that finds only what has one of the given ids.
	 * @param ids the ids, at least one
	 * @return the filter
	 */
	public static IdFilter include(String... ids) {
		return new IdFilter(List.of(ids), "include");
	}

	/**
	 * Create a filter that finds only what has none of the given ids.
	 * @param ids the ids, at least one
	 * @return the filter
	 */
	public static IdFilter exclude(String... ids) {
		return new IdFilter(List.of(ids), "exclude");
	}

}

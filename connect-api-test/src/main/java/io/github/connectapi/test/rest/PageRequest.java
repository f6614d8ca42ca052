package io.github.connectapi.test.rest;

import java.util.List;
import java.util.Set;

/**
 * The page of a search that a request wants.
 *
 * @param number the number of the page, from 1
 * @param size the maximum number of images
 */
record PageRequest(int number, int size) {

	private static final int DEFAULT_SIZE = 30;

	private static final Set<Integer> SIZES = Set.of(1, 2, 3, 4, 5, 6, 10, 12, 15, 20, 25, 30, 50, 60, 75, 100);

	static PageRequest of(RestRequest request) throws RestErrorException {
		int number = integer(request, "page", 1);
		int size = integer(request, "page_size", DEFAULT_SIZE);
		if (number < 1) {
			throw invalidPage("The page must be at least 1.");
		}
		if (!SIZES.contains(size)) {
			throw RestErrorException.invalidParameter("The page_size must be one of "
					+ String.join(", ", SIZES.stream().sorted().map(String::valueOf).toList()) + ".");
		}
		return new PageRequest(number, size);
	}

	/** Return the page, which is empty only if there is nothing at all. */
	<T> List<T> of(List<T> all) throws RestErrorException {
		int last = Math.max(1, (all.size() + this.size - 1) / this.size);
		if (this.number > last) {
			throw invalidPage("The page must be at most %d.".formatted(last));
		}
		return all.stream().skip((this.number - 1L) * this.size).limit(this.size).toList();
	}

	private static int integer(RestRequest request, String name, int defaultValue) throws RestErrorException {
		String text = request.parameter(name).orElse(String.valueOf(defaultValue));
		try {
			return Integer.parseInt(text.strip());
		}
		catch (NumberFormatException ex) {
			throw RestErrorException.invalidParameter("The %s must be a whole number.".formatted(name));
		}
	}

	private static RestErrorException invalidPage(String message) {
		return RestErrorException.of(400, "InvalidPage", message);
	}

}

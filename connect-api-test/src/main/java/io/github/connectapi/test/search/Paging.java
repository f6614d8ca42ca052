package io.github.connectapi.test.search;

import java.util.List;
import java.util.OptionalInt;

import io.github.connectapi.test.operation.OperationErrorException;
import io.github.connectapi.test.operation.OperationResult;
import io.github.connectapi.test.operation.RequestArguments;

/**
 * The part of the matches that a request wants.
 *
 * @param count the maximum number of items
 * @param start the number of the first item, from 1
 */
record Paging(int count, int start) {

	static Paging of(RequestArguments options, int maxCount) throws OperationErrorException {
		int count = required(options, "ItemCount");
		if (count < 1) {
			throw new OperationErrorException("InvalidItemCount", "ItemCount must be greater than zero.");
		}
		if (count > maxCount) {
			throw new OperationErrorException("MaxExceeded", "ItemCount must be at most %s.".formatted(maxCount));
		}
		int start = required(options, "ItemStartNumber");
		if (start < 1) {
			throw new OperationErrorException("InvalidItemStartNumber", "ItemStartNumber must be greater than zero.");
		}
		return new Paging(count, start);
	}

	<T> List<T> page(List<T> matches) {
		long end = Math.min(matches.size(), this.start - 1L + this.count);
		return (this.start > matches.size()) ? List.of() : matches.subList(this.start - 1, (int) end);
	}

	private static int required(RequestArguments options, String name) throws OperationErrorException {
		OptionalInt number = options.integer(name);
		if (number.isEmpty()) {
			throw OperationErrorException.invalidRequest("%s is required.".formatted(name));
		}
		return number.getAsInt();
	}

	/**
	 * What a search returns if there is no item on the page.
	 */
	enum EmptyPages {

		/** An empty result with a warning. */
		WARNING,

		/** An error. */
		ERROR;

		/**
		 * Return a result with the status entry of an empty page, if it is empty.
		 * @param result the result
		 * @param paging the page
		 * @param total the number of matches
		 * @param noHitsCode the documented code if there are no matches
		 * @return the result
		 * @throws OperationErrorException if the page is empty and this is {@link #ERROR}
		 */
		OperationResult check(OperationResult result, Paging paging, int total, String noHitsCode)
				throws OperationErrorException {
			if (total == 0) {
				return empty(result, noHitsCode, "Nothing matches the query and the filters.");
			}
			if (paging.start() > total) {
				return empty(result, "StartPastTotal", "ItemStartNumber is greater than the number of matches.");
			}
			return result;
		}

		private OperationResult empty(OperationResult result, String code, String message)
				throws OperationErrorException {
			if (this == ERROR) {
				throw new OperationErrorException(code, message);
			}
			return result.withWarning(code, message);
		}

	}

}

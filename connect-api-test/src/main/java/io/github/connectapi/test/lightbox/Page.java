package io.github.connectapi.test.lightbox;

import java.util.List;

import io.github.connectapi.test.operation.OperationErrorException;
import io.github.connectapi.test.operation.RequestArguments;

/**
 * A page of a list.
 *
 * @param count the maximum number of entries
 * @param start the number of its first entry, counted from 1
 */
record Page(int count, int start) {

	private static final int MAX_COUNT = 500;

	static Page of(RequestArguments options) throws OperationErrorException {
		int count = Arguments.requiredInteger(options, "ItemCount");
		int start = Arguments.requiredInteger(options, "ItemStartNumber");
		if (count < 1) {
			throw new OperationErrorException("InvalidItemCount", "ItemCount must be greater than zero.");
		}
		if (count > MAX_COUNT) {
			throw new OperationErrorException("MaxExceeded", "ItemCount must be at most %s.".formatted(MAX_COUNT));
		}
		if (start < 1) {
			throw new OperationErrorException("InvalidItemStartNumber", "ItemStartNumber must be greater than zero.");
		}
		return new Page(count, start);
	}

	/** Return the entries of this page, which are none if the list is empty. */
	<T> List<T> of(List<T> all) throws OperationErrorException {
		if (this.start > Math.max(1, all.size())) {
			throw new OperationErrorException("StartPastTotal",
					"ItemStartNumber %s is greater than the total of %s.".formatted(this.start, all.size()));
		}
		return all.stream().skip(this.start - 1L).limit(this.count).toList();
	}

}

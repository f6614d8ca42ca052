package io.github.connectapi.test.download;

import java.util.List;

import io.github.connectapi.test.operation.OperationErrorException;
import io.github.connectapi.test.operation.RequestArguments;
import tools.jackson.databind.node.ObjectNode;

/**
 * A page of a list.
 *
 * @param count the maximum number of items
 * @param start the number of the first item, counted from 1
 */
record ItemPage(int count, int start) {

	private static final int MAX_COUNT = 75;

	static ItemPage of(RequestArguments arguments) throws OperationErrorException {
		int count = required(arguments, "ItemCount");
		int start = required(arguments, "ItemStartNumber");
		if (count < 1) {
			throw new OperationErrorException("InvalidItemCount", "ItemCount must be greater than 0.");
		}
		if (count > MAX_COUNT) {
			throw new OperationErrorException("MaxExceeded", "ItemCount must be at most %d.".formatted(MAX_COUNT));
		}
		if (start < 1) {
			throw new OperationErrorException("InvalidItemStartNumber", "ItemStartNumber must be greater than 0.");
		}
		return new ItemPage(count, start);
	}

	/**
	 * Return the items of this page and write the fields that describe it.
	 * @param <T> the type of the items
	 * @param all all items
	 * @param result the result to write to
	 * @return the items
	 * @throws OperationErrorException if there are items, but none on this page
	 */
	<T> List<T> select(List<T> all, ObjectNode result) throws OperationErrorException {
		if (this.start > Math.max(1, all.size())) {
			throw new OperationErrorException("StartPastTotal",
					"ItemStartNumber must be at most %d.".formatted(Math.max(1, all.size())));
		}
		List<T> items = all.stream().skip(this.start - 1L).limit(this.count).toList();
		result.put("ItemCount", items.size()).put("ItemStartNumber", this.start).put("ItemTotalCount", all.size());
		return items;
	}

	private static int required(RequestArguments arguments, String name) throws OperationErrorException {
		return arguments.integer(name)
			.orElseThrow(() -> OperationErrorException.invalidRequest("%s is required.".formatted(name)));
	}

}

package io.github.connectapi.test.search;

import java.util.List;
import java.util.Set;

import io.github.connectapi.test.catalog.Catalog;
import io.github.connectapi.test.operation.Choices;
import io.github.connectapi.test.operation.OperationErrorException;
import io.github.connectapi.test.operation.RequestArguments;

/**
 * A filter that includes or excludes ids.
 *
 * @param ids the ids
 * @param include whether only items with one of the ids pass; if not, only the others
 */
record IdFilter(Set<String> ids, boolean include) {

	private static final IdFilter ALL = new IdFilter(Set.of(), false);

	boolean passes(String id) {
		return this.ids.contains(id) == this.include;
	}

	static IdFilter ofCollections(RequestArguments filter) throws OperationErrorException {
		if (!filter.has("Collections")) {
			return ALL;
		}
		RequestArguments collections = filter.object("Collections");
		if (collections.text("Mode").isEmpty()) {
			throw new OperationErrorException("CollectionModeEmpty", "Collections.Mode must not be empty.");
		}
		List<String> ids = collections.texts("Ids");
		if (ids.isEmpty()) {
			throw new OperationErrorException("CollectionIdsEmpty", "Collections.Ids must not be empty.");
		}
		for (String id : ids) {
			checkCollection(id);
		}
		return of(collections, ids);
	}

	static IdFilter ofSources(RequestArguments filter) throws OperationErrorException {
		if (!filter.has("EditorialSources")) {
			return ALL;
		}
		RequestArguments sources = filter.object("EditorialSources");
		List<String> ids = sources.texts("Ids");
		if (ids.isEmpty() || ids.stream().anyMatch((id) -> !isNumber(id))) {
			throw new OperationErrorException("InvalidEditorialSourceId", "EditorialSources.Ids must be numbers.");
		}
		return of(sources, ids);
	}

	private static IdFilter of(RequestArguments arguments, List<String> ids) throws OperationErrorException {
		String mode = Choices.of("Mode", "include", "exclude").withCode("InvalidIncludeExcludeMode").one(arguments, "");
		if (mode.isEmpty()) {
			throw new OperationErrorException("InvalidIncludeExcludeMode", "Mode must not be empty.");
		}
		return new IdFilter(Set.copyOf(ids), mode.equals("include"));
	}

	private static void checkCollection(String id) throws OperationErrorException {
		if (!isNumber(id)) {
			throw new OperationErrorException("InvalidCollectionId", "Collections.Ids must be numbers.");
		}
		if (Catalog.get()
			.collections()
			.stream()
			.noneMatch((collection) -> Integer.toString(collection.id()).equals(id))) {
			throw new OperationErrorException("NonExistingCollectionId", "A collection of the request does not exist.");
		}
	}

	private static boolean isNumber(String id) {
		return !id.isEmpty() && id.chars().allMatch((digit) -> digit >= '0' && digit <= '9');
	}

}

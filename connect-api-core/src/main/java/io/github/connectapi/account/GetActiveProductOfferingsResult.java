package io.github.connectapi.account;

import java.util.List;

import io.github.connectapi.operation.ListCopies;

/**
 * Result of {@code GetActiveProductOfferings}, which has no request. Only the library
 * creates instances; components may be added.
 *
 * @param activeProductOfferings the types of the active product offerings of the user,
 * for instance {@code EasyAccess}; may be empty
 */
public record GetActiveProductOfferingsResult(List<String> activeProductOfferings) {

	/**
	 * Create a record with copies of the lists. A missing list is empty.
	 * @param activeProductOfferings the types of the active product offerings of the
	 * user, for instance {@code EasyAccess}; may be empty
	 */
	public GetActiveProductOfferingsResult {
		activeProductOfferings = ListCopies.orEmpty(activeProductOfferings);
	}

}

package io.github.connectapi.account;

import java.util.List;

import io.github.connectapi.operation.ListCopies;

/**
 * Result of {@code GetAllProductOfferings}, which has no request. Only the library
 * creates instances; components may be added.
 *
 * @param productOfferings the royalty-free product offerings, including those that have
 * expired; may be empty
 */
public record GetAllProductOfferingsResult(List<ProductOffering> productOfferings) {

	/**
	 * Create a record with copies of the lists. A missing list is empty.
	 * @param productOfferings the royalty-free product offerings, including those that
	 * have expired; may be empty
	 */
	public GetAllProductOfferingsResult {
		productOfferings = ListCopies.orEmpty(productOfferings);
	}

}

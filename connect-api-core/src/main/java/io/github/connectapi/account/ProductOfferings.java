package io.github.connectapi.account;

import java.util.List;

import io.github.connectapi.call.ConnectApi;
import io.github.connectapi.operation.ConnectOperations;

/**
 * Returns the product offerings of the user, and their quota. Thread-safe. Methods throw
 * the exceptions of {@link ConnectApi}.
 */
public final class ProductOfferings {

	private final ConnectApi connect;

	/**
	 * Create an instance.
	 * @param connect the API that calls {@code GetActiveProductOfferings} and
	 * {@code GetAllProductOfferings}
	 */
	public ProductOfferings(ConnectApi connect) {
		this.connect = connect;
	}

	/**
	 * Return the types of the active product offerings.
	 * @return the types, for instance {@code EasyAccess}; may be empty
	 */
	public List<String> activeTypes() {
		return this.connect
			.call(ConnectOperations.GET_ACTIVE_PRODUCT_OFFERINGS, null, GetActiveProductOfferingsResult.class)
			.activeProductOfferings();
	}

	/**
	 * Return the royalty-free product offerings with their quota, including those that
	 * have expired. The quota of other product offerings is in the authorizations of an
	 * image only.
	 * @return the product offerings; may be empty
	 */
	public List<ProductOffering> royaltyFree() {
		return this.connect.call(ConnectOperations.GET_ALL_PRODUCT_OFFERINGS, null, GetAllProductOfferingsResult.class)
			.productOfferings();
	}

}

package io.github.connectapi.purchase;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.license.License;

/**
 * The way to buy one asset.
 */
interface BuyingCall {

	/** Return what pays. Nothing is bought. */
	AuthorizedOption choose(LicenseRequest request);

	/** Return whether an unclear purchase is repeated if another one would be free. */
	boolean isRepeatedIfFree();

	/**
	 * Buy, and return the license, or throw an exception with the outcome.
	 * @param timeout the maximum time; null for the default
	 */
	License send(LicenseRequest request, AuthorizedOption chosen, String coordinationId, @Nullable Duration timeout);

}

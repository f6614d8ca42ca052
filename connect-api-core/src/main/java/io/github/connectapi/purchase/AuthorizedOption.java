package io.github.connectapi.purchase;

import java.util.Objects;

import io.github.connectapi.Secret;

/**
 * Option with the token that buys it.
 *
 * @param option the option
 * @param token the download token
 */
record AuthorizedOption(LicenseOption option, Secret token) {

	boolean isSameOffering(LicenseOption other) {
		return Objects.equals(this.option.productOfferingType(), other.productOfferingType())
				&& Objects.equals(this.option.productOfferingInstanceId(), other.productOfferingInstanceId());
	}

}

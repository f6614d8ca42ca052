package io.github.connectapi.purchase;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.Secret;

/**
 * Option with the token that buys it, if it needs one.
 *
 * @param option the option
 * @param token the download token; null if it is bought without one
 */
record AuthorizedOption(LicenseOption option, @Nullable Secret token) {

	Secret requireToken() {
		return Objects.requireNonNull(this.token);
	}

	boolean isSameOffering(LicenseOption other) {
		return Objects.equals(this.option.productOfferingType(), other.productOfferingType())
				&& Objects.equals(this.option.productOfferingInstanceId(), other.productOfferingInstanceId());
	}

}

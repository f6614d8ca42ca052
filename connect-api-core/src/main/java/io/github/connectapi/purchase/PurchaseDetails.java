package io.github.connectapi.purchase;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.license.License;

/**
 * Details of an exception.
 *
 * @param license the license that was bought, or null
 * @param evidence the evidence of an unclear purchase, or null
 * @param options the options among which to choose
 */
record PurchaseDetails(@Nullable License license, @Nullable PurchaseEvidence evidence, List<LicenseOption> options) {

	static PurchaseDetails of(License license) {
		return new PurchaseDetails(license, null, List.of());
	}

	static PurchaseDetails of(PurchaseEvidence evidence) {
		return new PurchaseDetails(null, evidence, List.of());
	}

	static PurchaseDetails of(List<LicenseOption> options) {
		return new PurchaseDetails(null, null, List.copyOf(options));
	}

}

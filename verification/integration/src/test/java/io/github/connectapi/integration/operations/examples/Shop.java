package io.github.connectapi.integration.operations.examples;

import java.nio.file.Path;

import io.github.connectapi.purchase.ImageLicensing;
import io.github.connectapi.purchase.LicenseRequest;

class Shop {

	private final ImageLicensing licensing;

	private final LicenseStore store;

	Shop(ImageLicensing licensing, LicenseStore store) {
		this.licensing = licensing;
		this.store = store;
	}

	Path buy(String imageId, String sizeKey, Path target) {
		LicenseRequest request = LicenseRequest.of(imageId, sizeKey);
		return this.licensing.download(request, target, (license) -> this.store.save(license.toText()));
	}

}

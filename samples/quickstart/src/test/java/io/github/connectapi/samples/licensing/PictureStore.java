package io.github.connectapi.samples.licensing;

import java.nio.file.Files;
import java.nio.file.Path;

import org.springframework.stereotype.Service;

import io.github.connectapi.license.FileDownloads;
import io.github.connectapi.license.License;
import io.github.connectapi.purchase.ConnectPurchaseException;
import io.github.connectapi.purchase.ImageLicensing;
import io.github.connectapi.purchase.LicenseRequest;

@Service
class PictureStore {

	private final ImageLicensing licensing;

	private final FileDownloads downloads;

	private final PurchaseTable purchases;

	PictureStore(ImageLicensing licensing, FileDownloads downloads, PurchaseTable purchases) {
		this.licensing = licensing;
		this.downloads = downloads;
		this.purchases = purchases;
	}

	Path buy(LicenseRequest request, Path target) {
		try {
			return this.licensing.download(request, target, this.purchases::save);
		}
		catch (ConnectPurchaseException ex) {
			this.purchases.removeIfNotBought(ex);
			throw ex;
		}
	}

	Path resume(String assetId, String sizeKey, Path target) {
		License license = this.purchases.license(assetId, sizeKey).orElseThrow();
		return Files.exists(target) ? target : this.downloads.download(license, target);
	}

}

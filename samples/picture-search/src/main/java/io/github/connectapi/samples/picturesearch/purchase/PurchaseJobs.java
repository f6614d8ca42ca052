package io.github.connectapi.samples.picturesearch.purchase;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import io.github.connectapi.license.ConnectDownloadException;
import io.github.connectapi.license.DownloadOptions;
import io.github.connectapi.license.FileDownloads;
import io.github.connectapi.license.License;
import io.github.connectapi.purchase.ConnectPurchaseException;
import io.github.connectapi.purchase.ImageLicensing;
import io.github.connectapi.samples.picturesearch.purchase.Purchase.Status;

/**
 * Buys a picture and downloads its file, on the calling thread. Stores each step.
 */
@Component
class PurchaseJobs {

	private static final Logger logger = LoggerFactory.getLogger(PurchaseJobs.class);

	private static final Set<ConnectDownloadException.Reason> NEW_ADDRESS_NEEDED = Set
		.of(ConnectDownloadException.Reason.EXPIRED, ConnectDownloadException.Reason.INVALID_ADDRESS);

	private final ImageLicensing licensing;

	private final FileDownloads downloads;

	private final PurchaseStore store;

	private volatile boolean stopping;

	PurchaseJobs(ImageLicensing licensing, FileDownloads downloads, PurchaseStore store) {
		this.licensing = licensing;
		this.downloads = downloads;
		this.store = store;
	}

	/**
	 * Buy and download.
	 * @param before the status if this attempt buys nothing
	 */
	void buy(Purchase purchase, Status before, Consumer<Progress> progress) {
		UUID id = purchase.id();
		try {
			this.licensing.download(purchase.request(), this.store.file(id), options(progress), (license) -> {
				this.store.saveLicense(id, license);
				this.store.update(id, Purchase::downloading);
			});
			this.store.update(id, Purchase::done);
		}
		catch (ConnectPurchaseException ex) {
			logger.warn("Purchase {} failed: {}", id, ex.toString());
			deleteUnusableLicense(id, ex.getCause());
			this.store.update(id, (current) -> current.failed(ex, before));
		}
	}

	/** Download the file of the stored license, or license the picture again for free. */
	void resume(Purchase purchase, Consumer<Progress> progress) {
		UUID id = purchase.id();
		Optional<License> license = this.store.license(id);
		if (license.isEmpty()) {
			buy(purchase, Status.FILE_MISSING, progress);
			return;
		}
		try {
			this.downloads.download(license.get(), this.store.file(id), options(progress));
			this.store.update(id, Purchase::done);
		}
		catch (ConnectDownloadException ex) {
			logger.warn("Download of purchase {} failed: {}", id, ex.toString());
			deleteUnusableLicense(id, ex);
			this.store.update(id, (current) -> current.fileMissing(ex.reason().name()));
		}
	}

	/** A download can be continued after the next start, so do not wait for its end. */
	@EventListener(ContextClosedEvent.class)
	void stop() {
		this.stopping = true;
	}

	private DownloadOptions options(Consumer<Progress> listener) {
		return DownloadOptions.defaults().withListener((progress) -> {
			listener.accept(new Progress(progress.bytes(), progress.total()));
			if (this.stopping) {
				progress.cancel();
			}
		});
	}

	private void deleteUnusableLicense(UUID id, @Nullable Throwable failure) {
		if (failure instanceof ConnectDownloadException download && NEW_ADDRESS_NEEDED.contains(download.reason())) {
			this.store.deleteLicense(id);
		}
	}

}

package io.github.connectapi.purchase;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

import io.github.connectapi.UnexpectedFailures;
import io.github.connectapi.call.ConnectApi;
import io.github.connectapi.license.DownloadOptions;
import io.github.connectapi.license.FileDownloads;
import io.github.connectapi.license.License;
import io.github.connectapi.observation.ConnectObservations;
import io.github.connectapi.purchase.ConnectPurchaseException.Reason;

/**
 * Licenses images and videos: authorizes, chooses the product offering, buys, and
 * downloads the file. Thread-safe. All methods throw a {@link ConnectPurchaseException}.
 * <p>
 * The product offering is the one of the request, or one that is free, or else the only
 * one. If several are possible, nothing is bought.
 * <p>
 * A buying call has one item. It is sent again only if it was certainly not sent before,
 * or if the token was rejected by {@code AUTH-012} or {@code AUTH-021}; and after an
 * unclear outcome, if another authorization says that the download is free.
 * <p>
 * An asset is bought by one thread at a time. Callers with the same request share the
 * license or the failure. For several processes, set a {@link PurchaseGuard}.
 */
public final class ImageLicensing {

	private final ImageLicensingBuilder settings;

	private final LicenseAuthorizer authorizer;

	private final BuyingCall buyingCall;

	private final FileChecks checks;

	private final PurchaseReporter reporter;

	private final SharedPurchases purchases = new SharedPurchases();

	ImageLicensing(ImageLicensingBuilder settings) {
		this.settings = settings;
		this.authorizer = new LicenseAuthorizer(settings.connect);
		this.buyingCall = (settings.singleStep != null) ? new SingleStepCall(settings.singleStep, settings.clock)
				: new DownloadRequestCall(settings.connect, this.authorizer, settings.clock);
		this.checks = new FileChecks(settings.connect, settings.downloads);
		this.reporter = new PurchaseReporter(
				ConnectObservations.of(settings.observationRegistry, settings.observationConvention),
				settings.listeners);
	}

	/**
	 * Create a builder.
	 * @param connect the API that authorizes and buys
	 * @param downloads the downloads of files; not closed
	 * @return the builder
	 */
	public static ImageLicensingBuilder builder(ConnectApi connect, FileDownloads downloads) {
		return new ImageLicensingBuilder(connect, downloads);
	}

	/**
	 * Return what can license an asset. Nothing is bought.
	 * @param request the asset and the size; its product offering is ignored
	 * @return the options in the order of the server, at least one
	 */
	public List<LicenseOption> authorizations(LicenseRequest request) {
		return this.authorizer.authorize(request, null).stream().map(AuthorizedOption::option).toList();
	}

	/**
	 * Buy a license. Store its {@linkplain License#toText() text} before the file is
	 * downloaded.
	 * @param request what to license
	 * @return the license
	 */
	public License license(LicenseRequest request) {
		return this.purchases.share(request, () -> buy(request, (option) -> request));
	}

	/**
	 * Buy a license and download its file, with the default options.
	 * @param request what to license
	 * @param target the file, which must not exist, in a directory that exists
	 * @param licensed as for
	 * {@link #download(LicenseRequest, Path, DownloadOptions, Consumer)}
	 * @return the file
	 */
	public Path download(LicenseRequest request, Path target, Consumer<License> licensed) {
		return download(request, target, DownloadOptions.defaults(), licensed);
	}

	/**
	 * Buy a license and download its file. Before the purchase, the target is checked,
	 * and the size of the file is compared with the maximum file size and the disk. The
	 * exception after the purchase has the license, with which
	 * {@link FileDownloads#download(License, Path)} resumes.
	 * @param request what to license
	 * @param target the file, in a directory that exists
	 * @param options the options of the download
	 * @param licensed called with the license before the first byte of the file is
	 * requested, to store it. If it throws, the file is not downloaded
	 * @return the file
	 */
	public Path download(LicenseRequest request, Path target, DownloadOptions options, Consumer<License> licensed) {
		this.checks.check(request, target, options);
		License license = this.purchases.share(request,
				() -> buy(request, (option) -> this.checks.check(request, option, target, options)));
		pass(license, licensed);
		return download(license, target, options);
	}

	private Path download(License license, Path target, DownloadOptions options) {
		try {
			return this.settings.downloads.download(license, target, options);
		}
		catch (RuntimeException | Error ex) {
			if (UnexpectedFailures.isFatal(ex)) {
				throw ex;
			}
			throw ConnectPurchaseException.bought(license, Reason.DOWNLOAD_FAILED, "its file was not downloaded", ex);
		}
	}

	/**
	 * Buy a license.
	 * @param check returns the request with the size of the file, if it is known
	 */
	private License buy(LicenseRequest request, Function<LicenseOption, LicenseRequest> check) {
		AuthorizedOption chosen = this.buyingCall.choose(request);
		LicenseRequest checked = check.apply(chosen.option());
		String coordinationId = UUID.randomUUID().toString();
		requirePermission(new PlannedPurchase(request, chosen.option(), coordinationId));
		return this.reporter.report(request, chosen.option(), coordinationId,
				() -> buy(checked, chosen, coordinationId));
	}

	private License buy(LicenseRequest request, AuthorizedOption chosen, String coordinationId) {
		Instant sentAt = this.settings.clock.instant();
		try {
			return this.buyingCall.send(request, chosen, coordinationId, null);
		}
		catch (ConnectPurchaseException ex) {
			if (ex.outcome() != PurchaseOutcome.UNCLEAR || !this.settings.resolvesUnclear) {
				throw ex;
			}
			return new UnclearPurchase(this.settings, this.authorizer, this.buyingCall).resolve(request,
					chosen.option(), sentAt, ex);
		}
	}

	private void requirePermission(PlannedPurchase purchase) {
		try {
			this.settings.guard.beforePurchase(purchase);
		}
		catch (RuntimeException | Error ex) {
			if (UnexpectedFailures.isFatal(ex)) {
				throw ex;
			}
			throw ConnectPurchaseException.refused(purchase.request().assetId(), Reason.REFUSED_BY_GUARD,
					"the purchase guard refused it", purchase.coordinationId(), ex);
		}
	}

	private static void pass(License license, Consumer<License> licensed) {
		try {
			licensed.accept(license);
		}
		catch (RuntimeException | Error ex) {
			if (UnexpectedFailures.isFatal(ex)) {
				throw ex;
			}
			throw ConnectPurchaseException.bought(license, Reason.LICENSE_NOT_STORED,
					"the application failed to store its license", ex);
		}
	}

}

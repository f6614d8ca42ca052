package io.github.connectapi.purchase;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

import io.github.connectapi.license.License;
import io.github.connectapi.purchase.ConnectPurchaseException.Reason;

/**
 * Permits one purchase of an asset at a time. Callers with the same request share its
 * result. Others wait, because another size may be the same, and authorize afterwards.
 */
final class SharedPurchases {

	private final Map<String, Purchase> inProgress = new ConcurrentHashMap<>();

	License share(LicenseRequest request, Supplier<License> purchase) {
		while (true) {
			Purchase own = new Purchase(request, Thread.currentThread(), new CompletableFuture<>());
			Purchase other = this.inProgress.putIfAbsent(request.assetId(), own);
			if (other == null) {
				return execute(own, purchase);
			}
			License license = await(other, request);
			if (license != null) {
				return license;
			}
		}
	}

	private License execute(Purchase own, Supplier<License> purchase) {
		License license;
		try {
			license = purchase.get();
		}
		catch (Throwable ex) {
			this.inProgress.remove(own.request().assetId());
			own.result().completeExceptionally(ex);
			throw ex;
		}
		this.inProgress.remove(own.request().assetId());
		own.result().complete(license);
		return license;
	}

	/** Return the license of the other purchase; null if the caller must buy itself. */
	private static @Nullable License await(Purchase other, LicenseRequest request) {
		Assert.state(other.owner() != Thread.currentThread(), "A purchase must not buy the same asset again");
		boolean shared = other.request().isSamePurchase(request);
		try {
			License license = other.result().get();
			return shared ? license : null;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw interrupted(request, shared, ex);
		}
		catch (ExecutionException ex) {
			if (shared && !isOfCaller(ex.getCause())) {
				throw copy(request, ex.getCause());
			}
			return null;
		}
	}

	// The other purchase is still in progress.
	private static ConnectPurchaseException interrupted(LicenseRequest request, boolean shared,
			InterruptedException ex) {
		String detail = "the thread was interrupted while another thread bought it";
		return shared ? ConnectPurchaseException.unclear(request.assetId(), Reason.INTERRUPTED, detail, null, ex)
				: ConnectPurchaseException.notBought(request.assetId(), Reason.INTERRUPTED, detail, ex);
	}

	/** Return whether nothing was bought for a reason that concerns one caller only. */
	private static boolean isOfCaller(@Nullable Throwable failure) {
		return failure instanceof ConnectPurchaseException exception
				&& exception.outcome() == PurchaseOutcome.NOT_BOUGHT
				&& (exception.reason() == Reason.INTERRUPTED || exception.reason() == Reason.FILE_NOT_POSSIBLE);
	}

	private static ConnectPurchaseException copy(LicenseRequest request, @Nullable Throwable failure) {
		return (failure instanceof ConnectPurchaseException exception) ? exception.copy() : ConnectPurchaseException
			.unclear(request.assetId(), Reason.UNUSABLE_RESPONSE, "the purchase failed unexpectedly", null, failure);
	}

	/**
	 * Purchase in progress.
	 *
	 * @param request the request
	 * @param owner the thread that buys
	 * @param result the license or the failure
	 */
	private record Purchase(LicenseRequest request, Thread owner, CompletableFuture<License> result) {

	}

}

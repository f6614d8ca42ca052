package io.github.connectapi.purchase;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.Secret;
import io.github.connectapi.UnexpectedFailures;
import io.github.connectapi.call.ConnectApi;
import io.github.connectapi.download.CreateDownloadRequest;
import io.github.connectapi.download.CreateDownloadRequestResult;
import io.github.connectapi.download.CreateDownloadRequestResult.DownloadUrl;
import io.github.connectapi.license.License;
import io.github.connectapi.operation.ConnectOperations;
import io.github.connectapi.operation.ConnectRequest;
import io.github.connectapi.purchase.ConnectPurchaseException.Reason;

/**
 * Buys by CreateDownloadRequest, with one item.
 */
final class DownloadRequestCall implements BuyingCall {

	private final ConnectApi connect;

	private final LicenseAuthorizer authorizer;

	private final InstantSource clock;

	DownloadRequestCall(ConnectApi connect, LicenseAuthorizer authorizer, InstantSource clock) {
		this.connect = connect;
		this.authorizer = authorizer;
		this.clock = clock;
	}

	@Override
	public AuthorizedOption choose(LicenseRequest request) {
		return LicenseChoice.choose(request, this.authorizer.authorize(request, null));
	}

	@Override
	public boolean isRepeatedIfFree() {
		return true;
	}

	@Override
	public License send(LicenseRequest request, AuthorizedOption chosen, String coordinationId,
			@Nullable Duration timeout) {
		ConnectRequest buying = ConnectRequest
			.of(ConnectOperations.CREATE_DOWNLOAD_REQUEST, CreateDownloadRequest.of(chosen.requireToken().reveal()))
			.withCoordinationId(coordinationId);
		CreateDownloadRequestResult result;
		try {
			result = this.connect
				.exchange((timeout != null) ? buying.withTimeout(timeout) : buying, CreateDownloadRequestResult.class)
				.result();
		}
		catch (RuntimeException | Error ex) {
			if (UnexpectedFailures.isFatal(ex)) {
				throw ex;
			}
			throw failure(request, coordinationId, ex);
		}
		return license(request, chosen.option(), coordinationId, (result != null) ? result.downloadUrls() : List.of());
	}

	private License license(LicenseRequest request, LicenseOption option, String coordinationId,
			List<DownloadUrl> items) {
		PurchaseOutcomes found = PurchaseOutcomes.of(items, request.assetId());
		String address = (items.size() == 1) ? items.get(0).urlAttachment() : null;
		if (found == PurchaseOutcomes.ITEM_BOUGHT && address != null) {
			return License.builder(request.assetId(), coordinationId, this.clock.instant(), Secret.of(address.strip()))
				.sizeKey(option.size())
				.productOffering(option.productOfferingType(), option.productOfferingInstanceId())
				.fileSize(request.expectedFileSize().isPresent() ? request.expectedFileSize().getAsLong() : null)
				.build();
		}
		if (found.outcome() == PurchaseOutcome.NOT_BOUGHT) {
			throw ConnectPurchaseException.refused(request.assetId(), Reason.REFUSED,
					"the status of the download is " + items.get(0).status(), coordinationId, null);
		}
		throw ConnectPurchaseException.unclear(request.assetId(), Reason.UNUSABLE_RESPONSE,
				"the server returned no usable address", coordinationId, null);
	}

	private static ConnectPurchaseException failure(LicenseRequest request, String coordinationId, Throwable failure) {
		PurchaseOutcomes found = PurchaseOutcomes.of(failure);
		Reason reason = reason(found);
		String detail = detail(failure);
		return (found.outcome() == PurchaseOutcome.NOT_BOUGHT)
				? ConnectPurchaseException.refused(request.assetId(), reason, detail, coordinationId, failure)
				: ConnectPurchaseException.unclear(request.assetId(), reason, detail, coordinationId, failure);
	}

	private static Reason reason(PurchaseOutcomes found) {
		return switch (found) {
			case NOT_SENT, SESSION -> Thread.currentThread().isInterrupted() ? Reason.INTERRUPTED : Reason.NOT_SENT;
			case REFUSED, OVER_RATE, ITEM_REFUSED -> Reason.REFUSED;
			case INTERRUPTED -> Reason.INTERRUPTED;
			case NO_RESPONSE, TIME_EXPIRED, CLOSED -> Reason.NO_RESPONSE;
			default -> Reason.UNUSABLE_RESPONSE;
		};
	}

	private static String detail(Throwable failure) {
		String code = (failure instanceof ConnectApiException exception) ? exception.code().orElse(null) : null;
		if (code != null) {
			return "the call failed with the code " + code;
		}
		return "the call failed with " + ((failure instanceof ConnectApiException) ? failure.getMessage()
				: failure.getClass().getSimpleName());
	}

}

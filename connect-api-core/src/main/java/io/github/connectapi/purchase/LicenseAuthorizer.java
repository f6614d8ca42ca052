package io.github.connectapi.purchase;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectFailure;
import io.github.connectapi.ConnectProtocolException;
import io.github.connectapi.Secret;
import io.github.connectapi.call.ConnectApi;
import io.github.connectapi.download.AuthorizationStatus;
import io.github.connectapi.download.DownloadAuthorization;
import io.github.connectapi.download.GetImageDownloadAuthorizations;
import io.github.connectapi.download.GetImageDownloadAuthorizationsResult;
import io.github.connectapi.download.GetLargestImageDownloadAuthorizations;
import io.github.connectapi.download.GetLargestImageDownloadAuthorizationsResult;
import io.github.connectapi.operation.ConnectOperation;
import io.github.connectapi.operation.ConnectOperations;
import io.github.connectapi.operation.ConnectRequest;
import io.github.connectapi.purchase.ConnectPurchaseException.Reason;
import io.github.connectapi.search.SearchForVideos;
import io.github.connectapi.search.SearchForVideosResult;
import io.github.connectapi.search.Video;

/**
 * Returns what can license an asset. Never buys.
 */
final class LicenseAuthorizer {

	private final ConnectApi connect;

	LicenseAuthorizer(ConnectApi connect) {
		this.connect = connect;
	}

	/**
	 * Return the options, at least one.
	 * @param timeout the maximum time of the call; null for that of the API
	 */
	List<AuthorizedOption> authorize(LicenseRequest request, @Nullable Duration timeout) {
		List<AuthorizedOption> options = call(request, timeout);
		if (options.isEmpty()) {
			throw notBought(request, Reason.NO_AUTHORIZATION, null);
		}
		return options;
	}

	private List<AuthorizedOption> call(LicenseRequest request, @Nullable Duration timeout) {
		try {
			if (request.isVideo()) {
				return video(request, timeout);
			}
			return request.size().isPresent() ? size(request, request.size().get(), timeout)
					: largest(request, timeout);
		}
		catch (ConnectApiException ex) {
			throw notBought(request, reason(ex.code().orElse("")), ex);
		}
	}

	private List<AuthorizedOption> size(LicenseRequest request, String sizeKey, @Nullable Duration timeout) {
		GetImageDownloadAuthorizationsResult.Image image = exchange(ConnectOperations.GET_IMAGE_DOWNLOAD_AUTHORIZATIONS,
				GetImageDownloadAuthorizations.of(request.assetId(), sizeKey),
				GetImageDownloadAuthorizationsResult.class, timeout)
			.images()
			.stream()
			.filter((each) -> request.assetId().equals(each.imageId()))
			.findFirst()
			.orElseThrow(() -> notBought(request, Reason.NO_AUTHORIZATION, null));
		if (image.authorizations().isEmpty()) {
			throw notBought(request, reason(AuthorizationStatus.of(image.status())), null);
		}
		return image.authorizations()
			.stream()
			.flatMap((each) -> option(each, sizeKey, each.downloadIsFree(), each.downloadsRemaining()))
			.toList();
	}

	private List<AuthorizedOption> largest(LicenseRequest request, @Nullable Duration timeout) {
		return exchange(ConnectOperations.GET_LARGEST_IMAGE_DOWNLOAD_AUTHORIZATIONS,
				GetLargestImageDownloadAuthorizations.of(request.assetId()),
				GetLargestImageDownloadAuthorizationsResult.class, timeout)
			.images()
			.stream()
			.filter((each) -> request.assetId().equals(each.imageId()))
			.flatMap((each) -> each.authorizations().stream())
			.flatMap((each) -> option(each, each.sizeKey(), each.downloadIsFree(), null))
			.toList();
	}

	private List<AuthorizedOption> video(LicenseRequest request, @Nullable Duration timeout) {
		Video video = exchange(ConnectOperations.SEARCH_FOR_VIDEOS, SearchForVideos.ofAssetIds(request.assetId()),
				SearchForVideosResult.class, timeout)
			.videos()
			.stream()
			.filter((each) -> request.assetId().equals(each.assetId()))
			.findFirst()
			.orElseThrow(() -> notBought(request, Reason.ASSET_NOT_FOUND, null));
		String name = request.size().orElseThrow();
		Video.DownloadSize size = video.downloadSizes()
			.stream()
			.filter((each) -> name.equals(each.name()))
			.findFirst()
			.orElseThrow(() -> notBought(request, Reason.SIZE_NOT_FOUND, null));
		return size.downloadAuthorizations().stream().flatMap((each) -> option(each, name, false, null)).toList();
	}

	private <T> T exchange(ConnectOperation operation, Object body, Class<T> type, @Nullable Duration timeout) {
		ConnectRequest request = ConnectRequest.of(operation, body);
		T result = this.connect.exchange((timeout != null) ? request.withTimeout(timeout) : request, type).result();
		if (result == null) {
			throw new ConnectProtocolException("%s returned no result".formatted(operation.name()),
					ConnectFailure.permanentFailure(operation.name(), null));
		}
		return result;
	}

	// Nothing can be bought without a token.
	private static Stream<AuthorizedOption> option(DownloadAuthorization authorization, @Nullable String size,
			boolean isFree, @Nullable Integer remaining) {
		String token = authorization.downloadToken();
		return (token == null
				|| token.isBlank())
						? Stream.empty()
						: Stream.of(new AuthorizedOption(
								new LicenseOption(size, authorization.productOfferingType(),
										authorization.productOfferingInstanceId(), isFree, remaining),
								Secret.of(token)));
	}

	private static ConnectPurchaseException notBought(LicenseRequest request, Reason reason,
			@Nullable ConnectApiException cause) {
		return ConnectPurchaseException.notBought(request.assetId(), reason, switch (reason) {
			case ASSET_NOT_FOUND -> "it does not exist";
			case SIZE_NOT_FOUND -> "it has no such size";
			case NO_AUTHORIZATION -> "no product offering can license it";
			case INTERRUPTED -> "the thread was interrupted before";
			default -> "its authorization failed";
		}, cause);
	}

	private static Reason reason(AuthorizationStatus status) {
		return switch (status) {
			case IMAGE_NOT_FOUND -> Reason.ASSET_NOT_FOUND;
			case INVALID_SIZE_KEY -> Reason.SIZE_NOT_FOUND;
			case AVAILABLE, NO_AUTHORIZATIONS, UNKNOWN -> Reason.NO_AUTHORIZATION;
		};
	}

	private static Reason reason(String code) {
		return switch (code.strip().toLowerCase(Locale.ROOT)) {
			case "imagenotfound", "novideos" -> Reason.ASSET_NOT_FOUND;
			case "invalidsizekey" -> Reason.SIZE_NOT_FOUND;
			case "noauthorizations", "noagreement" -> Reason.NO_AUTHORIZATION;
			default -> Thread.currentThread().isInterrupted() ? Reason.INTERRUPTED : Reason.PREPARATION_FAILED;
		};
	}

}

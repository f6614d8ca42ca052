package io.github.connectapi.purchase;

import java.nio.file.Path;
import java.util.Objects;
import java.util.OptionalLong;

import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

import io.github.connectapi.call.ConnectApi;
import io.github.connectapi.image.ImageDetails;
import io.github.connectapi.image.ImageDetailsLookup;
import io.github.connectapi.image.ImageSize;
import io.github.connectapi.license.ConnectDownloadException;
import io.github.connectapi.license.DownloadOptions;
import io.github.connectapi.license.FileDownloads;
import io.github.connectapi.purchase.ConnectPurchaseException.Reason;

/**
 * Checks before a purchase that the file could be downloaded.
 */
final class FileChecks {

	private final ImageDetailsLookup images;

	private final FileDownloads downloads;

	FileChecks(ConnectApi connect, FileDownloads downloads) {
		this.images = new ImageDetailsLookup(connect);
		this.downloads = downloads;
	}

	/** Check the file of the chosen size, and return the request with its size. */
	LicenseRequest check(LicenseRequest request, LicenseOption option, Path target, DownloadOptions options) {
		if (request.expectedFileSize().isPresent() || request.isVideo()) {
			return request;
		}
		OptionalLong fileSize = fileSize(request, option.size());
		LicenseRequest complete = fileSize.isPresent() ? request.withExpectedFileSize(fileSize.getAsLong()) : request;
		check(complete, target, options);
		return complete;
	}

	/** Check the file, with the size of the request if there is one. */
	void check(LicenseRequest request, Path target, DownloadOptions options) {
		try {
			this.downloads.check(target, request.expectedFileSize(), options);
		}
		catch (ConnectDownloadException ex) {
			throw notBought(request, Reason.FILE_NOT_POSSIBLE,
					StringUtils.uncapitalize(String.valueOf(ex.getMessage())), ex);
		}
	}

	private OptionalLong fileSize(LicenseRequest request, @Nullable String sizeKey) {
		try {
			return this.images.find(request.assetId())
				.map(ImageDetails::sizesDownloadableImages)
				.stream()
				.flatMap((sizes) -> sizes.stream())
				.filter((size) -> sizeKey != null && sizeKey.equals(size.sizeKey()))
				.map(ImageSize::fileSizeInBytes)
				.filter(Objects::nonNull)
				.mapToLong(Long::longValue)
				.filter((size) -> size > 0)
				.findFirst();
		}
		catch (RuntimeException ex) {
			throw notBought(request, Reason.PREPARATION_FAILED, "the size of its file could not be read", ex);
		}
	}

	private static ConnectPurchaseException notBought(LicenseRequest request, Reason reason, String detail,
			RuntimeException cause) {
		boolean interrupted = Thread.currentThread().isInterrupted();
		return ConnectPurchaseException.notBought(request.assetId(), interrupted ? Reason.INTERRUPTED : reason, detail,
				cause);
	}

}

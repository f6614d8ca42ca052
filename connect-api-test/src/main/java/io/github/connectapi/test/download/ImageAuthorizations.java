package io.github.connectapi.test.download;

import java.util.List;
import java.util.Optional;

import io.github.connectapi.test.catalog.Catalog;
import io.github.connectapi.test.catalog.Image;
import io.github.connectapi.test.catalog.ImageSize;
import io.github.connectapi.test.operation.Json;
import io.github.connectapi.test.operation.OperationErrorException;
import io.github.connectapi.test.operation.RequestArguments;
import tools.jackson.databind.node.ObjectNode;

/**
 * Authorizes the download of images. Thread-safe.
 */
final class ImageAuthorizations {

	private static final int MAX_IMAGES = 500;

	private final ProductOfferings offerings;

	private final DownloadTokens tokens;

	private final Withdrawals withdrawals;

	ImageAuthorizations(ProductOfferings offerings, DownloadTokens tokens, Withdrawals withdrawals) {
		this.offerings = offerings;
		this.tokens = tokens;
		this.withdrawals = withdrawals;
	}

	/** Return a collection that must have between 1 and 500 entries. */
	static List<RequestArguments> entries(RequestArguments arguments, String name) throws OperationErrorException {
		List<RequestArguments> entries = arguments.objects(name);
		if (entries.isEmpty()) {
			throw OperationErrorException.invalidRequest("%s must not be empty.".formatted(name));
		}
		if (entries.size() > MAX_IMAGES) {
			throw new OperationErrorException("AssetIdListExceedsMaxAllowed",
					"%s must have at most %d entries.".formatted(name, MAX_IMAGES));
		}
		return entries;
	}

	Optional<Image> image(String id) {
		return Catalog.get().image(id).filter((image) -> !this.withdrawals.isWithdrawn(id));
	}

	/**
	 * Return the offerings that authorize the download of an image.
	 * @param image the image
	 * @param owned the active offerings of the account
	 * @return the offerings, including those whose quota is used up
	 */
	List<OwnedOffering> authorizing(Image image, List<OwnedOffering> owned) {
		if (!image.rights().authorizationConstraints().isEmpty()) {
			return List.of();
		}
		return owned.stream().filter((offering) -> image.rights().offerings().contains(offering.offering())).toList();
	}

	/** Return the fields that both operations have in an authorization. */
	ObjectNode authorization(String userName, Image image, ImageSize size, OwnedOffering owned) {
		boolean free = image.rights().free() || this.offerings.account(userName).hasDownloaded(image.id(), size.key());
		return Json.object()
			.put("DownloadIsFree", free)
			.put("DownloadToken", this.tokens.tokenFor(userName, image, size, owned.offering()));
	}

}

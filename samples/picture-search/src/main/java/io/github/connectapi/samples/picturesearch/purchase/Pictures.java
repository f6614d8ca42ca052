package io.github.connectapi.samples.picturesearch.purchase;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.springframework.stereotype.Component;

import io.github.connectapi.ConnectOperationException;
import io.github.connectapi.call.ConnectApi;
import io.github.connectapi.download.GetImageDownloadAuthorizations;
import io.github.connectapi.download.GetImageDownloadAuthorizations.ImageSize;
import io.github.connectapi.download.GetImageDownloadAuthorizationsResult;
import io.github.connectapi.download.GetImageDownloadAuthorizationsResult.Image;
import io.github.connectapi.image.ImageDetailsLookup;
import io.github.connectapi.operation.ConnectOperations;

/**
 * Reads pictures and what can license them. Never buys.
 */
@Component
class Pictures {

	private static final Set<String> NOTHING_AUTHORIZED = Set.of("NoAgreement", "NoAuthorizations");

	private final ConnectApi connect;

	private final ImageDetailsLookup images;

	private final PurchaseService purchases;

	Pictures(ConnectApi connect, PurchaseService purchases) {
		this.connect = connect;
		this.images = new ImageDetailsLookup(connect);
		this.purchases = purchases;
	}

	Optional<Picture> find(String imageId) {
		return this.images.find(imageId).map((image) -> Picture.of(imageId, image));
	}

	List<SizeChoice> choices(Picture picture) {
		List<Image> authorized = authorize(picture);
		return picture.sizes()
			.stream()
			.map((size) -> SizeChoice.of(size, offerings(authorized, size),
					this.purchases.find(Purchase.id(picture.id(), size.key()))
						.filter((purchase) -> purchase.status() != Purchase.Status.NOT_BOUGHT)
						.map(Purchase::id)
						.orElse(null)))
			.toList();
	}

	/** One call for all sizes. {@code ImageLicensing} needs one for each. */
	private List<Image> authorize(Picture picture) {
		if (picture.sizes().isEmpty()) {
			return List.of();
		}
		GetImageDownloadAuthorizations sizes = new GetImageDownloadAuthorizations(
				picture.sizes().stream().map((size) -> new ImageSize(picture.id(), size.key())).toList());
		try {
			return this.connect
				.call(ConnectOperations.GET_IMAGE_DOWNLOAD_AUTHORIZATIONS, sizes,
						GetImageDownloadAuthorizationsResult.class)
				.images();
		}
		catch (ConnectOperationException ex) {
			if (ex.code().filter(NOTHING_AUTHORIZED::contains).isPresent()) {
				return List.of();
			}
			throw ex;
		}
	}

	private static List<Offering> offerings(List<Image> authorized, PictureSize size) {
		return authorized.stream()
			.filter((image) -> size.key().equals(image.sizeKey()))
			.flatMap((image) -> image.authorizations().stream())
			.map(Offering::of)
			.toList();
	}

}

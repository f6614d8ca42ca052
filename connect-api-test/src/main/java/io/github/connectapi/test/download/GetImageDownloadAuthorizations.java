package io.github.connectapi.test.download;

import java.util.List;
import java.util.Optional;

import io.github.connectapi.test.catalog.Image;
import io.github.connectapi.test.catalog.ImageSize;
import io.github.connectapi.test.operation.Access;
import io.github.connectapi.test.operation.Json;
import io.github.connectapi.test.operation.Operation;
import io.github.connectapi.test.operation.OperationErrorException;
import io.github.connectapi.test.operation.OperationRequest;
import io.github.connectapi.test.operation.OperationResult;
import io.github.connectapi.test.operation.RequestArguments;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * GetImageDownloadAuthorizations. Each requested size has a status of its own.
 */
final class GetImageDownloadAuthorizations {

	private final ImageAuthorizations authorizations;

	private final ProductOfferings offerings;

	GetImageDownloadAuthorizations(ImageAuthorizations authorizations, ProductOfferings offerings) {
		this.authorizations = authorizations;
		this.offerings = offerings;
	}

	Operation operation() {
		return Operation.of("download", "GetImageDownloadAuthorizations", Access.STANDARD, this::handle);
	}

	private OperationResult handle(OperationRequest request) throws OperationErrorException {
		String userName = request.session().userName();
		List<RequestArguments> sizes = ImageAuthorizations.entries(request.arguments(), "ImageSizes");
		List<OwnedOffering> owned = this.offerings.requireActive(userName);
		ObjectNode result = Json.object();
		ArrayNode images = result.putArray("Images");
		for (RequestArguments size : sizes) {
			write(userName, size.requiredText("ImageId"), size.requiredText("SizeKey"), owned, images.addObject());
		}
		return OperationResult.of(result);
	}

	private void write(String userName, String imageId, String sizeKey, List<OwnedOffering> owned, ObjectNode entry) {
		ArrayNode authorizations = entry.putArray("Authorizations");
		entry.put("ImageId", imageId).put("SizeKey", sizeKey);
		Optional<Image> image = this.authorizations.image(imageId);
		if (image.isEmpty()) {
			entry.put("Status", "ImageNotFound");
			return;
		}
		Optional<ImageSize> size = image.get().size(sizeKey);
		if (size.isEmpty()) {
			entry.put("Status", "InvalidSizeKey");
			return;
		}
		for (OwnedOffering offering : this.authorizations.authorizing(image.get(), owned)) {
			authorizations.add(this.authorizations.authorization(userName, image.get(), size.get(), offering)
				.put("ProductOfferingInstanceId", offering.instanceIdText())
				.put("ProductOfferingType", offering.offering().wireName())
				.put("DownloadsRemaining", offering.remaining()));
		}
		entry.put("Status", authorizations.isEmpty() ? "NoAuthorizations" : "Available");
	}

}

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
 * GetLargestImageDownloadAuthorizations. The result contains only the images that can be
 * downloaded; warnings report that others are missing.
 */
final class GetLargestImageDownloadAuthorizations {

	private final ImageAuthorizations authorizations;

	private final ProductOfferings offerings;

	GetLargestImageDownloadAuthorizations(ImageAuthorizations authorizations, ProductOfferings offerings) {
		this.authorizations = authorizations;
		this.offerings = offerings;
	}

	Operation operation() {
		return Operation.of("download", "GetLargestImageDownloadAuthorizations", Access.ANY, this::handle);
	}

	private OperationResult handle(OperationRequest request) throws OperationErrorException {
		String userName = request.session().userName();
		List<RequestArguments> entries = ImageAuthorizations.entries(request.arguments(), "Images");
		List<OwnedOffering> owned = this.offerings.requireActive(userName);
		ObjectNode json = Json.object();
		ArrayNode images = json.putArray("Images");
		boolean found = true;
		boolean authorized = true;
		for (RequestArguments entry : entries) {
			Optional<Image> image = this.authorizations.image(entry.requiredText("ImageId"));
			found &= image.isPresent();
			authorized &= (image.isEmpty() || write(userName, image.get(), owned, images));
		}
		OperationResult result = OperationResult.of(json);
		if (!found) {
			result = result.withWarning("ImageNotFound", "At least one image does not exist.");
		}
		return authorized ? result
				: result.withWarning("NoAuthorizations", "At least one image has no authorizations.");
	}

	private boolean write(String userName, Image image, List<OwnedOffering> owned, ArrayNode images) {
		List<OwnedOffering> authorizing = this.authorizations.authorizing(image, owned);
		if (authorizing.isEmpty()) {
			return false;
		}
		ObjectNode entry = images.addObject();
		ArrayNode authorizations = entry.putArray("Authorizations");
		entry.put("ImageId", image.id());
		ImageSize size = image.largestSize();
		for (OwnedOffering offering : authorizing) {
			authorizations.add(this.authorizations.authorization(userName, image, size, offering)
				.put("InstanceId", offering.instanceIdText())
				.put("ProductOfferingType", offering.offering().wireName())
				.put("SizeKey", size.key()));
		}
		return true;
	}

}

package io.github.connectapi.test.download;

import java.util.List;

import io.github.connectapi.test.catalog.Offering;
import io.github.connectapi.test.operation.Access;
import io.github.connectapi.test.operation.Json;
import io.github.connectapi.test.operation.Operation;
import io.github.connectapi.test.operation.OperationRequest;
import io.github.connectapi.test.operation.OperationResult;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * GetActiveProductOfferings and GetAllProductOfferings. As documented, the first returns
 * the categories of those that are not royalty free, the second returns the others.
 */
final class GetProductOfferings {

	private final ProductOfferings offerings;

	GetProductOfferings(ProductOfferings offerings) {
		this.offerings = offerings;
	}

	List<Operation> operations() {
		return List.of(
				Operation.of("data", "GetActiveProductOfferings", Access.STANDARD, this::active).withRequestKey(null),
				Operation.of("data", "GetAllProductOfferings", Access.STANDARD, this::all).withRequestKey(null));
	}

	private OperationResult active(OperationRequest request) {
		ObjectNode result = Json.object();
		ArrayNode names = result.putArray("ActiveProductOfferings");
		this.offerings.active(request.session().userName())
			.stream()
			.filter((owned) -> !owned.isRoyaltyFree())
			.forEach((owned) -> names.add(owned.offering().wireName()));
		return OperationResult.of(result);
	}

	private OperationResult all(OperationRequest request) {
		ObjectNode result = Json.object();
		ArrayNode entries = result.putArray("ProductOfferings");
		this.offerings.all(request.session().userName())
			.stream()
			.filter(OwnedOffering::isRoyaltyFree)
			.forEach((owned) -> write(owned, entries.addObject()));
		return OperationResult.of(result);
	}

	private static void write(OwnedOffering owned, ObjectNode entry) {
		boolean imagePack = owned.offering() == Offering.IMAGE_PACK;
		entry.put("ProductOfferingInstanceId", owned.instanceId())
			.put("ApplicationWebsite", "Fake Connect API")
			.put("ProductOfferingType", imagePack ? "ImagePack" : "Subscription")
			.put("Name", imagePack ? "Image pack" : "Royalty-free subscription")
			.put("DownloadLimit", owned.limit())
			.put("DownloadLimitDuration", imagePack ? null : "Monthly")
			.put("Status", status(owned, imagePack))
			.put("ExpirationUtc", DateRange.format(owned.expiresAt()))
			.put("DownloadsRemaining", owned.remaining())
			.put("DownloadLimitResetUtc", (owned.resetsAt() != null) ? DateRange.format(owned.resetsAt()) : null);
	}

	private static String status(OwnedOffering owned, boolean imagePack) {
		if (owned.expired()) {
			return "Expired";
		}
		return (imagePack && owned.remaining() == 0) ? "Fulfilled" : "Active";
	}

}

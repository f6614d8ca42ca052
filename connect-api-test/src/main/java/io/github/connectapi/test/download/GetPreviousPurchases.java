package io.github.connectapi.test.download;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import io.github.connectapi.test.file.Rendition;
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
 * GetPreviousPurchases. Lists the downloads that were counted against a quota. All of one
 * request are one order.
 */
final class GetPreviousPurchases {

	/** Documented criteria that no purchase of the fake has a value for. */
	private static final Set<String> OTHER_CRITERIA = Set.of("ClientName", "JobReferenceNumber", "PurchaseOrderNumber");

	private final ProductOfferings offerings;

	GetPreviousPurchases(ProductOfferings offerings) {
		this.offerings = offerings;
	}

	Operation operation() {
		return Operation.of("purchase", "GetPreviousPurchases", Access.SECURE, this::handle)
			.withResultKey("GetPreviousPurchasesResultBody");
	}

	private OperationResult handle(OperationRequest request) throws OperationErrorException {
		RequestArguments arguments = request.arguments();
		ItemPage page = ItemPage.of(arguments);
		List<Download> purchases = this.offerings.account(request.session().userName())
			.downloads()
			.stream()
			.filter(Download::debited)
			.filter(criteria(arguments.object("Filter")))
			.sorted(PurchaseSort.of(arguments.text("ItemSortType").orElse(PurchaseSort.DEFAULT)))
			.toList();
		ObjectNode result = Json.object();
		ArrayNode entries = result.putArray("PreviousPurchases");
		page.select(purchases, result)
			.forEach((purchase) -> entries.addObject()
				.put("AssetId", purchase.assetId())
				.put("DatePurchased", DateRange.format(purchase.instant()))
				.put("OrderId", purchase.orderId())
				.put("UrlThumb", Rendition.THUMB.url(request.baseUrl(), purchase.assetId())));
		return OperationResult.of(result);
	}

	private static Predicate<Download> criteria(RequestArguments filter) throws OperationErrorException {
		Optional<String> value = filter.text("SearchCriteria");
		Optional<String> type = filter.text("SearchCriteriaType");
		if (value.isPresent() != type.isPresent()) {
			throw new OperationErrorException("SearchCriteriaRequestMismatch",
					"SearchCriteria and SearchCriteriaType must be specified together.");
		}
		if (type.isEmpty()) {
			return (purchase) -> true;
		}
		return criterion(type.get(), value.orElse("").strip());
	}

	private static Predicate<Download> criterion(String type, String value) throws OperationErrorException {
		if (type.equals("AssetId")) {
			return (purchase) -> purchase.assetId().equals(value);
		}
		if (type.equals("OrderId")) {
			return (purchase) -> purchase.orderId().equals(value);
		}
		if (OTHER_CRITERIA.contains(type)) {
			return (purchase) -> false;
		}
		throw new OperationErrorException("InvalidSearchCriteriaType", "The search criteria type is not valid.");
	}

}

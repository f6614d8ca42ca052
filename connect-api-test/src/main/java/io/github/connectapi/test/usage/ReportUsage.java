package io.github.connectapi.test.usage;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

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
 * ReportUsage. Records all usages of a request or none. A transaction id is unique among
 * all accounts. Thread-safe.
 */
final class ReportUsage {

	private static final int MAX_USAGES = 1000;

	/** The number of transaction ids that are remembered, which bounds the memory. */
	private static final int MAX_TRANSACTIONS = 10_000;

	private static final int MAX_TRANSACTION_ID_LENGTH = 1000;

	private final Set<String> transactionIds = new LinkedHashSet<>();

	Operation operation() {
		return Operation.of("usage", "ReportUsage", Access.STANDARD, this::handle)
			.withResultKey("ReportUsageResponseBody");
	}

	private OperationResult handle(OperationRequest request) throws OperationErrorException {
		RequestArguments arguments = request.arguments();
		String transactionId = transactionId(arguments);
		List<AssetUsage> usages = usages(arguments);
		if (isRecorded(transactionId)) {
			return duplicate();
		}
		List<String> unknown = usages.stream()
			.filter((usage) -> !usage.isKnown())
			.map(AssetUsage::assetId)
			.distinct()
			.toList();
		if (!unknown.isEmpty()) {
			throw new OperationErrorException("InvalidAssets", "At least one asset id is invalid.", result(0, unknown));
		}
		if (!record(transactionId)) {
			return duplicate();
		}
		return OperationResult.of(result(usages.stream().mapToLong(AssetUsage::quantity).sum(), List.of()));
	}

	private static OperationResult duplicate() {
		return OperationResult.of(result(0, List.of()))
			.withWarning("TransactionIdDuplicate", "A report with this TransactionId was recorded before.");
	}

	private static String transactionId(RequestArguments arguments) throws OperationErrorException {
		String transactionId = arguments.requiredText("TransactionId");
		if (transactionId.length() > MAX_TRANSACTION_ID_LENGTH) {
			throw OperationErrorException
				.invalidRequest("TransactionId must have at most %d characters.".formatted(MAX_TRANSACTION_ID_LENGTH));
		}
		return transactionId;
	}

	private static List<AssetUsage> usages(RequestArguments arguments) throws OperationErrorException {
		List<RequestArguments> entries = arguments.objects("AssetUsages");
		if (entries.isEmpty()) {
			throw OperationErrorException.invalidRequest("AssetUsages must not be empty.");
		}
		if (entries.size() > MAX_USAGES) {
			throw new OperationErrorException("AssetIdListExceedsMaxAllowed",
					"AssetUsages must have at most %d entries.".formatted(MAX_USAGES));
		}
		List<AssetUsage> usages = new ArrayList<>();
		for (RequestArguments entry : entries) {
			usages.add(AssetUsage.of(entry));
		}
		return usages;
	}

	private synchronized boolean isRecorded(String transactionId) {
		return this.transactionIds.contains(transactionId);
	}

	private synchronized boolean record(String transactionId) {
		if (!this.transactionIds.add(transactionId)) {
			return false;
		}
		if (this.transactionIds.size() > MAX_TRANSACTIONS) {
			Iterator<String> eldest = this.transactionIds.iterator();
			eldest.next();
			eldest.remove();
		}
		return true;
	}

	private static ObjectNode result(long processed, List<String> invalid) {
		ObjectNode result = Json.object();
		result.put("TotalAssetUsagesProcessed", processed);
		ArrayNode assets = result.putArray("InvalidAssets");
		invalid.forEach(assets::add);
		return result;
	}

}

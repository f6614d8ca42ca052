package io.github.connectapi.test.partner;

import java.util.List;

import io.github.connectapi.test.Internal;
import io.github.connectapi.test.file.Rendition;
import io.github.connectapi.test.operation.Access;
import io.github.connectapi.test.operation.Json;
import io.github.connectapi.test.operation.Operation;
import io.github.connectapi.test.operation.OperationErrorException;
import io.github.connectapi.test.operation.OperationRequest;
import io.github.connectapi.test.operation.OperationResult;
import io.github.connectapi.test.operation.RequestArguments;
import io.github.connectapi.test.operation.WireDate;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * GetAssetChanges, which returns the same changes until ConfirmAssetChanges confirms
 * them. Each account has its own position in each channel.
 */
@Internal
public final class PartnerOperations {

	private static final int DEFAULT_COUNT = 10;

	private static final int MAX_COUNT = 500;

	private final Subscriptions subscriptions = new Subscriptions();

	public List<Operation> all() {
		return List.of(operation("GetAssetChanges", this::changes), operation("ConfirmAssetChanges", this::confirm));
	}

	private static Operation operation(String name, Operation.Handler handler) {
		return Operation.of("partnerassetingestion", name, Access.STANDARD, handler)
			.withResultKey(name + "ResponseBody");
	}

	private OperationResult changes(OperationRequest request) throws OperationErrorException {
		RequestArguments arguments = request.arguments();
		int channelId = arguments.integer("ChannelId")
			.orElseThrow(() -> OperationErrorException.invalidRequest("ChannelId is required."));
		int count = itemCount(arguments);
		Subscription.Batch batch = this.subscriptions.next(request.session().userName(), Channel.of(channelId), count);
		ObjectNode result = Json.object();
		ArrayNode assets = result.putArray("ChangedAssets");
		batch.changes().forEach((change) -> write(change, request.baseUrl(), assets.addObject()));
		return OperationResult.of(result.put("TransactionId", batch.transactionId()));
	}

	private static int itemCount(RequestArguments arguments) throws OperationErrorException {
		int count = arguments.integer("ItemCount").orElse(DEFAULT_COUNT);
		if (count < 1) {
			throw new OperationErrorException("InvalidItemCount", "ItemCount must be greater than zero.");
		}
		if (count > MAX_COUNT) {
			throw new OperationErrorException("MaxExceeded", "ItemCount must be at most %s.".formatted(MAX_COUNT));
		}
		return count;
	}

	private static void write(AssetChange change, String baseUrl, ObjectNode json) {
		boolean added = change.lifecycle() == AssetChange.Lifecycle.NEW;
		json.put("AssetChangedDateTimeUtc", WireDate.format(change.changed()))
			.put("AssetId", change.assetId())
			.put("AssetLifecycle", change.lifecycle().wireName())
			.put("AssetType", "Image")
			.put("Url", added ? Rendition.COMP.url(baseUrl, change.assetId()) : "")
			.putArray("ChangedProperties");
	}

	private OperationResult confirm(OperationRequest request) throws OperationErrorException {
		String transactionId = request.arguments().requiredText("TransactionId");
		this.subscriptions.confirm(request.session().userName(), transactionId);
		return OperationResult.of(Json.object());
	}

}

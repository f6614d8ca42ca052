package io.github.connectapi.test.partner;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.connectapi.test.operation.OperationErrorException;

/**
 * The positions of all accounts in the changes of all channels. Thread-safe.
 */
final class Subscriptions {

	private final Map<Channel, List<AssetChange>> changes = new EnumMap<>(Channel.class);

	private final Map<String, Map<Channel, Subscription>> accounts = new HashMap<>();

	synchronized Subscription.Batch next(String userName, Channel channel, int maxSize) {
		return this.accounts.computeIfAbsent(userName, (key) -> new EnumMap<>(Channel.class))
			.computeIfAbsent(channel, (key) -> new Subscription(userName + "/" + key, changes(key)))
			.next(maxSize);
	}

	synchronized void confirm(String userName, String transactionId) throws OperationErrorException {
		Map<Channel, Subscription> subscriptions = this.accounts.getOrDefault(userName, Map.of());
		if (subscriptions.values().stream().noneMatch((subscription) -> subscription.confirm(transactionId))) {
			throw OperationErrorException
				.invalidRequest("TransactionId is not the id of asset changes that are not confirmed yet.");
		}
	}

	private List<AssetChange> changes(Channel channel) {
		return this.changes.computeIfAbsent(channel, AssetChanges::of);
	}

}

package io.github.connectapi.test.partner;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * The position of an account in the changes of a channel. Not thread-safe.
 */
final class Subscription {

	private final String name;

	private final List<AssetChange> changes;

	private int confirmed;

	private int number;

	private @Nullable Batch pending;

	/**
	 * Create a subscription whose first batch begins with the first change.
	 * @param name the name, from which the transaction ids follow
	 * @param changes all changes of the channel
	 */
	Subscription(String name, List<AssetChange> changes) {
		this.name = name;
		this.changes = changes;
	}

	/**
	 * Return the batch that is not confirmed yet, or else the next one.
	 * @param maxSize the maximum size of a next batch
	 * @return the batch, which is empty after the last change
	 */
	Batch next(int maxSize) {
		Batch batch = this.pending;
		if (batch == null) {
			int end = Math.min(this.confirmed + maxSize, this.changes.size());
			batch = new Batch(transactionId(), this.changes.subList(this.confirmed, end));
			this.pending = batch;
		}
		return batch;
	}

	/**
	 * Confirm the batch that is not confirmed yet.
	 * @param transactionId the transaction id of a batch
	 * @return whether it is the id of that batch
	 */
	boolean confirm(String transactionId) {
		Batch batch = this.pending;
		if (batch == null || !batch.transactionId().equals(transactionId)) {
			return false;
		}
		this.confirmed += batch.changes().size();
		this.pending = null;
		return true;
	}

	private String transactionId() {
		this.number++;
		return UUID.nameUUIDFromBytes((this.name + "/" + this.number).getBytes(StandardCharsets.UTF_8)).toString();
	}

	/**
	 * Changes that are confirmed together.
	 *
	 * @param transactionId the id of their confirmation
	 * @param changes the changes
	 */
	record Batch(String transactionId, List<AssetChange> changes) {

	}

}

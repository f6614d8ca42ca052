package io.github.connectapi.test.download;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.github.connectapi.test.catalog.Offering;

/**
 * The product offerings and the downloads of one account. Thread-safe.
 */
final class AccountDownloads {

	/** The number of downloads that are remembered, which bounds the memory. */
	private static final int MAX_DOWNLOADS = 10_000;

	private final Map<Offering, Quota> quotas = new EnumMap<>(Offering.class);

	private final Deque<Download> downloads = new ArrayDeque<>();

	private final Set<List<String>> downloadedSizes = new HashSet<>();

	private int used;

	synchronized void add(Quota quota) {
		this.quotas.put(quota.offering(), quota);
	}

	synchronized void remove(Offering offering) {
		this.quotas.remove(offering);
	}

	synchronized List<OwnedOffering> offerings(Instant now) {
		return this.quotas.values().stream().map((quota) -> quota.at(now)).toList();
	}

	synchronized boolean hasDownloaded(String assetId, String sizeKey) {
		return this.downloadedSizes.contains(List.of(assetId, sizeKey));
	}

	/**
	 * Accept a download. It is free if the image is or if this account has downloaded the
	 * same size before.
	 * @param token what is authorized
	 * @param free whether the image is free
	 * @param orderId the number of the order
	 * @param now the time
	 * @return the download, or empty if the offering does not permit it anymore
	 */
	synchronized Optional<Download> accept(DownloadToken token, boolean free, String orderId, Instant now) {
		return accept(token, orderId, now, !free && !hasDownloaded(token.assetId(), token.sizeKey()));
	}

	/**
	 * Accept a download that is counted in any case.
	 * @param token what is authorized
	 * @param orderId the number of the order
	 * @param now the time
	 * @return the download, or empty if the offering does not permit it anymore
	 */
	synchronized Optional<Download> acceptCounted(DownloadToken token, String orderId, Instant now) {
		return accept(token, orderId, now, true);
	}

	private synchronized Optional<Download> accept(DownloadToken token, String orderId, Instant now, boolean debit) {
		Quota quota = this.quotas.get(token.offering());
		if (quota == null || quota.isExpired(now)) {
			return Optional.empty();
		}
		if (debit && !quota.debit(now)) {
			return Optional.empty();
		}
		this.used += debit ? 1 : 0;
		this.downloadedSizes.add(List.of(token.assetId(), token.sizeKey()));
		Download download = new Download(token.assetId(), token.offering(), orderId, now, debit);
		this.downloads.addFirst(download);
		if (this.downloads.size() > MAX_DOWNLOADS) {
			this.downloads.removeLast();
		}
		return Optional.of(download);
	}

	/** Return the number of downloads that were counted against the quota. */
	synchronized int used() {
		return this.used;
	}

	/**
	 * Return the downloads.
	 * @return the downloads, the latest first
	 */
	synchronized List<Download> downloads() {
		return List.copyOf(this.downloads);
	}

}

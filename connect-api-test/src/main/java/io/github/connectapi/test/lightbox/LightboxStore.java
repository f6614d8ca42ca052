package io.github.connectapi.test.lightbox;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import io.github.connectapi.test.operation.OperationErrorException;

/**
 * The lightboxes of all accounts. Ids are counted, so they are the same in each run. At
 * 1,000 lightboxes, a new one replaces the oldest. Thread-safe.
 */
final class LightboxStore {

	private static final int MAX_LIGHTBOXES = 1000;

	private static final int FIRST_ID = 10_001;

	private final Map<Integer, Lightbox> lightboxes = new LinkedHashMap<>();

	private final InstantSource clock;

	private int nextId = FIRST_ID;

	private int nextItemId = 1;

	LightboxStore(InstantSource clock) {
		this.clock = clock;
	}

	synchronized int create(String owner, LightboxDetails details) {
		return create(owner, details, false, List.of());
	}

	synchronized int share(int id, String owner) throws OperationErrorException {
		Lightbox original = requireOwned(id, owner);
		return create(owner, original.details(), true, original.items().stream().map(LightboxItem::asset).toList());
	}

	/** Return the lightboxes of an account in the order of their creation. */
	synchronized List<Lightbox> ownedBy(String owner) {
		return this.lightboxes.values().stream().filter((lightbox) -> lightbox.owner().equals(owner)).toList();
	}

	synchronized Lightbox require(int id) throws OperationErrorException {
		Lightbox lightbox = this.lightboxes.get(id);
		if (lightbox == null) {
			throw new OperationErrorException("LightboxIdDoesNotExist",
					"There is no lightbox with the id %s.".formatted(id));
		}
		return lightbox;
	}

	synchronized void update(int id, String owner, LightboxDetails details) throws OperationErrorException {
		this.lightboxes.put(id, requireEditable(id, owner).withDetails(details, this.clock.instant()));
	}

	synchronized void delete(int id, String owner) throws OperationErrorException {
		requireOwned(id, owner);
		this.lightboxes.remove(id);
	}

	/** Add items. Those that are in the lightbox already keep their position. */
	synchronized void addItems(int id, String owner, List<Asset> assets) throws OperationErrorException {
		Lightbox lightbox = requireEditable(id, owner);
		Instant now = this.clock.instant();
		List<LightboxItem> items = new ArrayList<>(lightbox.items());
		Set<String> ids = items.stream().map((item) -> item.asset().id()).collect(Collectors.toSet());
		for (Asset asset : assets) {
			if (ids.add(asset.id())) {
				items.add(new LightboxItem(this.nextItemId++, asset, now));
			}
		}
		if (items.size() > lightbox.items().size()) {
			this.lightboxes.put(id, lightbox.withItems(items, now));
		}
	}

	/** Remove items and return the asset ids of those that were in the lightbox. */
	synchronized Set<String> removeItems(int id, String owner, Set<String> assetIds) throws OperationErrorException {
		Lightbox lightbox = requireEditable(id, owner);
		Predicate<LightboxItem> removed = (item) -> assetIds.contains(item.asset().id());
		List<LightboxItem> remaining = lightbox.items().stream().filter(removed.negate()).toList();
		if (remaining.size() < lightbox.items().size()) {
			this.lightboxes.put(id, lightbox.withItems(remaining, this.clock.instant()));
		}
		return lightbox.items().stream().filter(removed).map((item) -> item.asset().id()).collect(Collectors.toSet());
	}

	private Lightbox requireEditable(int id, String owner) throws OperationErrorException {
		Lightbox lightbox = requireOwned(id, owner);
		if (lightbox.shared()) {
			throw OperationErrorException.invalidRequest("The lightbox %s is shared and read-only.".formatted(id));
		}
		return lightbox;
	}

	private Lightbox requireOwned(int id, String owner) throws OperationErrorException {
		Lightbox lightbox = require(id);
		if (!lightbox.owner().equals(owner)) {
			throw new OperationErrorException("OperationValidOnlyForLightboxOwner",
					"The lightbox %s belongs to another account.".formatted(id));
		}
		return lightbox;
	}

	private int create(String owner, LightboxDetails details, boolean shared, List<Asset> assets) {
		Instant now = this.clock.instant();
		List<LightboxItem> items = new ArrayList<>();
		assets.forEach((asset) -> items.add(new LightboxItem(this.nextItemId++, asset, now)));
		if (this.lightboxes.size() == MAX_LIGHTBOXES) {
			this.lightboxes.remove(this.lightboxes.keySet().iterator().next());
		}
		int id = this.nextId++;
		this.lightboxes.put(id, new Lightbox(id, owner, details, shared, now, now, items));
		return id;
	}

}

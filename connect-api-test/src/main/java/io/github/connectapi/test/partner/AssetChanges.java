package io.github.connectapi.test.partner;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import io.github.connectapi.test.catalog.Catalog;
import io.github.connectapi.test.catalog.Image;
import io.github.connectapi.test.partner.AssetChange.Lifecycle;

/**
 * Derives changes from the catalog by rule: each image is new, every fifth was updated a
 * day later, and after every tenth an image was deleted that the catalog does not have.
 */
final class AssetChanges {

	private static final int UPDATED = 5;

	private static final int DELETED = 10;

	private AssetChanges() {
	}

	/** Return all changes of a channel in the order in which they happened. */
	static List<AssetChange> of(Channel channel) {
		List<AssetChange> changes = new ArrayList<>();
		List<Image> images = Catalog.get().images().stream().filter(channel::contains).toList();
		for (int i = 0; i < images.size(); i++) {
			Image image = images.get(i);
			Instant added = image.submitted().toInstant();
			changes.add(new AssetChange(image.id(), Lifecycle.NEW, added));
			if (i % UPDATED == UPDATED - 1) {
				changes.add(new AssetChange(image.id(), Lifecycle.UPDATED, added.plus(Duration.ofDays(1))));
			}
			if (i % DELETED == DELETED - 1) {
				changes.add(new AssetChange(deletedId(image), Lifecycle.DELETED, added.plus(Duration.ofDays(2))));
			}
		}
		changes.sort(Comparator.comparing(AssetChange::changed).thenComparing(AssetChange::assetId));
		return List.copyOf(changes);
	}

	private static String deletedId(Image image) {
		String id = image.id() + "0";
		while (Catalog.get().image(id).isPresent()) {
			id += "0";
		}
		return id;
	}

}

package io.github.connectapi.test.download;

import java.util.Comparator;
import java.util.Map;

import io.github.connectapi.test.catalog.Catalog;
import io.github.connectapi.test.catalog.Image;
import io.github.connectapi.test.catalog.ImageCollection;
import io.github.connectapi.test.catalog.Video;
import io.github.connectapi.test.operation.OperationErrorException;

/**
 * The sort orders of GetPreviousPurchases. A fake purchase has neither a client name nor
 * a purchase order number: sorting by these changes nothing.
 */
final class PurchaseSort {

	static final String DEFAULT = "OrderDateDescending";

	private static final String ASCENDING = "Ascending";

	private static final Map<String, Comparator<Download>> FIELDS = Map.of("AssetId",
			Comparator.comparingLong((purchase) -> Long.parseLong(purchase.assetId())), "ClientName",
			Comparator.comparing((purchase) -> ""), "CollectionName",
			Comparator.comparing(PurchaseSort::collectionName), "OrderDate", Comparator.comparing(Download::instant),
			"PurchaseOrderNumber", Comparator.comparing((purchase) -> ""));

	private PurchaseSort() {
	}

	static Comparator<Download> of(String name) throws OperationErrorException {
		boolean ascending = name.endsWith(ASCENDING);
		Comparator<Download> comparator = FIELDS.get(name.replaceFirst("(A|De)scending$", ""));
		if (comparator == null || !(ascending || name.endsWith("Descending"))) {
			throw new OperationErrorException("InvalidItemSortType", "The sort type is not valid.");
		}
		return ascending ? comparator : comparator.reversed();
	}

	private static String collectionName(Download purchase) {
		return Catalog.get()
			.image(purchase.assetId())
			.map(Image::collection)
			.or(() -> Catalog.get().video(purchase.assetId()).map(Video::collection))
			.map(ImageCollection::name)
			.orElse("");
	}

}

package io.github.connectapi.account;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Request of {@code GetPreviousPurchases}. Components may be added.
 *
 * @param itemCount the maximum number of entries, at least 1
 * @param itemStartNumber the number of the first entry, starting at 1
 * @param itemSortType the order; null for the default
 * @param filter the filter; null for all purchases
 */
public record GetPreviousPurchases(int itemCount, int itemStartNumber, @Nullable String itemSortType,
		@Nullable Filter filter) {

	/**
	 * Create a request.
	 * @param itemCount the maximum number of entries, at least 1
	 * @param itemStartNumber the number of the first entry, starting at 1
	 * @param itemSortType the order; null for the default
	 * @param filter the filter; null for all purchases
	 * @throws IllegalArgumentException if a number is less than 1
	 */
	public GetPreviousPurchases {
		Assert.isTrue(itemCount >= 1, "The number of entries on a page must be at least 1");
		Assert.isTrue(itemStartNumber >= 1, "The number of the first entry must be at least 1");
	}

	/**
	 * Create a request for a page of all purchases.
	 * @param itemStartNumber the number of the first entry, starting at 1
	 * @param itemCount the maximum number of entries, at least 1
	 * @return the request
	 */
	public static GetPreviousPurchases ofPage(int itemStartNumber, int itemCount) {
		return new GetPreviousPurchases(itemCount, itemStartNumber, null, null);
	}

	/**
	 * Return a copy with the given order.
	 * @param itemSortType for instance {@code OrderDateDescending}
	 * @return the copy
	 */
	public GetPreviousPurchases withSort(String itemSortType) {
		return new GetPreviousPurchases(this.itemCount, this.itemStartNumber, itemSortType, this.filter);
	}

	/**
	 * Return a copy that finds only purchases with the given value.
	 * @param searchCriteriaType the field to compare: {@code AssetId},
	 * {@code ClientName}, {@code JobReferenceNumber}, {@code OrderId} or
	 * {@code PurchaseOrderNumber}
	 * @param searchCriteria the value of that field
	 * @return the copy
	 */
	public GetPreviousPurchases withCriteria(String searchCriteriaType, String searchCriteria) {
		return new GetPreviousPurchases(this.itemCount, this.itemStartNumber, this.itemSortType,
				new Filter(searchCriteria, searchCriteriaType));
	}

	/**
	 * Return a copy with the given page.
	 * @param itemStartNumber the number of the first entry, starting at 1
	 * @param itemCount the maximum number of entries, at least 1
	 * @return the copy
	 */
	public GetPreviousPurchases withPage(int itemStartNumber, int itemCount) {
		return new GetPreviousPurchases(itemCount, itemStartNumber, this.itemSortType, this.filter);
	}

	/**
	 * Filter of a request.
	 *
	 * @param searchCriteria the value to find
	 * @param searchCriteriaType the field that has the value
	 */
	public record Filter(String searchCriteria, String searchCriteriaType) {

	}

}

package io.github.connectapi.download;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Request of {@code GetPreviousDownloads}. Components may be added. The documentation has
 * two names for each date; those of its table are sent.
 *
 * @param itemCount the maximum number of entries, at least 1
 * @param itemStartNumber the number of the first entry, starting at 1
 * @param filter the filter; null for all downloads
 */
public record GetPreviousDownloads(int itemCount, int itemStartNumber, @Nullable Filter filter) {

	/**
	 * Create a request.
	 * @param itemCount the maximum number of entries, at least 1
	 * @param itemStartNumber the number of the first entry, starting at 1
	 * @param filter the filter; null for all downloads
	 * @throws IllegalArgumentException if a number is less than 1
	 */
	public GetPreviousDownloads {
		Assert.isTrue(itemCount >= 1, "The number of entries on a page must be at least 1");
		Assert.isTrue(itemStartNumber >= 1, "The number of the first entry must be at least 1");
	}

	/**
	 * Create a request for a page of all downloads.
	 * @param itemStartNumber the number of the first entry, starting at 1
	 * @param itemCount the maximum number of entries, at least 1
	 * @return the request
	 */
	public static GetPreviousDownloads ofPage(int itemStartNumber, int itemCount) {
		return new GetPreviousDownloads(itemCount, itemStartNumber, null);
	}

	/**
	 * Return a copy with the given dates, which are sent in seconds: the range becomes up
	 * to a second longer on both sides.
	 * @param start the instant after which the download took place
	 * @param end the instant until which the download took place
	 * @return the copy
	 */
	public GetPreviousDownloads withDates(Instant start, Instant end) {
		String productOffering = (this.filter != null) ? this.filter.productOffering() : null;
		return withFilter(new Filter(new DateRange(start, end), productOffering));
	}

	/**
	 * Return a copy with the given product offering.
	 * @param productOffering the type, for instance {@code EasyAccess}, or {@code All}
	 * @return the copy
	 */
	public GetPreviousDownloads withProductOffering(String productOffering) {
		DateRange dateRange = (this.filter != null) ? this.filter.dateRange() : null;
		return withFilter(new Filter(dateRange, productOffering));
	}

	/**
	 * Return a copy with the given page.
	 * @param itemStartNumber the number of the first entry, starting at 1
	 * @param itemCount the maximum number of entries, at least 1
	 * @return the copy
	 */
	public GetPreviousDownloads withPage(int itemStartNumber, int itemCount) {
		return new GetPreviousDownloads(itemCount, itemStartNumber, this.filter);
	}

	private GetPreviousDownloads withFilter(Filter filter) {
		return new GetPreviousDownloads(this.itemCount, this.itemStartNumber, filter);
	}

	/**
	 * Filter of a request.
	 *
	 * @param dateRange when the download took place; null for any time
	 * @param productOffering the type of the product offering; null for all
	 */
	public record Filter(@Nullable DateRange dateRange, @Nullable String productOffering) {

	}

	/**
	 * Range of instants in seconds. The server requires both.
	 *
	 * @param startDate the instant after which the download took place
	 * @param endDate the instant until which it took place
	 */
	public record DateRange(Instant startDate, Instant endDate) {

		/**
		 * Create a range. The start is rounded down to a second, and the end is rounded
		 * up.
		 * @param startDate the instant after which the download took place
		 * @param endDate the instant until which it took place
		 */
		public DateRange {
			startDate = startDate.truncatedTo(ChronoUnit.SECONDS);
			endDate = endDate.plusNanos(999_999_999).truncatedTo(ChronoUnit.SECONDS);
		}

	}

}

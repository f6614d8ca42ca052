package io.github.connectapi.usage;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.springframework.util.Assert;

/**
 * Request of {@code ReportUsage}. The server records all usages of a request or none. It
 * records a transaction id once, so the same request can be sent again: see
 * {@link UsageReporter}. Components may be added.
 *
 * @param transactionId identifies this request among all requests of the system id
 * @param assetUsages 1 to 1000 usages
 */
public record ReportUsage(String transactionId, List<AssetUsage> assetUsages) {

	private static final int MAX_USAGES = 1000;

	/**
	 * Create a request with a copy of the usages. Use this to send a request again after
	 * a restart of the application.
	 * @param transactionId identifies this request among all requests of the system id
	 * @param assetUsages 1 to 1000 usages
	 * @throws IllegalArgumentException if the id is blank, or if there are no usages or
	 * too many
	 */
	public ReportUsage {
		Assert.hasText(transactionId, "The transaction id of a usage report must not be blank");
		Assert.isTrue(!assetUsages.isEmpty() && assetUsages.size() <= MAX_USAGES,
				() -> "A usage report must have 1 to %s usages".formatted(MAX_USAGES));
		assetUsages = List.copyOf(assetUsages);
	}

	/**
	 * Create a request with a random transaction id. Store the id before the request is
	 * sent, to send it again after a restart.
	 * @param assetUsages 1 to 1000 usages
	 * @return the request
	 * @throws IllegalArgumentException if there are no usages or too many
	 */
	public static ReportUsage of(AssetUsage... assetUsages) {
		return new ReportUsage(UUID.randomUUID().toString(), List.of(assetUsages));
	}

	/**
	 * Usage of an image or a video on a day.
	 *
	 * @param assetId the id of the image or video
	 * @param quantity the number of usages, at least 1
	 * @param usageDate the day of the usages
	 */
	public record AssetUsage(String assetId, int quantity, LocalDate usageDate) {

		/**
		 * Create a usage.
		 * @param assetId the id of the image or video
		 * @param quantity the number of usages, at least 1
		 * @param usageDate the day of the usages
		 * @throws IllegalArgumentException if the quantity is less than 1
		 */
		public AssetUsage {
			Assert.isTrue(quantity >= 1, "The quantity of a usage must be at least 1");
		}

	}

}

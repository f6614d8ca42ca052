package io.github.connectapi.test.usage;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;

import io.github.connectapi.test.catalog.Catalog;
import io.github.connectapi.test.operation.OperationErrorException;
import io.github.connectapi.test.operation.RequestArguments;

/**
 * A reported usage, whose arguments are complete and well formed.
 *
 * @param assetId the id of an image or video
 * @param quantity the number of usages, at least 1
 * @param date the date of the usages
 */
record AssetUsage(String assetId, int quantity, LocalDate date) {

	static AssetUsage of(RequestArguments arguments) throws OperationErrorException {
		String assetId = arguments.requiredText("AssetId");
		int quantity = arguments.integer("Quantity")
			.orElseThrow(() -> OperationErrorException.invalidRequest("Quantity is required."));
		if (quantity < 1) {
			throw OperationErrorException.invalidRequest("Quantity must be greater than 0.");
		}
		return new AssetUsage(assetId, quantity, date(arguments.requiredText("UsageDate")));
	}

	boolean isKnown() {
		return Catalog.get().image(this.assetId).isPresent() || Catalog.get().video(this.assetId).isPresent();
	}

	private static LocalDate date(String text) throws OperationErrorException {
		try {
			return text.contains("T") ? OffsetDateTime.parse(text).toLocalDate() : LocalDate.parse(text);
		}
		catch (DateTimeException ex) {
			throw OperationErrorException.invalidRequest("UsageDate must be a date like 2014-01-14.");
		}
	}

}

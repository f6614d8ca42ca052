package io.github.connectapi.test.download;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import io.github.connectapi.test.catalog.Offering;
import io.github.connectapi.test.file.Rendition;
import io.github.connectapi.test.operation.Access;
import io.github.connectapi.test.operation.Json;
import io.github.connectapi.test.operation.Operation;
import io.github.connectapi.test.operation.OperationErrorException;
import io.github.connectapi.test.operation.OperationRequest;
import io.github.connectapi.test.operation.OperationResult;
import io.github.connectapi.test.operation.RequestArguments;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * GetPreviousDownloads. Lists all accepted downloads, the latest first.
 */
final class GetPreviousDownloads {

	private static final String ALL = "All";

	/** A documented category that no account has. */
	private static final String LEGACY = "LegacyRfSubscription";

	private final ProductOfferings offerings;

	GetPreviousDownloads(ProductOfferings offerings) {
		this.offerings = offerings;
	}

	Operation operation() {
		return Operation.of("download", "GetPreviousDownloads", Access.SECURE, this::handle)
			.withResultKey("GetPreviousDownloadsResultBody");
	}

	private OperationResult handle(OperationRequest request) throws OperationErrorException {
		RequestArguments arguments = request.arguments();
		ItemPage page = ItemPage.of(arguments);
		RequestArguments filter = arguments.object("Filter");
		DateRange range = DateRange.of(filter.object("DateRange"));
		String category = category(filter.text("ProductOffering").orElse(ALL));
		List<Download> downloads = this.offerings.account(request.session().userName())
			.downloads()
			.stream()
			.filter((download) -> range.contains(download.instant()))
			.filter((download) -> category.equals(ALL) || download.offering().wireName().equals(category))
			.toList();
		ObjectNode result = Json.object();
		ArrayNode entries = result.putArray("PreviousDownloads");
		page.select(downloads, result)
			.forEach((download) -> entries.addObject()
				.put("AssetId", download.assetId())
				.put("DateDownloaded", DateRange.format(download.instant()))
				.put("UrlThumb", Rendition.THUMB.url(request.baseUrl(), download.assetId()))
				.put("ProductOffering", download.offering().wireName()));
		return OperationResult.of(result);
	}

	private static String category(String name) throws OperationErrorException {
		Optional<String> offering = Arrays.stream(Offering.values())
			.map(Offering::wireName)
			.filter(name::equalsIgnoreCase)
			.findFirst();
		if (offering.isPresent() || name.equalsIgnoreCase(LEGACY)) {
			return offering.orElse(LEGACY);
		}
		if (name.equalsIgnoreCase(ALL)) {
			return ALL;
		}
		throw new OperationErrorException("InvalidProductOffering", "The product offering is not valid.");
	}

}

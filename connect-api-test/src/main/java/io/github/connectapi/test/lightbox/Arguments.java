package io.github.connectapi.test.lightbox;

import java.util.List;

import io.github.connectapi.test.operation.OperationErrorException;
import io.github.connectapi.test.operation.RequestArguments;

/**
 * Reads arguments that several operations for lightboxes have.
 */
final class Arguments {

	private static final int MAX_ASSET_IDS = 500;

	private Arguments() {
	}

	static int lightboxId(RequestArguments arguments) throws OperationErrorException {
		return requiredInteger(arguments, "LightboxId");
	}

	static int requiredInteger(RequestArguments arguments, String name) throws OperationErrorException {
		return arguments.integer(name)
			.orElseThrow(() -> OperationErrorException.invalidRequest("%s is required.".formatted(name)));
	}

	/**
	 * Return the asset ids, at least one and at most 500.
	 * @param arguments the arguments of the request
	 * @return the ids
	 * @throws OperationErrorException if an id is not a number, or for another number of
	 * ids
	 */
	static List<String> assetIds(RequestArguments arguments) throws OperationErrorException {
		List<String> ids = arguments.texts("AssetIds").stream().map(String::strip).toList();
		if (ids.isEmpty()) {
			throw OperationErrorException.invalidRequest("AssetIds is required.");
		}
		if (ids.size() > MAX_ASSET_IDS) {
			throw new OperationErrorException("AssetIdListExceedsMaxAllowed",
					"AssetIds has %s entries, but must have at most %s.".formatted(ids.size(), MAX_ASSET_IDS));
		}
		if (!ids.stream().allMatch((id) -> id.matches("[0-9]{1,20}"))) {
			throw new OperationErrorException("InvalidAssets", "AssetIds must contain numbers only.");
		}
		return ids;
	}

}

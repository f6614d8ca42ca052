package io.github.connectapi.test.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import io.github.connectapi.test.catalog.Image;
import io.github.connectapi.test.catalog.Offering;
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
 * GetImageDetails. An unknown id among known ones is a warning.
 *
 * @param assets the images and videos
 * @param offerings returns the offerings of an account, given its user name
 */
record GetImageDetails(AvailableAssets assets, Function<String, Set<Offering>> offerings) {

	private static final int MAX_IDS = 90;

	List<Operation> all() {
		return List.of(Operation.of("search", "GetImageDetails", Access.ANY, this::details));
	}

	private OperationResult details(OperationRequest request) throws OperationErrorException {
		Set<String> ids = ids(request.arguments());
		Language language = Language.of(request.arguments());
		ImageDetailsWriter writer = new ImageDetailsWriter(request.baseUrl(),
				this.offerings.apply(request.session().userName()),
				request.detail().toLowerCase(Locale.ROOT).contains("includesizename"));
		ObjectNode json = Json.object();
		ArrayNode images = json.putArray("Images");
		List<String> unknown = new ArrayList<>();
		for (String id : ids) {
			Optional<Image> image = this.assets.image(id);
			image.ifPresentOrElse((found) -> writer.write(found, images.addObject()), () -> unknown.add(id));
		}
		if (images.isEmpty()) {
			throw new OperationErrorException("ImageNotFound", "There is no image with an id of the request.");
		}
		OperationResult result = OperationResult.of(json);
		for (String id : unknown) {
			result = result.withWarning("ImageNotFound", "There is no image with the id '%s'.".formatted(id));
		}
		return language.addTo(result);
	}

	private static Set<String> ids(RequestArguments arguments) throws OperationErrorException {
		// The table of the documentation calls the collection ImageId, its example
		// ImageIds.
		List<String> ids = arguments.texts((arguments.has("ImageIds") ? "ImageIds" : "ImageId"));
		if (ids.isEmpty()) {
			throw OperationErrorException.invalidRequest("ImageIds is required.");
		}
		if (ids.size() > MAX_IDS) {
			throw new OperationErrorException("AssetIdListExceedsMaxAllowed",
					"ImageIds must have at most %s entries.".formatted(MAX_IDS));
		}
		return new LinkedHashSet<>(ids);
	}

}

package io.github.connectapi.test.lightbox;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.github.connectapi.test.operation.Access;
import io.github.connectapi.test.operation.Operation;
import io.github.connectapi.test.operation.OperationErrorException;
import io.github.connectapi.test.operation.OperationRequest;
import io.github.connectapi.test.operation.OperationResult;
import io.github.connectapi.test.operation.RequestArguments;

/**
 * CreateLightboxItems and DeleteLightboxItems. Assets that are not available cause a
 * warning, or an error if there are no others.
 */
final class LightboxItemOperations {

	private final LightboxStore lightboxes;

	LightboxItemOperations(LightboxStore lightboxes) {
		this.lightboxes = lightboxes;
	}

	List<Operation> all() {
		return List.of(operation("CreateLightboxItems", this::create), operation("DeleteLightboxItems", this::delete));
	}

	private static Operation operation(String name, Operation.Handler handler) {
		return Operation.of("lightbox", name, Access.STANDARD, handler).withResultKey(null);
	}

	private OperationResult create(OperationRequest request) throws OperationErrorException {
		RequestArguments arguments = request.arguments();
		int id = Arguments.lightboxId(arguments);
		Set<String> assetIds = new LinkedHashSet<>(Arguments.assetIds(arguments));
		List<Asset> assets = assetIds.stream().map(Asset::find).flatMap(Optional::stream).toList();
		// First, so that the codes for the lightbox take precedence.
		this.lightboxes.addItems(id, request.session().userName(), assets);
		return result(assets.size(), assetIds.size());
	}

	private OperationResult delete(OperationRequest request) throws OperationErrorException {
		RequestArguments arguments = request.arguments();
		int id = Arguments.lightboxId(arguments);
		Set<String> assetIds = Set.copyOf(Arguments.assetIds(arguments));
		Set<String> removed = this.lightboxes.removeItems(id, request.session().userName(), assetIds);
		return result(removed.size(), assetIds.size());
	}

	private static OperationResult result(int available, int requested) throws OperationErrorException {
		String code = "AssetNotAvailable";
		String message = "%s of %s assets are not available.".formatted(requested - available, requested);
		if (available == 0) {
			throw new OperationErrorException(code, message);
		}
		return (available < requested) ? OperationResult.empty().withWarning(code, message) : OperationResult.empty();
	}

}

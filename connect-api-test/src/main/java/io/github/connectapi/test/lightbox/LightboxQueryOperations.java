package io.github.connectapi.test.lightbox;

import java.util.List;

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
 * GetLightbox, which is open to all accounts and applications, and GetLightboxHeaders,
 * which returns the lightboxes of the account.
 */
final class LightboxQueryOperations {

	private final LightboxStore lightboxes;

	LightboxQueryOperations(LightboxStore lightboxes) {
		this.lightboxes = lightboxes;
	}

	List<Operation> all() {
		return List.of(Operation.of("lightbox", "GetLightbox", Access.ANY, this::get),
				Operation.of("lightbox", "GetLightboxHeaders", Access.STANDARD, this::headers));
	}

	private OperationResult get(OperationRequest request) throws OperationErrorException {
		RequestArguments arguments = request.arguments();
		int id = Arguments.lightboxId(arguments);
		RequestArguments options = arguments.object("LightboxItemsViewOptions");
		Page page = Page.of(options);
		LightboxWriter writer = new LightboxWriter(request.baseUrl(), options.flag("IncludeMaxSizePerLightboxItem"));
		Lightbox lightbox = this.lightboxes.require(id);
		ObjectNode result = Json.object();
		writer.write(lightbox, page.of(lightbox.items()), page.start(), result.putObject("Lightbox"));
		return OperationResult.of(result);
	}

	private OperationResult headers(OperationRequest request) throws OperationErrorException {
		Page page = Page.of(request.arguments().object("ResultsViewOptions"));
		List<Lightbox> owned = this.lightboxes.ownedBy(request.session().userName());
		if (owned.isEmpty()) {
			throw new OperationErrorException("LightboxesNotFound", "The account has no lightboxes.");
		}
		LightboxWriter writer = new LightboxWriter(request.baseUrl(), false);
		ObjectNode result = Json.object();
		ArrayNode headers = result.putArray("LightboxHeaders");
		page.of(owned).forEach((lightbox) -> writer.writeHeader(lightbox, headers.addObject()));
		return OperationResult.of(result.put("TotalLightboxHeaderCount", owned.size()));
	}

}

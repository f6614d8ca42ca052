package io.github.connectapi.test.lightbox;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

import io.github.connectapi.test.Internal;
import io.github.connectapi.test.operation.Access;
import io.github.connectapi.test.operation.Json;
import io.github.connectapi.test.operation.Operation;
import io.github.connectapi.test.operation.OperationErrorException;
import io.github.connectapi.test.operation.OperationRequest;
import io.github.connectapi.test.operation.OperationResult;
import io.github.connectapi.test.operation.RequestArguments;

/**
 * The operations for lightboxes. Each account has its own.
 */
@Internal
public final class LightboxOperations {

	private static final String SUBJECT = "lightbox";

	private final LightboxStore lightboxes;

	/**
	 * Create the operations without any lightbox.
	 * @param clock the clock of the server
	 */
	public LightboxOperations(InstantSource clock) {
		this.lightboxes = new LightboxStore(clock);
	}

	public List<Operation> all() {
		List<Operation> operations = new ArrayList<>();
		operations.add(Operation.of(SUBJECT, "CreateLightbox", Access.STANDARD, this::create));
		operations.add(Operation.of(SUBJECT, "CreateSharedLightbox", Access.STANDARD, this::share));
		operations
			.add(Operation.of(SUBJECT, "UpdateLightboxHeader", Access.STANDARD, this::update).withResultKey(null));
		operations.add(Operation.of(SUBJECT, "DeleteLightbox", Access.ANY, this::delete).withResultKey(null));
		operations.addAll(new LightboxQueryOperations(this.lightboxes).all());
		operations.addAll(new LightboxItemOperations(this.lightboxes).all());
		return operations;
	}

	private OperationResult create(OperationRequest request) throws OperationErrorException {
		int id = this.lightboxes.create(owner(request), LightboxDetails.of(request.arguments()));
		return OperationResult.of(Json.object().put("LightboxId", id));
	}

	private OperationResult share(OperationRequest request) throws OperationErrorException {
		int id = this.lightboxes.share(Arguments.lightboxId(request.arguments()), owner(request));
		return OperationResult.of(Json.object().put("SharedLightboxId", id));
	}

	private OperationResult update(OperationRequest request) throws OperationErrorException {
		RequestArguments arguments = request.arguments();
		int id = Arguments.lightboxId(arguments);
		this.lightboxes.update(id, owner(request), LightboxDetails.of(arguments));
		return OperationResult.empty();
	}

	private OperationResult delete(OperationRequest request) throws OperationErrorException {
		this.lightboxes.delete(Arguments.lightboxId(request.arguments()), owner(request));
		return OperationResult.empty();
	}

	private static String owner(OperationRequest request) {
		return request.session().userName();
	}

}

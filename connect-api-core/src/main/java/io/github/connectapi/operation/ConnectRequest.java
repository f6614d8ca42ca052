package io.github.connectapi.operation;

import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

import io.github.connectapi.LogSanitizer;

/**
 * Request of one call: the operation, its body and an optional coordination id. Immutable
 * if the body is immutable.
 */
public final class ConnectRequest {

	private static final int MAX_COORDINATION_ID_LENGTH = 256;

	private final ConnectOperation operation;

	private final @Nullable Object body;

	private final @Nullable String coordinationId;

	private ConnectRequest(ConnectOperation operation, @Nullable Object body, @Nullable String coordinationId) {
		this.operation = operation;
		this.body = body;
		this.coordinationId = coordinationId;
	}

	/**
	 * Create a request.
	 * @param operation the operation to call
	 * @param body a record, a bean, a map or a {@code JsonNode} with the arguments; null
	 * for an operation without a request. Properties are written in upper camel case,
	 * keys of a map unchanged. Null properties are omitted.
	 * @return the request
	 * @throws IllegalArgumentException if the operation needs a body and there is none,
	 * or if it has no request and there is a body
	 */
	public static ConnectRequest of(ConnectOperation operation, @Nullable Object body) {
		if (operation.requestKey().isPresent()) {
			Assert.isTrue(body != null, () -> "%s needs a request body".formatted(operation));
		}
		else {
			Assert.isTrue(body == null, () -> "%s has no request body".formatted(operation));
		}
		return new ConnectRequest(operation, body, null);
	}

	/**
	 * Return a copy with the given coordination id. The call can be found by this id, in
	 * logs and at Getty Images.
	 * @param coordinationId 1 to 256 visible characters
	 * @return the copy
	 * @throws IllegalArgumentException if the id is invalid
	 */
	public ConnectRequest withCoordinationId(String coordinationId) {
		Assert.isTrue(
				!coordinationId.isEmpty() && coordinationId.length() <= MAX_COORDINATION_ID_LENGTH
						&& LogSanitizer.isVisible(coordinationId),
				() -> "A coordination id must have 1 to %s visible characters".formatted(MAX_COORDINATION_ID_LENGTH));
		return new ConnectRequest(this.operation, this.body, coordinationId);
	}

	/**
	 * Return the operation to call.
	 * @return the operation
	 */
	public ConnectOperation operation() {
		return this.operation;
	}

	/**
	 * Return the body of the request.
	 * @return the record, bean, map or {@code JsonNode}; null if the operation has no
	 * request
	 */
	public @Nullable Object body() {
		return this.body;
	}

	/**
	 * Return the coordination id of the request.
	 * @return the id; empty if an id is to be generated
	 */
	public Optional<String> coordinationId() {
		return Optional.ofNullable(this.coordinationId);
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof ConnectRequest request && this.operation.equals(request.operation)
				&& Objects.equals(this.body, request.body)
				&& Objects.equals(this.coordinationId, request.coordinationId);
	}

	@Override
	public int hashCode() {
		return Objects.hash(this.operation, this.body, this.coordinationId);
	}

	/** Return operation and coordination id, never the body. */
	@Override
	public String toString() {
		return "ConnectRequest[operation=" + this.operation + ", coordinationId=" + this.coordinationId + "]";
	}

}

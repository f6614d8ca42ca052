package io.github.connectapi.operation;

import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

import io.github.connectapi.LogSanitizer;

/**
 * One call of an operation. Immutable as far as the request object is.
 */
public final class ConnectRequest {

	private static final int MAX_ID = 256;

	private final ConnectOperation operation;

	private final @Nullable Object body;

	private final @Nullable String coordinationId;

	private ConnectRequest(ConnectOperation operation, @Nullable Object body, @Nullable String coordinationId) {
		this.operation = operation;
		this.body = body;
		this.coordinationId = coordinationId;
	}

	/**
	 * A call.
	 * @param operation what to call
	 * @param body a record, a bean, a map or a {@code JsonNode} with the arguments; null
	 * for an operation that has none. Properties are written in upper camel case, the
	 * keys of a map as they are, and null properties not at all.
	 * @return a request
	 * @throws IllegalArgumentException if a body is there that the operation does not
	 * have, or missing
	 */
	public static ConnectRequest of(ConnectOperation operation, @Nullable Object body) {
		boolean needed = operation.requestKey().isPresent();
		Assert.isTrue(needed == (body != null),
				() -> operation + (needed ? " needs a request object" : " has no request object"));
		return new ConnectRequest(operation, body, null);
	}

	/**
	 * The same call with an id by which it can be found, here and at Getty Images.
	 * @param coordinationId 1 to 256 visible characters
	 * @return another request
	 * @throws IllegalArgumentException if it is something else
	 */
	public ConnectRequest withCoordinationId(String coordinationId) {
		Assert.isTrue(
				!coordinationId.isEmpty() && coordinationId.length() <= MAX_ID
						&& LogSanitizer.isVisible(coordinationId),
				() -> "A coordination id must have 1 to " + MAX_ID + " visible characters");
		return new ConnectRequest(this.operation, this.body, coordinationId);
	}

	/**
	 * The same call with the id that it has, or else with a random one.
	 * @return a request with an id
	 */
	public ConnectRequest identified() {
		return (this.coordinationId != null) ? this : withCoordinationId(UUID.randomUUID().toString());
	}

	/**
	 * What to call.
	 * @return the operation
	 */
	public ConnectOperation operation() {
		return this.operation;
	}

	/**
	 * The id that was set.
	 * @return the id; empty if one is to be made
	 */
	public Optional<String> coordinationId() {
		return Optional.ofNullable(this.coordinationId);
	}

	/**
	 * Return the request object.
	 * @return the record, bean, map or {@code JsonNode}; null if the operation has none
	 */
	public @Nullable Object body() {
		return this.body;
	}

	/** Operation and id; the body is not shown. */
	@Override
	public String toString() {
		return "ConnectRequest[operation=" + this.operation + ", coordinationId=" + this.coordinationId + "]";
	}

}

package io.github.connectapi.operation;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Description of an operation of the Connect API. Immutable and thread-safe.
 * <p>
 * By convention, an operation is posted to {@code /v1/<area>/<name>}, the key of its
 * request is {@code <name>RequestBody} and the key of its result is {@code <name>Result}.
 * Methods of this class return a copy for an operation that deviates from the convention:
 * {@code ConnectOperation.of("usage", "ReportUsage").withResultKey("ReportUsageResponseBody")}
 */
public final class ConnectOperation {

	private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9]*");

	private final String area;

	private final String name;

	private final int version;

	private final @Nullable String requestKey;

	private final @Nullable String resultKey;

	private final boolean secure;

	private final boolean applicationSessionAllowed;

	private final boolean idempotent;

	private ConnectOperation(String area, String name, int version, @Nullable String requestKey,
			@Nullable String resultKey, boolean secure, boolean applicationSessionAllowed, boolean idempotent) {
		this.area = area;
		this.name = name;
		this.version = version;
		this.requestKey = requestKey;
		this.resultKey = resultKey;
		this.secure = secure;
		this.applicationSessionAllowed = applicationSessionAllowed;
		this.idempotent = idempotent;
	}

	/**
	 * Create an operation by convention. It needs the standard token of a user session,
	 * and it is not idempotent.
	 * @param area the part of the path between version and name, for instance
	 * {@code search}
	 * @param name the name, for instance {@code SearchForImages}
	 * @return the operation
	 * @throws IllegalArgumentException if area or name does not consist of letters and
	 * digits
	 */
	public static ConnectOperation of(String area, String name) {
		Assert.isTrue(WORD.matcher(area).matches(), "The area of an operation must be a word of letters and digits");
		Assert.isTrue(WORD.matcher(name).matches(), "The name of an operation must be a word of letters and digits");
		return new ConnectOperation(area, name, 1, name + "RequestBody", name + "Result", false, false, false);
	}

	/**
	 * Return a copy with the given version.
	 * @param version the number in the path, 1 or more
	 * @return the copy
	 */
	public ConnectOperation withVersion(int version) {
		Assert.isTrue(version >= 1, "The version of an operation must be 1 or more");
		return new ConnectOperation(this.area, this.name, version, this.requestKey, this.resultKey, this.secure,
				this.applicationSessionAllowed, this.idempotent);
	}

	/**
	 * Return a copy with the given request key.
	 * @param requestKey the key of the request in the envelope
	 * @return the copy
	 */
	public ConnectOperation withRequestKey(String requestKey) {
		Assert.hasText(requestKey, "The request key of an operation must not be blank");
		return withKeys(requestKey, this.resultKey);
	}

	/**
	 * Return a copy without a request. Only a header is sent.
	 * @return the copy
	 */
	public ConnectOperation withoutRequest() {
		return withKeys(null, this.resultKey);
	}

	/**
	 * Return a copy with the given result key.
	 * @param resultKey the key of the result in the envelope
	 * @return the copy
	 */
	public ConnectOperation withResultKey(String resultKey) {
		Assert.hasText(resultKey, "The result key of an operation must not be blank");
		return withKeys(this.requestKey, resultKey);
	}

	/**
	 * Return a copy without a result. Only a header is returned.
	 * @return the copy
	 */
	public ConnectOperation withoutResult() {
		return withKeys(this.requestKey, null);
	}

	private ConnectOperation withKeys(@Nullable String requestKey, @Nullable String resultKey) {
		return new ConnectOperation(this.area, this.name, this.version, requestKey, resultKey, this.secure,
				this.applicationSessionAllowed, this.idempotent);
	}

	/**
	 * Return a copy that needs the secure token instead of the standard token.
	 * @return the copy
	 */
	public ConnectOperation withSecureToken() {
		return new ConnectOperation(this.area, this.name, this.version, this.requestKey, this.resultKey, true,
				this.applicationSessionAllowed, this.idempotent);
	}

	/**
	 * Return a copy that also accepts application sessions.
	 * @return the copy
	 */
	public ConnectOperation allowApplicationSession() {
		return new ConnectOperation(this.area, this.name, this.version, this.requestKey, this.resultKey, this.secure,
				true, this.idempotent);
	}

	/**
	 * Return a copy that is repeated when its outcome is unknown. Use this only for an
	 * operation that changes nothing and costs nothing.
	 * @return the copy
	 */
	public ConnectOperation idempotent() {
		return new ConnectOperation(this.area, this.name, this.version, this.requestKey, this.resultKey, this.secure,
				this.applicationSessionAllowed, true);
	}

	/**
	 * Return the name of the operation.
	 * @return the name, for instance {@code SearchForImages}
	 */
	public String name() {
		return this.name;
	}

	/**
	 * Return the path below the base URL.
	 * @return the path, for instance {@code /v2/search/SearchForImages}
	 */
	public String path() {
		return "/v" + this.version + "/" + this.area + "/" + this.name;
	}

	/**
	 * Return the key of the request in the envelope.
	 * @return the key; empty if the operation has no request
	 */
	public Optional<String> requestKey() {
		return Optional.ofNullable(this.requestKey);
	}

	/**
	 * Return the key of the result in the envelope.
	 * @return the key; empty if the operation has no result
	 */
	public Optional<String> resultKey() {
		return Optional.ofNullable(this.resultKey);
	}

	/**
	 * Return whether the operation needs the secure token.
	 * @return false if it needs the standard token
	 */
	public boolean needsSecureToken() {
		return this.secure;
	}

	/**
	 * Return whether the operation also accepts the token of an application session.
	 * @return false if it needs the session of a user
	 */
	public boolean isApplicationSessionAllowed() {
		return this.applicationSessionAllowed;
	}

	/**
	 * Return whether the operation may be repeated when its outcome is unknown.
	 * @return false if repeating it may cost or change something twice
	 */
	public boolean isIdempotent() {
		return this.idempotent;
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof ConnectOperation operation && path().equals(operation.path())
				&& Objects.equals(this.requestKey, operation.requestKey)
				&& Objects.equals(this.resultKey, operation.resultKey) && this.secure == operation.secure
				&& this.applicationSessionAllowed == operation.applicationSessionAllowed
				&& this.idempotent == operation.idempotent;
	}

	@Override
	public int hashCode() {
		return path().hashCode();
	}

	/** Return the name, for instance {@code SearchForImages}. */
	@Override
	public String toString() {
		return this.name;
	}

}

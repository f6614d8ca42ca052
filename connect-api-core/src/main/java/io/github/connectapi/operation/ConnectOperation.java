package io.github.connectapi.operation;

import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

import io.github.connectapi.Internal;

/**
 * What has to be known of an operation to call it. Immutable. By the rule of the Connect
 * API an operation is posted to {@code /v1/<area>/<name>}, its request is called
 * {@code <name>RequestBody} and its result {@code <name>Result}; what deviates is said
 * with the methods that make another operation of one:
 * {@code ConnectOperation.of("usage", "ReportUsage").withResultKey("ReportUsageResponseBody")}
 */
public final class ConnectOperation {

	private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9]*");

	private final String area;

	private final String name;

	private final Kind kind;

	private final int version;

	private final @Nullable String requestKey;

	private final @Nullable String resultKey;

	private final boolean secure;

	private final boolean applicationSessionAllowed;

	private final boolean idempotent;

	private ConnectOperation(String area, String name, Kind kind, int version, @Nullable String requestKey,
			@Nullable String resultKey, boolean secure, boolean applicationSessionAllowed, boolean idempotent) {
		this.area = area;
		this.name = name;
		this.kind = kind;
		this.version = version;
		this.requestKey = requestKey;
		this.resultKey = resultKey;
		this.secure = secure;
		this.applicationSessionAllowed = applicationSessionAllowed;
		this.idempotent = idempotent;
	}

	/**
	 * An operation by the rule: with the standard token of a user's session, and not to
	 * be repeated when its outcome is unclear.
	 * @param area the part of its path between version and name, for instance
	 * {@code search}
	 * @param name its name, for instance {@code SearchForImages}
	 * @return an operation
	 * @throws IllegalArgumentException if one is not made of letters and digits
	 */
	public static ConnectOperation of(String area, String name) {
		Assert.isTrue(WORD.matcher(area).matches(), "The area of an operation must be a word of letters and digits");
		Assert.isTrue(WORD.matcher(name).matches(), "The name of an operation must be a word of letters and digits");
		return byRule(area, name, Kind.CALLS);
	}

	/**
	 * Create an operation by the rule, of any kind.
	 * @param area the area
	 * @param name the name
	 * @param kind what it does to sessions
	 * @return an operation
	 */
	@Internal
	public static ConnectOperation byRule(String area, String name, Kind kind) {
		return new ConnectOperation(area, name, kind, 1, name + "RequestBody", name + "Result", false, false, false);
	}

	/**
	 * The same operation in another version.
	 * @param version the number in its path, 1 or more
	 * @return another operation
	 */
	public ConnectOperation withVersion(int version) {
		Assert.isTrue(version >= 1, "The version of an operation must be 1 or more");
		return new ConnectOperation(this.area, this.name, this.kind, version, this.requestKey, this.resultKey,
				this.secure, this.applicationSessionAllowed, this.idempotent);
	}

	/**
	 * The same operation whose request is called otherwise.
	 * @param requestKey the key in the envelope
	 * @return another operation
	 */
	public ConnectOperation withRequestKey(String requestKey) {
		Assert.hasText(requestKey, "The request key of an operation must not be blank");
		return withKeys(requestKey, this.resultKey);
	}

	/**
	 * The same operation without a request: only a header is sent.
	 * @return another operation
	 */
	public ConnectOperation withoutRequest() {
		return withKeys(null, this.resultKey);
	}

	/**
	 * The same operation whose result is called otherwise.
	 * @param resultKey the key in the envelope
	 * @return another operation
	 */
	public ConnectOperation withResultKey(String resultKey) {
		Assert.hasText(resultKey, "The result key of an operation must not be blank");
		return withKeys(this.requestKey, resultKey);
	}

	/**
	 * The same operation without a result: only a header is answered.
	 * @return another operation
	 */
	public ConnectOperation withoutResult() {
		return withKeys(this.requestKey, null);
	}

	private ConnectOperation withKeys(@Nullable String requestKey, @Nullable String resultKey) {
		return new ConnectOperation(this.area, this.name, this.kind, this.version, requestKey, resultKey, this.secure,
				this.applicationSessionAllowed, this.idempotent);
	}

	/**
	 * The same operation with the secure token instead of the standard one.
	 * @return another operation
	 */
	public ConnectOperation withSecureToken() {
		return new ConnectOperation(this.area, this.name, this.kind, this.version, this.requestKey, this.resultKey,
				true, this.applicationSessionAllowed, this.idempotent);
	}

	/**
	 * The same operation, open to application sessions, too.
	 * @return another operation
	 */
	public ConnectOperation allowApplicationSession() {
		return new ConnectOperation(this.area, this.name, this.kind, this.version, this.requestKey, this.resultKey,
				this.secure, true, this.idempotent);
	}

	/**
	 * The same operation, to be repeated when its outcome is unclear. Only for one that
	 * changes and costs nothing.
	 * @return another operation
	 */
	public ConnectOperation idempotent() {
		return new ConnectOperation(this.area, this.name, this.kind, this.version, this.requestKey, this.resultKey,
				this.secure, this.applicationSessionAllowed, true);
	}

	/**
	 * Where it is posted to, below the base URL.
	 * @return for instance {@code /v2/search/SearchForImages}
	 */
	public String path() {
		return "/v" + this.version + "/" + this.area + "/" + this.name;
	}

	/**
	 * What its request is called.
	 * @return the key in the envelope; empty if it has no request
	 */
	public Optional<String> requestKey() {
		return Optional.ofNullable(this.requestKey);
	}

	/**
	 * What its result is called.
	 * @return the key in the envelope; empty if it has no result
	 */
	public Optional<String> resultKey() {
		return Optional.ofNullable(this.resultKey);
	}

	/**
	 * Whether it needs the secure token.
	 * @return false if it needs the standard one
	 */
	public boolean needsSecureToken() {
		return this.secure;
	}

	/**
	 * Whether the token of an application session is accepted, too.
	 * @return false if it needs a user
	 */
	public boolean isApplicationSessionAllowed() {
		return this.applicationSessionAllowed;
	}

	/**
	 * Whether it may be repeated when its outcome is unclear.
	 * @return false if a repetition may cost or change something twice
	 */
	public boolean isIdempotent() {
		return this.idempotent;
	}

	/**
	 * Return what the operation does to sessions.
	 * @return the kind
	 */
	@Internal
	public Kind kind() {
		return this.kind;
	}

	/** Its name, for instance {@code SearchForImages}. */
	@Override
	public String toString() {
		return this.name;
	}

	/** What an operation does to sessions: it decides what a failure means. */
	@Internal
	public enum Kind {

		/** It creates a session. */
		CREATES,

		/** It renews a session. */
		RENEWS,

		/** It uses a session. */
		CALLS

	}

}

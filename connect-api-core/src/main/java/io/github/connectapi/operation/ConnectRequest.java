package io.github.connectapi.operation;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

import io.github.connectapi.LogSanitizer;

/**
 * Request of one call: the operation, its body and options of this call. Immutable if the
 * body is immutable.
 */
public final class ConnectRequest {

	private static final int MAX_COORDINATION_ID_LENGTH = 256;

	private static final int MAX_DETAIL_LENGTH = 256;

	private static final Duration MIN_TIMEOUT = Duration.ofMillis(1);

	private static final Duration MAX_TIMEOUT = Duration.ofMinutes(10);

	private final ConnectOperation operation;

	private final @Nullable Object body;

	private final Options options;

	private ConnectRequest(ConnectOperation operation, @Nullable Object body, Options options) {
		this.operation = operation;
		this.body = body;
		this.options = options;
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
		return new ConnectRequest(operation, body, Options.NONE);
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
		return with(new Options(coordinationId, this.options.detail, this.options.timeout, this.options.headers));
	}

	/**
	 * Return a copy with the given level of detail, the field {@code Detail} of the
	 * {@code RequestHeader}. Getty Images documents it for {@code GetImageDetails}, as
	 * the level of detail of the response, and mentions the value
	 * {@code IncludeSizeName}. Without it, the field is not sent.
	 * @param detail 1 to 256 visible characters
	 * @return the copy
	 * @throws IllegalArgumentException if the detail is invalid
	 */
	public ConnectRequest withDetail(String detail) {
		Assert.isTrue(!detail.isEmpty() && detail.length() <= MAX_DETAIL_LENGTH && LogSanitizer.isVisible(detail),
				() -> "The detail of a request must have 1 to %s visible characters".formatted(MAX_DETAIL_LENGTH));
		return with(new Options(this.options.coordinationId, detail, this.options.timeout, this.options.headers));
	}

	/**
	 * Return a copy with the given timeout. It replaces the configured call timeout,
	 * shorter or longer: it covers the wait for a session and all attempts. If it is
	 * longer than the response timeout, a single attempt may take all of it, too.
	 * @param timeout 1 millisecond to 10 minutes
	 * @return the copy
	 * @throws IllegalArgumentException if the timeout is out of range
	 */
	public ConnectRequest withTimeout(Duration timeout) {
		Assert.isTrue(timeout.compareTo(MIN_TIMEOUT) >= 0 && timeout.compareTo(MAX_TIMEOUT) <= 0,
				"The timeout of a request must be between 1 millisecond and 10 minutes");
		return with(new Options(this.options.coordinationId, this.options.detail, timeout, this.options.headers));
	}

	/**
	 * Return a copy with the given HTTP header, which replaces one of the same name. It
	 * is sent with each attempt of the call, but not with a login.
	 * @param name the name. Names of authorization, cookies, the content and the
	 * connection are refused: {@code Authorization}, {@code Proxy-*}, {@code Cookie},
	 * {@code Content-*}, {@code Host}, {@code Connection}, {@code Transfer-Encoding},
	 * {@code Expect}, {@code Upgrade}, {@code TE} and the like
	 * @param value the value, up to 4096 visible characters and spaces of ASCII; it may
	 * be a secret, and is never logged
	 * @return the copy
	 * @throws IllegalArgumentException if the header is refused. The message contains the
	 * reason, but no value
	 */
	public ConnectRequest withHeader(String name, String value) {
		return with(new Options(this.options.coordinationId, this.options.detail, this.options.timeout,
				CallHeaders.with(this.options.headers, name, value)));
	}

	private ConnectRequest with(Options options) {
		return new ConnectRequest(this.operation, this.body, options);
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
		return Optional.ofNullable(this.options.coordinationId);
	}

	/**
	 * Return the level of detail of the response.
	 * @return the detail; empty if the field is not sent
	 */
	public Optional<String> detail() {
		return Optional.ofNullable(this.options.detail);
	}

	/**
	 * Return the timeout of this call.
	 * @return the timeout; empty for the configured call timeout
	 */
	public Optional<Duration> timeout() {
		return Optional.ofNullable(this.options.timeout);
	}

	/**
	 * Return the HTTP headers of this call.
	 * @return an unmodifiable map of names and values
	 */
	public Map<String, String> headers() {
		return this.options.headers;
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof ConnectRequest request && this.operation.equals(request.operation)
				&& Objects.equals(this.body, request.body) && this.options.equals(request.options);
	}

	@Override
	public int hashCode() {
		return Objects.hash(this.operation, this.body, this.options);
	}

	/** Return operation and coordination id, never the body or a header. */
	@Override
	public String toString() {
		return "ConnectRequest[operation=" + this.operation + ", coordinationId=" + this.options.coordinationId + "]";
	}

	private record Options(@Nullable String coordinationId, @Nullable String detail, @Nullable Duration timeout,
			Map<String, String> headers) {

		static final Options NONE = new Options(null, null, null, Map.of());

	}

}

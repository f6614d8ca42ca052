package io.github.connectapi.test;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import io.github.connectapi.test.operation.Envelope;
import io.github.connectapi.test.operation.EnvelopeField;
import io.github.connectapi.test.operation.Json;
import io.github.connectapi.test.server.FakeResponse;
import io.github.connectapi.test.server.ScriptedResponse;
import io.github.connectapi.test.server.ScriptedResponse.Delivery;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A fault that the fake server simulates for a request. It replaces or changes the normal
 * response of the operation. {@link GatewayFault}, {@link StreamFault} and
 * {@link FileFault} have more factory methods.
 * <p>
 * Immutable and thread-safe: the instance methods return a changed copy.
 */
public final class Fault {

	private final Function<FaultTarget, ScriptedResponse> responder;

	private Fault(Function<FaultTarget, ScriptedResponse> responder) {
		this.responder = responder;
	}

	/**
	 * Create a fault that does nothing yet: it performs the operation and returns the
	 * normal response, which other methods can change.
	 * @return the fault
	 */
	public static Fault normal() {
		return new Fault((target) -> ScriptedResponse.immediate(target.perform()));
	}

	/**
	 * Create a fault that returns a status without a body. The operation is not
	 * performed.
	 * @param status the HTTP status, 200 to 999
	 * @return the fault
	 */
	public static Fault status(int status) {
		checkStatus(status);
		return new Fault((target) -> ScriptedResponse.immediate(FakeResponse.empty(status)));
	}

	/**
	 * Create a fault that returns an error envelope with status 200, or for OAuth 2 and
	 * REST API v3 an error with status 400. The operation is not performed.
	 * @param code the code of the only entry of the status list
	 * @param message the message of the entry, or {@code null}
	 * @return the fault
	 */
	public static Fault error(String code, @Nullable String message) {
		return new Fault((target) -> ScriptedResponse.immediate(target.error(code, message)));
	}

	/**
	 * Create a fault that performs the operation and turns the response into a warning
	 * with one entry.
	 * @param code the code of the entry
	 * @param message the message of the entry, or {@code null}
	 * @return the fault
	 */
	public static Fault warning(String code, @Nullable String message) {
		return normal().changeResponse((response) -> Envelope.warning(response, code, message));
	}

	/**
	 * Create a fault that returns a success envelope with another result, or the result
	 * alone if the operation has no envelope. The operation is not performed, but the
	 * token of the request is checked: an invalid one is rejected as usual.
	 * @param json the result as JSON text, which may be {@code "null"}
	 * @return the fault
	 */
	public static Fault result(String json) {
		JsonNode result = Json.MAPPER.readTree(json);
		return new Fault((target) -> ScriptedResponse.immediate(target.result(result)));
	}

	/**
	 * Create a fault that performs the operation twice, as if something on the way had
	 * repeated the request, and returns the second response.
	 * @return the fault
	 */
	public static Fault twice() {
		return new Fault((target) -> {
			target.perform();
			return ScriptedResponse.immediate(target.perform());
		});
	}

	/**
	 * Create a fault that closes the connection without a response. The operation is not
	 * performed.
	 * @return the fault
	 */
	public static Fault drop() {
		return status(500).delivery(Delivery.DISCONNECT);
	}

	/**
	 * Create a fault that performs the operation and closes the connection without a
	 * response.
	 * @return the fault
	 */
	public static Fault dropResponse() {
		return normal().delivery(Delivery.DISCONNECT);
	}

	/**
	 * Create a fault that performs the operation and closes the connection in the middle
	 * of the response body.
	 * @return the fault
	 */
	public static Fault dropMidBody() {
		return normal().delivery(Delivery.DISCONNECT_DURING_BODY);
	}

	/**
	 * Create a fault that sends no response and keeps the connection open until
	 * {@link FakeConnectServer#unblock()}, {@link FakeConnectServer#clearFaults()} or
	 * {@link FakeConnectServer#close()} closes it. The operation is not performed.
	 * @return the fault
	 */
	public static Fault hang() {
		return status(500).delivery(Delivery.NO_RESPONSE);
	}

	/**
	 * Create a fault that performs the operation and delays the normal response until
	 * {@link FakeConnectServer#unblock()}. For tests that need a pending request.
	 * @return the fault
	 */
	public static Fault block() {
		return delay(Duration.ofDays(1));
	}

	/**
	 * Create a fault that delays the normal response. The operation is performed when the
	 * request arrives.
	 * @param delay the delay in real time; {@link FakeConnectServer#unblock()} ends it
	 * @return the fault
	 */
	public static Fault delay(Duration delay) {
		return normal().after(delay);
	}

	/**
	 * Create a fault that returns status 200 and bytes that are neither JSON nor text.
	 * The operation is not performed.
	 * @return the fault
	 */
	public static Fault garbage() {
		byte[] bytes = { (byte) 0x8f, 0x00, (byte) 0xff, 0x1b, 0x7b, (byte) 0xc3, 0x28, 0x0a };
		return status(200).body("application/json", bytes);
	}

	/**
	 * Create a fault that returns status 200 and an empty JSON body. The operation is not
	 * performed.
	 * @return the fault
	 */
	public static Fault emptyBody() {
		return status(200).body("application/json", "");
	}

	/**
	 * Create a fault that returns a redirect. The operation is not performed.
	 * @param status the HTTP status: 301, 302, 303, 307 or 308
	 * @param location the value of the {@code Location} header
	 * @return the fault
	 */
	public static Fault redirect(int status, String location) {
		return status(status).header("Location", location);
	}

	static Fault redirect(Function<FaultTarget, String> location) {
		return new Fault((target) -> ScriptedResponse
			.immediate(FakeResponse.empty(302).header("Location", location.apply(target))));
	}

	/**
	 * Return a copy with another HTTP status.
	 * @param status the HTTP status, 200 to 999
	 * @return the copy
	 */
	public Fault httpStatus(int status) {
		checkStatus(status);
		return changeResponse((response) -> response.status(status));
	}

	/**
	 * Return a copy with an HTTP header added or replaced.
	 * @param name the name of the header
	 * @param value the value of the header
	 * @return the copy
	 */
	public Fault header(String name, String value) {
		return changeResponse((response) -> response.header(name, value));
	}

	/**
	 * Return a copy with a {@code Retry-After} header.
	 * @param value seconds, an HTTP date or any other string
	 * @return the copy
	 */
	public Fault retryAfter(String value) {
		return header("Retry-After", value);
	}

	/**
	 * Return a copy with another body.
	 * @param contentType the value of the {@code Content-Type} header
	 * @param text the body, which is encoded in UTF-8
	 * @return the copy
	 */
	public Fault body(String contentType, String text) {
		return body(contentType, text.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * Return a copy with another body.
	 * @param contentType the value of the {@code Content-Type} header
	 * @param bytes the body
	 * @return the copy
	 */
	public Fault body(String contentType, byte[] bytes) {
		byte[] copy = bytes.clone();
		return changeResponse((response) -> response.body(contentType, copy));
	}

	/**
	 * Return a copy with one field of the envelope added or replaced.
	 * @param pointer a JSON pointer such as {@code /ResponseHeader/CoordinationId}
	 * @param value a string, number, boolean, map or list, or {@code null}
	 * @return the copy
	 */
	public Fault set(String pointer, @Nullable Object value) {
		return changeResponse(new EnvelopeField(pointer).setTo(value));
	}

	/**
	 * Return a copy with one field of the envelope removed.
	 * @param pointer a JSON pointer such as {@code /CreateSessionResult/AccountId}
	 * @return the copy
	 */
	public Fault remove(String pointer) {
		return changeResponse(new EnvelopeField(pointer).removed());
	}

	/**
	 * Return a copy with a delay before the response is sent or the connection is closed.
	 * @param delay the delay in real time; {@link FakeConnectServer#unblock()} ends it
	 * @return the copy
	 */
	public Fault after(Duration delay) {
		return change((scripted) -> scripted.withDelay(delay));
	}

	Fault delivery(Delivery delivery) {
		return change((scripted) -> scripted.withDelivery(delivery));
	}

	Fault breakOffAt(double fraction) {
		return change((scripted) -> scripted.withBreakOff(fraction));
	}

	ScriptedResponse respond(FaultTarget target) {
		return this.responder.apply(target);
	}

	Fault changeResponse(UnaryOperator<FakeResponse> change) {
		return change((scripted) -> scripted.withResponse(change.apply(scripted.response())));
	}

	private Fault change(UnaryOperator<ScriptedResponse> change) {
		return new Fault((target) -> change.apply(this.responder.apply(target)));
	}

	private static void checkStatus(int status) {
		if (status < 200 || status > 999) {
			throw new IllegalArgumentException("The HTTP status must be between 200 and 999, not %s".formatted(status));
		}
	}

}

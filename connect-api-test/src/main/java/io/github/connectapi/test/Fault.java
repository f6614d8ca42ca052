package io.github.connectapi.test;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import io.github.connectapi.test.ScriptedResponse.Ending;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the fake server does instead of, or with, the normal answer of an operation.
 * Immutable and thread-safe: the methods that are not static answer a changed copy. What
 * a gateway in front of the API answers is in {@link GatewayFault}.
 */
public final class Fault {

	private final BiFunction<Call, Supplier<FakeResponse>, ScriptedResponse> reply;

	private Fault(BiFunction<Call, Supplier<FakeResponse>, ScriptedResponse> reply) {
		this.reply = reply;
	}

	/**
	 * {@return no fault: the operation's own answer, to be changed with other methods}
	 */
	public static Fault normal() {
		return new Fault((call, operation) -> ScriptedResponse.atOnce(operation.get()));
	}

	/**
	 * Answers a bare status without a body; the operation does not take place.
	 * @param status the HTTP status, 200 to 999
	 * @return the fault
	 */
	public static Fault status(int status) {
		checkStatus(status);
		return new Fault((call, operation) -> ScriptedResponse.atOnce(FakeResponse.empty(status)));
	}

	/**
	 * Answers an error envelope under 200; the operation does not take place.
	 * @param code the code of the only entry of the status list
	 * @param message its message, or {@code null}
	 * @return the fault
	 */
	public static Fault error(String code, @Nullable String message) {
		return new Fault(
				(call, operation) -> ScriptedResponse.atOnce(FakeResponse.json(Envelope.error(call, code, message))));
	}

	/**
	 * Answers what the operation answers, with status Warning and one entry.
	 * @param code the code of the entry
	 * @param message its message, or {@code null}
	 * @return the fault
	 */
	public static Fault warning(String code, @Nullable String message) {
		return normal().edit((envelope) -> Envelope.warning(envelope, code, message));
	}

	/**
	 * Answers success with another result; the operation does not take place.
	 * @param json the JSON text of the result, which may be {@code null} in JSON
	 * @return the fault
	 */
	public static Fault result(String json) {
		JsonNode result = Json.MAPPER.readTree(json);
		return new Fault(
				(call, operation) -> ScriptedResponse.atOnce(FakeResponse.json(Envelope.success(call, result))));
	}

	/**
	 * {@return a fault that closes the connection; the operation does not take place}
	 */
	public static Fault drop() {
		return status(500).ending(Ending.DROPPED);
	}

	/**
	 * {@return a fault that lets the operation take place and loses its answer}
	 */
	public static Fault dropResponse() {
		return normal().ending(Ending.DROPPED);
	}

	/**
	 * {@return a fault that lets the operation take place and closes the connection in
	 * the middle of the body}
	 */
	public static Fault dropMidBody() {
		return normal().ending(Ending.CUT);
	}

	/**
	 * {@return a fault that never answers; the connection is closed by
	 * {@link FakeConnectServer#unblock()}, {@code clearFaults()} or {@code close()}}
	 */
	public static Fault hang() {
		return status(500).ending(Ending.WITHHELD);
	}

	/**
	 * {@return a fault that answers normally, but not before
	 * {@link FakeConnectServer#unblock()}; for tests that need a request in flight}
	 */
	public static Fault block() {
		return delay(Duration.ofDays(1));
	}

	/**
	 * Answers normally, but later. The operation takes place when the request arrives.
	 * @param delay real time, cut short by {@link FakeConnectServer#unblock()}
	 * @return the fault
	 */
	public static Fault delay(Duration delay) {
		return normal().after(delay);
	}

	/**
	 * {@return a fault that answers bytes under 200 that are no JSON and no text}
	 */
	public static Fault garbage() {
		byte[] bytes = { (byte) 0x8f, 0x00, (byte) 0xff, 0x1b, 0x7b, (byte) 0xc3, 0x28, 0x0a };
		return status(200).body("application/json", bytes);
	}

	/**
	 * {@return a fault that answers 200 as JSON, with an empty body}
	 */
	public static Fault emptyBody() {
		return status(200).body("application/json", "");
	}

	/**
	 * Answers a redirect; the operation does not take place.
	 * @param status 301, 302, 303, 307 or 308
	 * @param location where to
	 * @return the fault
	 */
	public static Fault redirect(int status, String location) {
		return status(status).header("Location", location);
	}

	/**
	 * Changes the HTTP status.
	 * @param status the HTTP status, 200 to 999
	 * @return the changed fault
	 */
	public Fault httpStatus(int status) {
		checkStatus(status);
		return map((answer) -> answer.status(status));
	}

	/**
	 * Adds or replaces an HTTP header.
	 * @param name the name
	 * @param value the value
	 * @return the changed fault
	 */
	public Fault header(String name, String value) {
		return map((answer) -> answer.header(name, value));
	}

	/**
	 * Adds a {@code Retry-After} header.
	 * @param value seconds or an HTTP date; sent as it is
	 * @return the changed fault
	 */
	public Fault retryAfter(String value) {
		return header("Retry-After", value);
	}

	/**
	 * Replaces the body.
	 * @param contentType the value of the content type header
	 * @param text the body, sent in UTF-8
	 * @return the changed fault
	 */
	public Fault body(String contentType, String text) {
		return body(contentType, text.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * Replaces the body.
	 * @param contentType the value of the content type header
	 * @param bytes the body
	 * @return the changed fault
	 */
	public Fault body(String contentType, byte[] bytes) {
		byte[] copy = bytes.clone();
		return map((answer) -> answer.body(contentType, copy));
	}

	/**
	 * Sets one field of the envelope, whatever it was.
	 * @param pointer a JSON pointer such as {@code /ResponseHeader/CoordinationId}
	 * @param value a string, number, boolean, map or list, or {@code null}
	 * @return the changed fault
	 */
	public Fault set(String pointer, @Nullable Object value) {
		return edit(new EnvelopeEdit(pointer).setting(value));
	}

	/**
	 * Removes one field of the envelope.
	 * @param pointer a JSON pointer such as {@code /CreateSessionResult/AccountId}
	 * @return the changed fault
	 */
	public Fault remove(String pointer) {
		return edit(new EnvelopeEdit(pointer).removing());
	}

	/**
	 * Lets time pass before the answer or the end of the connection.
	 * @param delay real time, cut short by {@link FakeConnectServer#unblock()}
	 * @return the changed fault
	 */
	public Fault after(Duration delay) {
		return mapReply((reply) -> new ScriptedResponse(reply.answer(), reply.ending(), delay));
	}

	ScriptedResponse reply(Call call, Supplier<FakeResponse> operation) {
		return this.reply.apply(call, operation);
	}

	Fault ending(Ending ending) {
		return mapReply((reply) -> new ScriptedResponse(reply.answer(), ending, reply.delay()));
	}

	private Fault edit(UnaryOperator<ObjectNode> edit) {
		return map((answer) -> answer.edit(edit));
	}

	private Fault map(UnaryOperator<FakeResponse> change) {
		return mapReply((reply) -> new ScriptedResponse(change.apply(reply.answer()), reply.ending(), reply.delay()));
	}

	private Fault mapReply(UnaryOperator<ScriptedResponse> change) {
		return new Fault((call, operation) -> change.apply(this.reply.apply(call, operation)));
	}

	private static void checkStatus(int status) {
		if (status < 200 || status > 999) {
			throw new IllegalArgumentException("HTTP status " + status + " is not between 200 and 999");
		}
	}

}

package io.github.connectapi.client;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;

import org.assertj.core.api.Assertions;
import tools.jackson.databind.JsonNode;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.json.JsonCodec;
import io.github.connectapi.ConnectSession;

/**
 * Responses that are read without a network.
 */
final class ResponseFixture {

	/** Coordination id of the request. */
	static final String ID = "0b0e7f8a-6c1d-4b52-9f57-2f4f3f5f9a10";

	static final Instant NOW = Instant.parse("2015-06-01T12:00:00Z");

	static final String RESULT = "{\"SecureToken\":\"secure\",\"Token\":\"token\",\"TokenDurationMinutes\":30}";

	private static final ResponseReader READER = ExchangeFactory.createReader(InstantSource.fixed(NOW), () -> {
	});

	private static final JsonCodec CODEC = ExchangeFactory.createSessionCodec();

	private ResponseFixture() {
	}

	static ExchangeContext context(SessionOperation operation) {
		return new ExchangeContext(operation.operation(), operation.purpose(), ID);
	}

	static ConnectSession read(SessionOperation operation, int status, byte[] body, String... headers) {
		HttpHeaders http = new HttpHeaders();
		for (int i = 0; i < headers.length; i += 2) {
			http.add(headers[i], headers[i + 1]);
		}
		ExchangeContext context = context(operation);
		RawResponse response = new RawResponse(URI.create("https://connect.example.com/v1/session/CreateSession"),
				status, http, body, SecretRedactor.NONE);
		return SessionResultReader.read(context,
				READER
					.readEnvelope(context, response, CODEC,
							ParameterizedTypeReference.<JsonNode>forType(JsonNode.class))
					.result());
	}

	static ConnectSession read(SessionOperation operation, int status, String body, String... headers) {
		return read(operation, status, body.getBytes(StandardCharsets.UTF_8), headers);
	}

	static ConnectSession read(String body) {
		return read(SessionOperation.CREATE_SESSION, 200, body);
	}

	static ConnectApiException failure(SessionOperation operation, int status, byte[] body, String... headers) {
		ConnectApiException failure = Assertions.catchThrowableOfType(ConnectApiException.class,
				() -> read(operation, status, body, headers));
		Assertions.assertThat(failure).as("failure").isNotNull();
		return failure;
	}

	static ConnectApiException failure(SessionOperation operation, int status, String body, String... headers) {
		return failure(operation, status, body.getBytes(StandardCharsets.UTF_8), headers);
	}

	static ConnectApiException failure(String body) {
		return failure(SessionOperation.CREATE_SESSION, 200, body);
	}

	/** Return an envelope with the given header and result, both as JSON. */
	static String envelope(SessionOperation operation, String header, String result) {
		return "{\"ResponseHeader\":" + header + ",\"" + operation.operation().resultKey().orElseThrow() + "\":"
				+ result + "}";
	}

	static String envelope(String header, String result) {
		return envelope(SessionOperation.CREATE_SESSION, header, result);
	}

	static String success(SessionOperation operation) {
		return envelope(operation, header("success", "[]"), RESULT);
	}

	static String success(String result) {
		return envelope(header("success", "[]"), result);
	}

	static String error(SessionOperation operation, String code) {
		return envelope(operation, header("error", "[" + entry("Error", code) + "]"), "null");
	}

	static String header(String status, String statusList) {
		return "{\"Status\":\"" + status + "\",\"StatusList\":" + statusList + ",\"CoordinationId\":\"" + ID + "\"}";
	}

	static String entry(String type, String code) {
		return entry(type, code, "message of " + code);
	}

	static String entry(String type, String code, String message) {
		return "{\"Type\":\"" + type + "\",\"Code\":\"" + code + "\",\"Message\":\"" + message + "\"}";
	}

}

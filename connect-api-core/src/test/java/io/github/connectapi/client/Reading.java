package io.github.connectapi.client;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;

import org.assertj.core.api.Assertions;

import org.springframework.http.HttpHeaders;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectSession;

/**
 * Answers that never travelled, and what is read from them.
 */
final class Reading {

	/** What the request is supposed to have carried. */
	static final String ID = "0b0e7f8a-6c1d-4b52-9f57-2f4f3f5f9a10";

	static final Instant NOW = Instant.parse("2015-06-01T12:00:00Z");

	static final String RESULT = "{\"SecureToken\":\"secure\",\"Token\":\"token\",\"TokenDurationMinutes\":30}";

	private static final ResponseReader READER = new ResponseReader(InstantSource.fixed(NOW));

	private static final EnvelopeCodec CODEC = new EnvelopeCodec();

	private Reading() {
	}

	static ConnectSession read(SessionOperation operation, int status, byte[] body, String... headers) {
		HttpHeaders http = new HttpHeaders();
		for (int i = 0; i < headers.length; i += 2) {
			http.add(headers[i], headers[i + 1]);
		}
		return SessionReader.read(operation.operation(), ID,
				READER
					.read(operation.operation(), ID, new RawResponse(status, http, body, SecretRedactor.NONE),
							CODEC::decode)
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

	/** An envelope with that header and that result, both as JSON. */
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
		return entry(type, code, "said by " + code);
	}

	static String entry(String type, String code, String message) {
		return "{\"Type\":\"" + type + "\",\"Code\":\"" + code + "\",\"Message\":\"" + message + "\"}";
	}

}

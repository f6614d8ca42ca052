package io.github.connectapi.client;

import java.time.Duration;
import java.time.InstantSource;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

import io.github.connectapi.ConnectFailure;
import io.github.connectapi.ConnectProtocolException;
import io.github.connectapi.ConnectSession;

/**
 * Turns an answer into a session or into the exception that says what it means. The
 * envelope is read first whatever the HTTP status is, because errors come under several;
 * a success is believed under 200 only.
 */
final class AnswerReader {

	private static final Pattern WHOLE_NUMBER = Pattern.compile("\\d{1,4}");

	private static final Duration LONGEST_LIFETIME = Duration.ofDays(1);

	private static final int LONGEST_TOKEN = 4096;

	private static final int LONGEST_ACCOUNT = 256;

	private final EnvelopeCodec codec;

	private final AnswerFailures failures;

	AnswerReader(EnvelopeCodec codec, InstantSource clock) {
		this.codec = codec;
		this.failures = new AnswerFailures(clock);
	}

	ConnectSession read(ConnectOperation operation, String coordinationId, Answer answer) {
		Envelope envelope;
		try {
			envelope = this.codec.decode(operation, answer.body());
		}
		catch (MalformedAnswerException ex) {
			throw this.failures.ofUnreadable(operation, coordinationId, answer, String.valueOf(ex.getMessage()));
		}
		if (envelope.contradicts(coordinationId)) {
			throw this.failures.ofForeignAnswer(operation, coordinationId);
		}
		if (envelope.isError()) {
			throw this.failures.ofEnvelope(operation, coordinationId, answer, envelope);
		}
		if (answer.httpStatus() != 200) {
			throw this.failures.ofUnreadable(operation, coordinationId, answer, "an envelope without an error");
		}
		if (!envelope.isUsable()) {
			throw broken(operation, coordinationId, "the Status is none of Success, Warning and Error");
		}
		return session(operation, coordinationId, envelope.result());
	}

	private static ConnectSession session(ConnectOperation operation, String id,
			Envelope.@Nullable SessionResult result) {
		if (result == null) {
			throw broken(operation, id, operation.resultKey() + " is missing");
		}
		ConnectSession session = ConnectSession.of(token(operation, id, "Token", result.token()),
				lifetime(operation, id, result.durationMinutes()));
		if (StringUtils.hasLength(result.secureToken())) {
			session = session.withSecureToken(token(operation, id, "SecureToken", result.secureToken()));
		}
		String accountId = result.accountId();
		if (accountId == null || accountId.isBlank()) {
			return session;
		}
		if (accountId.length() > LONGEST_ACCOUNT || !ServerText.isVisible(accountId)) {
			throw broken(operation, id, "the AccountId is no id");
		}
		return session.withAccountId(accountId);
	}

	private static String token(ConnectOperation operation, String id, String field, @Nullable String token) {
		if (token == null || token.isBlank() || token.length() > LONGEST_TOKEN || !ServerText.isVisible(token)) {
			throw broken(operation, id, "the " + field + " is missing or is no token");
		}
		return token;
	}

	private static Duration lifetime(ConnectOperation operation, String id, @Nullable String minutes) {
		if (minutes == null || !WHOLE_NUMBER.matcher(minutes.strip()).matches()) {
			throw broken(operation, id, "TokenDurationMinutes is missing or no whole number");
		}
		Duration lifetime = Duration.ofMinutes(Integer.parseInt(minutes.strip()));
		if (lifetime.isZero() || lifetime.compareTo(LONGEST_LIFETIME) > 0) {
			throw broken(operation, id, "TokenDurationMinutes is zero or longer than a day");
		}
		return lifetime;
	}

	private static ConnectProtocolException broken(ConnectOperation operation, String id, String what) {
		return new ConnectProtocolException(
				operation + " was answered against its contract: " + what + " (coordination id " + id + ")",
				ConnectFailure.lasting(operation.toString(), null).withCoordinationId(id));
	}

}

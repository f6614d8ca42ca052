package io.github.connectapi.client;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectSession;
import io.github.connectapi.ConnectStatus;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Assertions for guarantees that hold for every response of a server, written
 * independently of the code that implements them.
 */
final class Guarantees {

	/**
	 * A code and a message of 200 escaped characters each, and the text of the library.
	 */
	private static final int MAX_MESSAGE = 4000;

	/** 200 escaped characters. */
	private static final int MAX_TEXT = 1601;

	private Guarantees() {
	}

	static void session(ConnectSession session) {
		assertThat(session.lifetime()).isBetween(Duration.ofMinutes(1), Duration.ofDays(1));
		id(session.token().reveal(), 4096);
		session.secureToken().ifPresent((token) -> id(token.reveal(), 4096));
		session.accountId().ifPresent((account) -> id(account, 256));
		sanitize(session.toString(), MAX_MESSAGE);
	}

	static void failure(ConnectApiException failure) {
		sanitize(failure.getMessage(), MAX_MESSAGE);
		assertThat(failure.getMessage()).isNotBlank();
		failure.code().ifPresent((code) -> sanitize(code, MAX_TEXT));
		for (ConnectStatus status : failure.failure().statuses()) {
			Stream.of(status.type(), status.code(), status.message()).forEach((text) -> sanitize(text, MAX_TEXT));
		}
		wait(failure.failure().retryAfter());
		assertThat(failure.getSuppressed()).isEmpty();
	}

	static void wait(@Nullable Duration wait) {
		if (wait != null) {
			assertThat(wait).isBetween(Duration.ZERO, Duration.ofHours(1));
		}
	}

	static void sanitize(String text, int longest) {
		assertThat(text.length()).isLessThanOrEqualTo(longest);
		assertThat(text.codePoints()).noneMatch(Guarantees::isUnsafeForALog);
	}

	static void id(String text, int longest) {
		assertThat(text).isNotEmpty();
		sanitize(text, longest);
		assertThat(text.codePoints()).noneMatch((each) -> Character.isSpaceChar(each) || Character.isWhitespace(each));
	}

	private static boolean isUnsafeForALog(int codePoint) {
		return List
			.of(Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR,
					Character.PARAGRAPH_SEPARATOR)
			.contains((byte) Character.getType(codePoint));
	}

}

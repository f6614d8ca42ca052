package io.github.connectapi.client;

import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectCredentialsRejectedException;
import io.github.connectapi.ConnectOperationException;
import io.github.connectapi.ConnectProtocolException;
import io.github.connectapi.ConnectTokenRejectedException;
import io.github.connectapi.ConnectUnavailableException;

import static io.github.connectapi.client.ResponseFixture.failure;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Errors without a code of the API: gateway errors and plain HTTP statuses.
 */
class UnreadableResponseTests {

	private static final String HTML = "<html><body><h1>Server Error</h1></body></html>";

	private static final String MASHERY = "X-Mashery-Error-Code";

	private static final String DETAIL = "X-Error-Detail";

	@ParameterizedTest
	@MethodSource("statuses")
	void whenThereIsNoEnvelopeThenTheHttpStatusDecides(SessionOperation operation, int status, Class<?> type,
			boolean isTransient) {
		for (String body : new String[] { "", HTML, "{", "{}", "{\"message\":\"no\"}", "[]", "null" }) {
			ConnectApiException failure = failure(operation, status, body);
			assertThat(failure).as(body).isExactlyInstanceOf(type).hasMessageContaining("HTTP " + status);
			assertThat(failure.isTransient()).isEqualTo(isTransient);
			assertThat(failure.retryAfter()).isEmpty();
			assertThat(failure.code()).isEmpty();
			assertThat(failure.operation()).hasValue(operation.toString());
			assertThat(failure.coordinationId()).hasValue(ResponseFixture.ID);
		}
	}

	@ParameterizedTest
	@MethodSource("statuses")
	void whenASuccessHasAnotherHttpStatusThenItIsNotAccepted(SessionOperation operation, int status, Class<?> type,
			boolean isTransient) {
		ConnectApiException failure = failure(operation, status, ResponseFixture.success(operation));
		assertThat(failure).isExactlyInstanceOf(type);
		assertThat(failure.isTransient()).isEqualTo(isTransient);
	}

	static Stream<Arguments> statuses() {
		return Stream.of(SessionOperation.values()).flatMap((operation) -> {
			boolean renewal = operation == SessionOperation.RENEW_SESSION;
			Class<?> tokenRejected = ConnectTokenRejectedException.class;
			Class<?> rejected = renewal ? tokenRejected : ConnectCredentialsRejectedException.class;
			Class<?> failed = renewal ? tokenRejected : ConnectOperationException.class;
			return Stream
				.of(rows(operation, ConnectProtocolException.class, true, 201, 202, 204, 299),
						rows(operation, failed, false, 300, 301, 302, 303, 307, 308, 400, 404, 405, 410, 418, 499),
						rows(operation, rejected, false, 401, 403),
						rows(operation, ConnectUnavailableException.class, true, 408, 425, 429, 500, 502, 503, 504, 596,
								999))
				.flatMap((rows) -> rows);
		});
	}

	private static Stream<Arguments> rows(SessionOperation operation, Class<?> type, boolean isTransient,
			int... statuses) {
		return Stream.of(statuses)
			.flatMapToInt(Arrays::stream)
			.mapToObj((status) -> Arguments.of(operation, status, type, isTransient));
	}

	@ParameterizedTest
	@EnumSource
	void whenHtmlIsReturnedWithStatus200ThenTheFailureIsTransient(SessionOperation operation) {
		ConnectApiException failure = failure(operation, 200, HTML);
		assertThat(failure).isExactlyInstanceOf(ConnectProtocolException.class).hasMessageContaining("not valid JSON");
		assertThat(failure.isTransient()).isTrue();
		assertThat(failure.operation()).hasValue(operation.toString());
		assertThat(failure.coordinationId()).hasValue(ResponseFixture.ID);
	}

	@ParameterizedTest
	@CsvSource({ MASHERY + ",ERR_403_DEVELOPER_OVER_QPS", MASHERY + ",ERR_403_ACCOUNT_OVER_QPS",
			DETAIL + ",Account Over Queries Per Second Limit", DETAIL + ",account over queries per second limit" })
	void whenTheGatewayIsOverQpsThenTheFailureIsTransient(String header, String error) {
		for (SessionOperation operation : SessionOperation.values()) {
			ConnectApiException failure = failure(operation, 403, "<h1>403</h1>", header, error, "Retry-After", "1");
			assertThat(failure).isExactlyInstanceOf(ConnectUnavailableException.class).hasMessageContaining("gateway");
			assertThat(failure.isTransient()).isTrue();
			assertThat(failure.retryAfter()).hasValue(Duration.ofSeconds(1));
			assertThat(failure.code()).hasValue(error);
		}
	}

	@ParameterizedTest
	@CsvSource({ "60,PT1M", "7200,PT1H", "'Mon, 01 Jun 2015 12:30:00 GMT',PT30M", "soon,PT15M" })
	void whenTheDailyQuotaIsExhaustedThenRetryAfterIsUsed(String header, Duration wait) {
		for (SessionOperation operation : SessionOperation.values()) {
			ConnectApiException failure = failure(operation, 403, "", MASHERY, "ERR_403_DEVELOPER_OVER_RATE",
					"Retry-After", header);
			assertThat(failure).isExactlyInstanceOf(ConnectUnavailableException.class);
			assertThat(failure.isTransient()).isFalse();
			assertThat(failure.retryAfter()).hasValue(wait);
		}
	}

	@ParameterizedTest
	@CsvSource({ MASHERY + ",ERR_403_DEVELOPER_OVER_RATE", DETAIL + ",Account Over Rate Limit" })
	void whenTheDailyQuotaIsExhaustedWithoutRetryAfterThenTheDelayIsFifteenMinutes(String header, String error) {
		ConnectApiException failure = failure(SessionOperation.CREATE_SESSION, 403, "", header, error);
		assertThat(failure).isExactlyInstanceOf(ConnectUnavailableException.class);
		assertThat(failure.isTransient()).isFalse();
		assertThat(failure.retryAfter()).hasValue(Duration.ofMinutes(15));
	}

	@ParameterizedTest
	@CsvSource({ MASHERY + ",ERR_403_DEVELOPER_INACTIVE", MASHERY + ",ERR_403_NOT_AUTHORIZED",
			DETAIL + ",Account Inactive", DETAIL + ",Not Authorized" })
	void whenTheGatewayRejectsTheClientThenTheCredentialsAreRejectedEvenOnRenewal(String header, String error) {
		for (SessionOperation operation : SessionOperation.values()) {
			ConnectApiException failure = failure(operation, 403, "", header, error, "Retry-After", "1");
			assertThat(failure).isExactlyInstanceOf(ConnectCredentialsRejectedException.class);
			assertThat(failure.isTransient()).isFalse();
			assertThat(failure.retryAfter()).hasValue(Duration.ofSeconds(1));
			assertThat(failure.code()).hasValue(error);
		}
	}

	@ParameterizedTest
	@MethodSource("statuses")
	void whenTheGatewayReturnsAnUnknownCodeThenTheHttpStatusDecides(SessionOperation operation, int status,
			Class<?> type, boolean isTransient) {
		ConnectApiException failure = failure(operation, status, "", MASHERY, "ERR_UNHEARD_OF");
		assertThat(failure).isExactlyInstanceOf(type);
		assertThat(failure.isTransient()).isEqualTo(isTransient);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "  " })
	void whenTheGatewayHeaderIsBlankThenTheOtherOneIsUsed(String blank) {
		ConnectApiException failure = failure(SessionOperation.CREATE_SESSION, 403, "", MASHERY, blank, DETAIL,
				"Account Over Queries Per Second Limit");
		assertThat(failure.code()).hasValue("Account Over Queries Per Second Limit");
	}

	@ParameterizedTest
	@ValueSource(ints = { 200, 301, 302, 400, 401, 403, 404, 405, 407, 500, 596 })
	void whenTheResponseIsNotFromTheApiThenTheMessageNamesTheUrl(int status) {
		String url = "CreateSession to https://connect.example.com/v1/session/CreateSession ";
		assertThat(failure(SessionOperation.CREATE_SESSION, status, "<html>")).hasMessageStartingWith(url);
		assertThat(failure(SessionOperation.CREATE_SESSION, Math.max(status, 300), "", DETAIL, "Odd"))
			.hasMessageStartingWith(url);
	}

	@Test
	void whenTheGatewayErrorIsLongThenItIsEscapedAndTruncated() {
		String error = "Odd \u001b[31m " + "x".repeat(300);
		ConnectApiException failure = failure(SessionOperation.CREATE_SESSION, 500, "", DETAIL, error);
		assertThat(failure.code().orElseThrow()).startsWith("Odd \\u001b[31m xxx").endsWith("…").hasSizeLessThan(210);
		assertThat(failure.getMessage()).doesNotContain("\u001b").hasSizeLessThan(400);
	}

	@ParameterizedTest
	@ValueSource(ints = { 429, 500, 503, 596 })
	void whenATransientStatusHasARetryAfterThenItIsUsed(int status) {
		ConnectApiException failure = failure(SessionOperation.CREATE_SESSION, status, HTML, "Retry-After", "9");
		assertThat(failure.retryAfter()).hasValue(Duration.ofSeconds(9));
	}

	@ParameterizedTest
	@ValueSource(ints = { 401, 404 })
	void whenAPermanentStatusHasARetryAfterThenItIsUsed(int status) {
		assertThat(failure(SessionOperation.CREATE_SESSION, status, HTML, "Retry-After", "9").retryAfter())
			.hasValue(Duration.ofSeconds(9));
	}

}

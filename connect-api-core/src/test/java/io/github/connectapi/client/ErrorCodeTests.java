package io.github.connectapi.client;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectCredentialsRejectedException;
import io.github.connectapi.ConnectOperationException;
import io.github.connectapi.ConnectStatus;
import io.github.connectapi.ConnectTokenRejectedException;

import static io.github.connectapi.client.ResponseFixture.error;
import static io.github.connectapi.client.ResponseFixture.failure;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every documented code of session operations, with its exception.
 */
class ErrorCodeTests {

	private static final String CREDENTIALS_CODES = "InvalidSystemIdOrPassword InvalidUsernameOrPassword "
			+ "AUTH-002 OperationRequiresHttps AUTH-014 SecureTokenPassedOverHttp";

	private static final String CODES_BY_OPERATION = "AUTH-012 AUTH-021 FailedToRenewToken AUTH-099 "
			+ "AUTH-023 OperationRequiresSecureToken InvalidRequest";

	private static final String UNKNOWN_CODES = "AccountLocked Unheard-Of";

	private static final String TRANSIENT_CODES = "DependentServiceDown InternalError SystemError";

	/** Operation, code, class of the exception, and whether it is transient. */
	static Stream<Arguments> table() {
		return Stream.of(SessionOperation.values()).flatMap((operation) -> {
			Class<?> tokenRejected = (operation == SessionOperation.RENEW_SESSION) ? ConnectTokenRejectedException.class
					: ConnectCredentialsRejectedException.class;
			return Stream
				.of(rows(operation, CREDENTIALS_CODES, ConnectCredentialsRejectedException.class, false),
						rows(operation, CODES_BY_OPERATION, tokenRejected, false),
						rows(operation, TRANSIENT_CODES, ConnectOperationException.class, true))
				.flatMap((rows) -> rows);
		});
	}

	static Stream<Arguments> unknownCodes() {
		return Stream.of(SessionOperation.values()).flatMap((operation) -> {
			Class<?> rejected = (operation == SessionOperation.RENEW_SESSION) ? ConnectTokenRejectedException.class
					: ConnectCredentialsRejectedException.class;
			return IntStream.of(200, 400, 401, 403, 429, 500, 503).boxed().flatMap((status) -> {
				boolean outage = status == 429 || status >= 500;
				return Stream.of(UNKNOWN_CODES.split(" "))
					.map((code) -> Arguments.of(status, operation, code,
							outage ? ConnectOperationException.class : rejected, outage));
			});
		});
	}

	static Stream<Arguments> tableUnderEveryStatus() {
		return table().flatMap((row) -> IntStream.of(200, 400, 401, 403, 429, 500, 503)
			.mapToObj((status) -> Arguments.of(Stream.concat(Stream.of(status), Arrays.stream(row.get())).toArray())));
	}

	private static Stream<Arguments> rows(SessionOperation operation, String codes, Class<?> type,
			boolean isTransient) {
		return Stream.of(codes.split(" ")).map((code) -> Arguments.of(operation, code, type, isTransient));
	}

	@ParameterizedTest
	@MethodSource("tableUnderEveryStatus")
	void whenAnErrorIsReturnedThenItsCodeDecidesForAnyHttpStatus(int status, SessionOperation operation, String code,
			Class<?> type, boolean isTransient) {
		ConnectApiException failure = failure(operation, status, error(operation, code));
		assertThat(failure).isExactlyInstanceOf(type);
		assertThat(failure.isTransient()).isEqualTo(isTransient);
	}

	@ParameterizedTest
	@MethodSource("unknownCodes")
	void whenAnUnknownErrorIsReturnedThenItIsTransientUnderTheStatusOfAnOutage(int status, SessionOperation operation,
			String code, Class<?> type, boolean isTransient) {
		whenAnErrorIsReturnedThenItsCodeDecidesForAnyHttpStatus(status, operation, code, type, isTransient);
	}

	@ParameterizedTest
	@MethodSource("table")
	void whenTheCodeHasAnotherCaseThenItsMeaningIsTheSame(SessionOperation operation, String code, Class<?> type,
			boolean isTransient) {
		String odd = " " + code.toUpperCase(Locale.ROOT) + " ";
		ConnectApiException failure = failure(operation, 200, error(operation, odd));
		assertThat(failure).isExactlyInstanceOf(type);
		assertThat(failure.isTransient()).isEqualTo(isTransient);
	}

	@ParameterizedTest
	@MethodSource("table")
	void whenAnErrorIsReturnedThenTheFailureContainsTheDetails(SessionOperation operation, String code, Class<?> type,
			boolean isTransient) {
		ConnectApiException failure = failure(operation, 200, error(operation, code));
		assertThat(failure.code()).hasValue(code);
		assertThat(failure.operation()).hasValue(operation.toString());
		assertThat(failure.coordinationId()).hasValue(ResponseFixture.ID);
		assertThat(failure.failure().statuses())
			.containsExactly(new ConnectStatus("Error", code, "message of " + code));
		assertThat(failure).hasMessage("%1$s returned an error (%2$s: message of %2$s, coordination id %3$s)"
			.formatted(operation, code, ResponseFixture.ID));
	}

	@ParameterizedTest
	@MethodSource("table")
	void whenAnErrorHasARetryAfterThenItIsUsed(SessionOperation operation, String code, Class<?> type,
			boolean isTransient) {
		ConnectApiException failure = failure(operation, 503, error(operation, code), "Retry-After", "7");
		assertThat(failure.retryAfter()).hasValue(Duration.ofSeconds(7));
		assertThat(failure.isTransient()).isEqualTo(isTransient);
	}

	@ParameterizedTest
	@ValueSource(ints = { 429, 500, 503 })
	void whenAnErrorHasNoCodeThenItsHttpStatusDecides(int status) {
		ConnectApiException failure = failure(SessionOperation.CREATE_SESSION, status,
				error(SessionOperation.CREATE_SESSION, " "));
		assertThat(failure.isTransient()).isTrue();
	}

	@Test
	void whenAnErrorHasNoCodeThenALoginIsNotRepeated() {
		ConnectApiException failure = failure(SessionOperation.CREATE_SESSION, 200,
				error(SessionOperation.CREATE_SESSION, ""));
		assertThat(failure).isExactlyInstanceOf(ConnectCredentialsRejectedException.class);
		assertThat(failure.code()).isEmpty();
	}

	@Test
	void whenAnErrorEnvelopeHasAGatewayHeaderThenTheEnvelopeDecides() {
		ConnectApiException failure = failure(SessionOperation.CREATE_SESSION, 403,
				error(SessionOperation.CREATE_SESSION, "InvalidUsernameOrPassword"), "X-Mashery-Error-Code",
				"ERR_403_DEVELOPER_OVER_QPS");
		assertThat(failure.code()).hasValue("InvalidUsernameOrPassword");
		assertThat(failure.isTransient()).isFalse();
	}

}

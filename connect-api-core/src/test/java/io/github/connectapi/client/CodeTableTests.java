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

import static io.github.connectapi.client.Reading.error;
import static io.github.connectapi.client.Reading.failure;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The table from codes to meanings, as far as it concerns session operations, row by row.
 */
class CodeTableTests {

	private static final String HELD_HELD = "InvalidSystemIdOrPassword InvalidUsernameOrPassword "
			+ "AUTH-002 OperationRequiresHttps AUTH-014 SecureTokenPassedOverHttp";

	private static final String HELD_REFUSED = "AUTH-012 AUTH-021 FailedToRenewToken AUTH-099 "
			+ "AUTH-023 OperationRequiresSecureToken InvalidRequest AccountLocked Unheard-Of";

	private static final String PASSES = "DependentServiceDown InternalError SystemError";

	/** The table: operation, code, the class of the failure, whether it may pass. */
	static Stream<Arguments> table() {
		return Stream.of(SessionOperation.values()).flatMap((operation) -> {
			Class<?> refused = (operation == SessionOperation.RENEW_SESSION) ? ConnectTokenRejectedException.class
					: ConnectCredentialsRejectedException.class;
			return Stream
				.of(rows(operation, HELD_HELD, ConnectCredentialsRejectedException.class, false),
						rows(operation, HELD_REFUSED, refused, false),
						rows(operation, PASSES, ConnectOperationException.class, true))
				.flatMap((rows) -> rows);
		});
	}

	static Stream<Arguments> tableUnderEveryStatus() {
		return table().flatMap((row) -> IntStream.of(200, 400, 401, 403, 429, 500, 503)
			.mapToObj((status) -> Arguments.of(Stream.concat(Stream.of(status), Arrays.stream(row.get())).toArray())));
	}

	private static Stream<Arguments> rows(SessionOperation operation, String codes, Class<?> type, boolean passes) {
		return Stream.of(codes.split(" ")).map((code) -> Arguments.of(operation, code, type, passes));
	}

	@ParameterizedTest
	@MethodSource("tableUnderEveryStatus")
	void whenAnErrorIsAnsweredThenItsCodeDecidesWhateverTheHttpStatus(int status, SessionOperation operation,
			String code, Class<?> type, boolean passes) {
		ConnectApiException failure = failure(operation, status, error(operation, code));
		assertThat(failure).isExactlyInstanceOf(type);
		assertThat(failure.isTransient()).isEqualTo(passes);
	}

	@ParameterizedTest
	@MethodSource("table")
	void whenTheCodeIsWrittenInAnotherCaseThenItMeansTheSame(SessionOperation operation, String code, Class<?> type,
			boolean passes) {
		String odd = " " + code.toUpperCase(Locale.ROOT) + " ";
		ConnectApiException failure = failure(operation, 200, error(operation, odd));
		assertThat(failure).isExactlyInstanceOf(type);
		assertThat(failure.isTransient()).isEqualTo(passes);
	}

	@ParameterizedTest
	@MethodSource("table")
	void whenAnErrorIsAnsweredThenTheFactsAreInTheFailure(SessionOperation operation, String code, Class<?> type,
			boolean passes) {
		ConnectApiException failure = failure(operation, 200, error(operation, code));
		assertThat(failure.code()).hasValue(code);
		assertThat(failure.operation()).hasValue(operation.toString());
		assertThat(failure.coordinationId()).hasValue(Reading.ID);
		assertThat(failure.failure().statuses()).containsExactly(new ConnectStatus("Error", code, "said by " + code));
		assertThat(failure).hasMessage(operation + " answered an error (" + code + ": said by " + code
				+ ", coordination id " + Reading.ID + ")");
	}

	@ParameterizedTest
	@MethodSource("table")
	void whenAnErrorHasARetryAfterThenItCounts(SessionOperation operation, String code, Class<?> type, boolean passes) {
		ConnectApiException failure = failure(operation, 503, error(operation, code), "Retry-After", "7");
		assertThat(failure.retryAfter()).hasValue(Duration.ofSeconds(7));
		assertThat(failure.isTransient()).isEqualTo(passes);
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
	void whenAGatewayHeaderComesWithAnErrorEnvelopeThenTheEnvelopeDecides() {
		ConnectApiException failure = failure(SessionOperation.CREATE_SESSION, 403,
				error(SessionOperation.CREATE_SESSION, "InvalidUsernameOrPassword"), "X-Mashery-Error-Code",
				"ERR_403_DEVELOPER_OVER_QPS");
		assertThat(failure.code()).hasValue("InvalidUsernameOrPassword");
		assertThat(failure.isTransient()).isFalse();
	}

}

package io.github.connectapi.client;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.github.connectapi.client.ExchangeContext.Purpose;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The table of responses that are not a success, with the category for a login, a renewal
 * and any other operation.
 */
class ProtocolTableTests {

	private static final String CODES = """
			InvalidSystemIdOrPassword    | CREDENTIALS_REJECTED | CREDENTIALS_REJECTED | PERMANENT
			InvalidUsernameOrPassword    | CREDENTIALS_REJECTED | CREDENTIALS_REJECTED | PERMANENT
			AUTH-012                     | CREDENTIALS_REJECTED | TOKEN_REJECTED       | TOKEN_REJECTED
			AUTH-021                     | CREDENTIALS_REJECTED | TOKEN_REJECTED       | TOKEN_REJECTED
			FailedToRenewToken           | CREDENTIALS_REJECTED | TOKEN_REJECTED       | TOKEN_REJECTED
			AUTH-099                     | CREDENTIALS_REJECTED | TOKEN_REJECTED       | TOKEN_REJECTED
			AUTH-023                     | CREDENTIALS_REJECTED | TOKEN_REJECTED       | PERMANENT
			OperationRequiresSecureToken | CREDENTIALS_REJECTED | TOKEN_REJECTED       | PERMANENT
			InvalidRequest               | CREDENTIALS_REJECTED | TOKEN_REJECTED       | PERMANENT
			AUTH-002                     | CREDENTIALS_REJECTED | CREDENTIALS_REJECTED | PERMANENT
			OperationRequiresHttps       | CREDENTIALS_REJECTED | CREDENTIALS_REJECTED | PERMANENT
			AUTH-014                     | CREDENTIALS_REJECTED | CREDENTIALS_REJECTED | TOKEN_REJECTED
			SecureTokenPassedOverHttp    | CREDENTIALS_REJECTED | CREDENTIALS_REJECTED | TOKEN_REJECTED
			DependentServiceDown         | TRANSIENT            | TRANSIENT            | TRANSIENT
			InternalError                | TRANSIENT            | TRANSIENT            | TRANSIENT
			SystemError                  | TRANSIENT            | TRANSIENT            | TRANSIENT
			""";

	@ParameterizedTest
	@CsvSource(textBlock = CODES, delimiter = '|')
	void whenACodeIsKnownThenItDecidesForAnyHttpStatus(String code, ErrorCategory create, ErrorCategory renew,
			ErrorCategory use) {
		for (int status : new int[] { 200, 400, 401, 403, 404, 408, 425, 429, 500, 503, 596 }) {
			assertThat(ErrorCategory.ofEnvelope(Purpose.CREATE_SESSION, status, code)).isEqualTo(create);
			assertThat(ErrorCategory.ofEnvelope(Purpose.RENEW_SESSION, status, code)).isEqualTo(renew);
			assertThat(ErrorCategory.ofEnvelope(Purpose.USE_SESSION, status, code)).isEqualTo(use);
		}
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			200 | CREDENTIALS_REJECTED | TOKEN_REJECTED | PERMANENT
			400 | CREDENTIALS_REJECTED | TOKEN_REJECTED | PERMANENT
			401 | CREDENTIALS_REJECTED | TOKEN_REJECTED | PERMANENT
			403 | CREDENTIALS_REJECTED | TOKEN_REJECTED | PERMANENT
			408 | CREDENTIALS_REJECTED | TOKEN_REJECTED | PERMANENT
			429 | TRANSIENT            | TRANSIENT      | TRANSIENT
			500 | TRANSIENT            | TRANSIENT      | TRANSIENT
			503 | TRANSIENT            | TRANSIENT      | TRANSIENT
			596 | TRANSIENT            | TRANSIENT      | TRANSIENT
			""", delimiter = '|')
	void whenACodeIsUnknownThenItsHttpStatusDecides(int status, ErrorCategory create, ErrorCategory renew,
			ErrorCategory use) {
		for (String code : new String[] { "AccountLocked", "Unheard-Of", "7" }) {
			assertThat(ErrorCategory.ofEnvelope(Purpose.CREATE_SESSION, status, code)).isEqualTo(create);
			assertThat(ErrorCategory.ofEnvelope(Purpose.RENEW_SESSION, status, code)).isEqualTo(renew);
			assertThat(ErrorCategory.ofEnvelope(Purpose.USE_SESSION, status, code)).isEqualTo(use);
		}
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			ERR_403_DEVELOPER_OVER_QPS            | TRANSIENT            | TRANSIENT            | TRANSIENT
			Account Over Queries Per Second Limit | TRANSIENT            | TRANSIENT            | TRANSIENT
			ERR_403_DEVELOPER_OVER_RATE           | QUOTA_EXHAUSTED      | QUOTA_EXHAUSTED      | QUOTA_EXHAUSTED
			ERR_403_DEVELOPER_INACTIVE            | CREDENTIALS_REJECTED | CREDENTIALS_REJECTED | PERMANENT
			ERR_403_NOT_AUTHORIZED                | CREDENTIALS_REJECTED | CREDENTIALS_REJECTED | PERMANENT
			ERR_UNHEARD_OF                        | CREDENTIALS_REJECTED | TOKEN_REJECTED       | PERMANENT
			""", delimiter = '|')
	void whenTheGatewaySendsACodeThenItDecides(String code, ErrorCategory create, ErrorCategory renew,
			ErrorCategory use) {
		assertThat(ErrorCategory.ofGateway(Purpose.CREATE_SESSION, 403, code)).isEqualTo(create);
		assertThat(ErrorCategory.ofGateway(Purpose.RENEW_SESSION, 403, code)).isEqualTo(renew);
		assertThat(ErrorCategory.ofGateway(Purpose.USE_SESSION, 403, code)).isEqualTo(use);
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			301 | PERMANENT            | TOKEN_REJECTED | PERMANENT
			400 | PERMANENT            | TOKEN_REJECTED | PERMANENT
			401 | CREDENTIALS_REJECTED | TOKEN_REJECTED | PERMANENT
			403 | CREDENTIALS_REJECTED | TOKEN_REJECTED | PERMANENT
			404 | PERMANENT            | TOKEN_REJECTED | PERMANENT
			407 | PERMANENT            | TOKEN_REJECTED | PERMANENT
			408 | TRANSIENT            | TRANSIENT      | TRANSIENT
			425 | TRANSIENT            | TRANSIENT      | TRANSIENT
			429 | TRANSIENT            | TRANSIENT      | TRANSIENT
			451 | PERMANENT            | TOKEN_REJECTED | PERMANENT
			500 | TRANSIENT            | TRANSIENT      | TRANSIENT
			503 | TRANSIENT            | TRANSIENT      | TRANSIENT
			596 | TRANSIENT            | TRANSIENT      | TRANSIENT
			999 | TRANSIENT            | TRANSIENT      | TRANSIENT
			""", delimiter = '|')
	void whenThereIsNoCodeThenTheHttpStatusDecides(int status, ErrorCategory create, ErrorCategory renew,
			ErrorCategory use) {
		assertThat(ErrorCategory.ofHttpStatus(Purpose.CREATE_SESSION, status)).isEqualTo(create);
		assertThat(ErrorCategory.ofHttpStatus(Purpose.RENEW_SESSION, status)).isEqualTo(renew);
		assertThat(ErrorCategory.ofHttpStatus(Purpose.USE_SESSION, status)).isEqualTo(use);
		assertThat(ErrorCategory.ofEnvelope(Purpose.USE_SESSION, status, " ")).isEqualTo(use);
	}

}

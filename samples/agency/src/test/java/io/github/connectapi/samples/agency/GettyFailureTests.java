package io.github.connectapi.samples.agency;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectBackoffException;
import io.github.connectapi.ConnectCredentialsRejectedException;
import io.github.connectapi.ConnectFailure;
import io.github.connectapi.ConnectUnavailableException;

import static org.assertj.core.api.Assertions.assertThat;

class GettyFailureTests {

	@ParameterizedTest
	@CsvSource({ "InvalidUsernameOrPassword,Getty Images rejects your user name or password.,409",
			"AccountLocked,Getty Images rejects your account. Contact Getty Images: it may be locked.,409",
			"InvalidSystemIdOrPassword,Getty Images is not available.,503",
			"ERR_403_DEVELOPER_INACTIVE,Getty Images is not available.,503",
			"Account Inactive,Getty Images is not available.,503" })
	void whenRejectedThenTheMessageSaysWhoCanCorrectIt(String code, String message, int status) {
		ConnectApiException rejected = new ConnectCredentialsRejectedException("",
				ConnectFailure.permanentFailure("CreateSession", code));
		ConnectApiException later = new ConnectBackoffException(Instant.EPOCH, Duration.ofMinutes(2), rejected);

		assertThat(GettyFailure.of(rejected)).isEqualTo(GettyFailure.of(later))
			.returns(message, GettyFailure::message)
			.returns(status, (failure) -> failure.status().value())
			.returns(status == 409, GettyFailure::correctable);
	}

	@Test
	void whenUnavailableThenThePersonCannotCorrectIt() {
		ConnectFailure permanent = ConnectFailure.permanentFailure(null, null);

		assertThat(GettyFailure.of(new ConnectUnavailableException("", permanent)))
			.returns("Getty Images is not available. Try again later.", GettyFailure::message)
			.returns(false, GettyFailure::correctable);
		assertThat(GettyFailure.of(new ConnectUnavailableException("", permanent.withCredentialsMissing(true))))
			.returns("Connect your Getty Images account.", GettyFailure::message)
			.returns(true, GettyFailure::correctable);
	}

}

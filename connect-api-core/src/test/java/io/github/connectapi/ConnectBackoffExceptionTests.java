package io.github.connectapi;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import org.springframework.util.SerializationUtils;

import static org.assertj.core.api.Assertions.assertThat;

class ConnectBackoffExceptionTests {

	private static final Instant NEXT = Instant.parse("2015-06-01T12:02:00Z");

	private static final ConnectFailure DETAILS = ConnectFailure.permanentFailure("CreateSession", "InvalidRequest")
		.withCoordinationId("c-1");

	@Test
	void whenBackingOffThenTheMessageContainsTheNextAttempt() {
		ConnectBackoffException exception = after(new ConnectProtocolException("no envelope", DETAILS));
		assertThat(exception.nextAttemptAt()).isEqualTo(NEXT);
		assertThat(exception.retryAfter()).hasValue(Duration.ofMinutes(2));
		assertThat(exception).hasMessageContaining("2015-06-01T12:02:00Z").hasMessageContaining("no envelope");
	}

	@Test
	void whenBackingOffThenTheDetailsAreThoseOfTheLastFailure() {
		ConnectProtocolException last = new ConnectProtocolException("no envelope", DETAILS);
		ConnectBackoffException exception = after(last);
		assertThat(exception.failure()).isEqualTo(DETAILS.withRetryAfter(Duration.ofMinutes(2)).withNotSent(true));
		assertThat(exception).hasNoCause().hasSuppressedException(last);
	}

	@Test
	void whenCopiedThenTheNextAttemptIsKept() {
		ConnectBackoffException exception = after(new ConnectProtocolException("no envelope", DETAILS));
		assertThat(copyForCaller(exception).nextAttemptAt()).isEqualTo(NEXT);
	}

	@Test
	void whenCopiedOrSerializedThenTheLastFailureIsKept() {
		ConnectProtocolException last = new ConnectProtocolException("no envelope", DETAILS);
		assertThat(after(last).lastFailure()).isSameAs(last);
		ConnectBackoffException copy = copyForCaller(after(last));
		assertThat(copyForCaller(copy).lastFailure()).isSameAs(last);
		assertThat(SerializationUtils.clone(after(last)).lastFailure()).isExactlyInstanceOf(last.getClass());
	}

	@Test
	void whenCredentialsWereRejectedThenTheMessageContainsTheRemedy() {
		assertThat(after(new ConnectCredentialsRejectedException("rejected", DETAILS))).hasMessageContaining("reset()")
			.hasMessageContaining("Correct the credentials");
	}

	@Test
	void whenAnotherFailureOccurredThenTheMessageContainsNoRemedy() {
		assertThat(after(new ConnectOperationException("failed", DETAILS)).getMessage()).doesNotContain("reset");
		assertThat(after(new ConnectUnavailableException("down", DETAILS)).getMessage()).doesNotContain("reset");
	}

	private static ConnectBackoffException copyForCaller(ConnectBackoffException failure) {
		return (ConnectBackoffException) ConnectExceptionCopier.copyForCaller(failure);
	}

	private static ConnectBackoffException after(ConnectApiException last) {
		return new ConnectBackoffException(NEXT, Duration.ofMinutes(2), last);
	}

}

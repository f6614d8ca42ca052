package io.github.connectapi;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import org.springframework.util.SerializationUtils;

import static org.assertj.core.api.Assertions.assertThat;

class ConnectBackoffExceptionTests {

	private static final Instant NEXT = Instant.parse("2015-06-01T12:02:00Z");

	private static final ConnectFailure FACTS = ConnectFailure.permanentFailure("CreateSession", "InvalidRequest")
		.withCoordinationId("c-1");

	@Test
	void whenHeldBackThenTheNextAttemptIsNamed() {
		ConnectBackoffException held = after(new ConnectProtocolException("no envelope", FACTS));
		assertThat(held.nextAttemptAt()).isEqualTo(NEXT);
		assertThat(held.retryAfter()).hasValue(Duration.ofMinutes(2));
		assertThat(held).hasMessageContaining("2015-06-01T12:02:00Z").hasMessageContaining("no envelope");
	}

	@Test
	void whenHeldBackThenTheFactsAreThoseOfTheLastFailure() {
		ConnectProtocolException last = new ConnectProtocolException("no envelope", FACTS);
		ConnectBackoffException held = after(last);
		assertThat(held.failure()).isEqualTo(FACTS.withRetryAfter(Duration.ofMinutes(2)));
		assertThat(held.getCause()).isSameAs(last);
	}

	@Test
	void whenHandedToACallerThenTheNextAttemptIsKept() {
		ConnectBackoffException held = after(new ConnectProtocolException("no envelope", FACTS));
		assertThat(held.copyForCaller().nextAttemptAt()).isEqualTo(NEXT);
	}

	@Test
	void whenHandedToACallerOrSerializedThenTheLastFailureIsKept() {
		ConnectProtocolException last = new ConnectProtocolException("no envelope", FACTS);
		assertThat(after(last).lastFailure()).isSameAs(last);
		assertThat(after(last).copyForCaller().copyForCaller().lastFailure()).isSameAs(last);
		assertThat(SerializationUtils.clone(after(last)).lastFailure()).isExactlyInstanceOf(last.getClass());
	}

	@Test
	void whenCredentialsWereRejectedThenTheWayOutIsNamed() {
		assertThat(after(new ConnectCredentialsRejectedException("rejected", FACTS))).hasMessageContaining("reset()")
			.hasMessageContaining("correct the credentials");
	}

	@Test
	void whenSomethingElseFailedThenNoResetIsAdvised() {
		assertThat(after(new ConnectOperationException("failed", FACTS)).getMessage()).doesNotContain("reset");
		assertThat(after(new ConnectUnavailableException("down", FACTS)).getMessage()).doesNotContain("reset");
	}

	private static ConnectBackoffException after(ConnectApiException last) {
		return new ConnectBackoffException(NEXT, Duration.ofMinutes(2), last);
	}

}

package io.github.connectapi.samples.picturesearch;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.http.HttpStatus;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectBackoffException;
import io.github.connectapi.ConnectClosedException;
import io.github.connectapi.ConnectCredentialsRejectedException;
import io.github.connectapi.ConnectFailure;
import io.github.connectapi.ConnectInterruptedException;
import io.github.connectapi.ConnectOperationException;
import io.github.connectapi.ConnectProtocolException;
import io.github.connectapi.ConnectTokenRejectedException;
import io.github.connectapi.ConnectUnavailableException;
import io.github.connectapi.ConnectWaitTimeoutException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class SearchErrorTests {

	private static final ConnectFailure FAILURE = ConnectFailure.permanentFailure("SearchForImages", "ACode")
		.withCoordinationId("an-id");

	@ParameterizedTest
	@MethodSource
	void whenASearchFailsThenStatusAndMessageDependOnTheException(ConnectApiException ex, HttpStatus status,
			String message) {
		SearchError error = SearchError.of(ex);

		assertThat(error.status()).isEqualTo(status);
		assertThat(error.message()).contains(message).doesNotContain("internals");
	}

	static Stream<Arguments> whenASearchFailsThenStatusAndMessageDependOnTheException() {
		HttpStatus badGateway = HttpStatus.BAD_GATEWAY;
		HttpStatus unavailable = HttpStatus.SERVICE_UNAVAILABLE;
		return Stream.of(
				arguments(new ConnectCredentialsRejectedException("internals", FAILURE), unavailable,
						"rejected the credentials"),
				arguments(new ConnectTokenRejectedException("internals", FAILURE), unavailable, "rejected the session"),
				arguments(new ConnectOperationException("internals", FAILURE), badGateway,
						"rejected this request (ACode)."),
				arguments(new ConnectProtocolException("internals", FAILURE), badGateway, "invalid response"),
				arguments(new ConnectUnavailableException("internals", FAILURE), unavailable, "currently unavailable"),
				arguments(new ConnectWaitTimeoutException("internals"), unavailable, "currently unavailable"),
				arguments(new ConnectOperationException("internals", ConnectFailure.permanentFailure(null, null)),
						badGateway, "rejected this request."),
				arguments(new ConnectClosedException("internals"), unavailable, "shutting down"),
				arguments(new ConnectInterruptedException("internals"), unavailable, "shutting down"));
	}

	@Test
	void whenBackingOffThenTheMessageSaysWhyAndHowLong() {
		ConnectApiException ex = new ConnectBackoffException(Instant.EPOCH, Duration.ofMillis(118_500),
				new ConnectCredentialsRejectedException("internals", FAILURE));

		assertThat(SearchError.of(ex).message()).contains("rejected the credentials", "in 119 seconds");
	}

	@Test
	void whenBackingOffAfterAnInvalidResponseThenTheStatusIs503() {
		ConnectApiException ex = new ConnectBackoffException(Instant.EPOCH, Duration.ofSeconds(1),
				new ConnectProtocolException("internals", FAILURE));

		assertThat(SearchError.of(ex).status()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
	}

	@Test
	void whenARequestWasSentThenItsCoordinationIdIsTheReference() {
		assertThat(SearchError.of(new ConnectProtocolException("internals", FAILURE)).reference()).isEqualTo("an-id");
		assertThat(SearchError.of(new ConnectWaitTimeoutException("internals")).reference()).isNull();
	}

}

package io.github.connectapi.samples.picturesearch;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectClosedException;
import io.github.connectapi.ConnectCredentialsRejectedException;
import io.github.connectapi.ConnectExceptionCopier;
import io.github.connectapi.ConnectFailure;
import io.github.connectapi.ConnectBackoffException;
import io.github.connectapi.ConnectInterruptedException;
import io.github.connectapi.ConnectOperationException;
import io.github.connectapi.ConnectProtocolException;
import io.github.connectapi.ConnectTokenRejectedException;
import io.github.connectapi.ConnectUnavailableException;
import io.github.connectapi.ConnectWaitTimeoutException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class ErrorPageTests {

	private static final ConnectFailure FACTS = ConnectFailure.permanentFailure("SearchForImages", "ACode")
		.withCoordinationId("an-id");

	@ParameterizedTest
	@MethodSource
	void whenASearchFailsThenTheSentenceSaysWhy(ConnectApiException failure, String sentence) {
		assertThat(ErrorPage.of(failure).sentence()).contains(sentence).doesNotContain("internals");
	}

	static Stream<Arguments> whenASearchFailsThenTheSentenceSaysWhy() {
		return Stream.of(arguments(new ConnectCredentialsRejectedException("internals", FACTS), "the credentials"),
				arguments(new ConnectTokenRejectedException("internals", FACTS), "the session"),
				arguments(new ConnectOperationException("internals", FACTS), "refused this search (ACode)"),
				arguments(new ConnectProtocolException("internals", FACTS), "does not understand"),
				arguments(new ConnectUnavailableException("internals", FACTS), "cannot be reached"),
				arguments(new ConnectWaitTimeoutException("internals"), "cannot be reached"),
				arguments(new ConnectOperationException("internals", ConnectFailure.permanentFailure(null, null)),
						"refused this search."),
				arguments(new ConnectClosedException("internals"), "being stopped"),
				arguments(new ConnectInterruptedException("internals"), "being stopped"));
	}

	@Test
	void whenAttemptsAreHeldBackThenTheSentenceSaysWhyAndHowLong() {
		ConnectApiException failure = new ConnectBackoffException(Instant.EPOCH, Duration.ofSeconds(119),
				new ConnectCredentialsRejectedException("internals", FACTS));

		assertThat(ErrorPage.of(failure).sentence()).contains("the credentials", "in 120 seconds");
		assertThat(ErrorPage.of(ConnectExceptionCopier.copyForCaller(failure)).sentence()).contains("the credentials");
	}

	@Test
	void whenARequestWasSentThenItsIdIsTheReference() {
		assertThat(ErrorPage.of(new ConnectProtocolException("internals", FACTS)).reference()).isEqualTo("an-id");
		assertThat(ErrorPage.of(new ConnectWaitTimeoutException("internals")).reference()).isNull();
	}

}

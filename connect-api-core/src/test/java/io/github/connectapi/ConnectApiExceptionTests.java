package io.github.connectapi;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class ConnectApiExceptionTests {

	private static final ConnectFailure FACTS = ConnectFailure.transientFailure("RenewSession", "SystemError")
		.withCoordinationId("c-1")
		.withStatuses(List.of(new ConnectStatus("Error", "SystemError", "Down.")))
		.withRetryAfter(Duration.ofSeconds(7));

	static Stream<ConnectApiException> all() {
		return Stream.concat(withFacts(),
				Stream.of(new ConnectWaitTimeoutException("m"), new ConnectInterruptedException("m"),
						new ConnectClosedException("m"), new ConnectBackoffException(Instant.EPOCH,
								Duration.ofSeconds(9), new ConnectProtocolException("m", FACTS))));
	}

	static Stream<ConnectApiException> withFacts() {
		return Stream.of(new ConnectUnavailableException("m", FACTS), new ConnectProtocolException("m", FACTS),
				new ConnectOperationException("m", FACTS), new ConnectCredentialsRejectedException("m", FACTS),
				new ConnectTokenRejectedException("m", FACTS), new ConnectWaitTimeoutException("m", FACTS, null));
	}

	@Test
	void whenAKindIsAddedThenItIsTestedHere() {
		Stream<Class<?>> kinds = Stream.of(ConnectApiException.class, ConnectOperationException.class)
			.flatMap((type) -> Stream.of(type.getPermittedSubclasses()));
		assertThat(all().map(Object::getClass)).hasSameElementsAs((Iterable<Class<?>>) kinds::iterator);
	}

	@ParameterizedTest
	@MethodSource("all")
	void whenHandedToACallerThenClassMessageAndFactsAreTheSame(ConnectApiException shared) {
		ConnectApiException own = shared.copyForCaller();
		assertThat(own).isExactlyInstanceOf(shared.getClass()).isNotSameAs(shared).hasMessage(shared.getMessage());
		assertThat(own.failure()).isEqualTo(shared.failure());
	}

	@ParameterizedTest
	@MethodSource("all")
	void whenHandedToACallerThenTheSharedFailureIsTheCause(ConnectApiException shared) {
		assertThat(shared.copyForCaller().getCause()).isSameAs(shared);
	}

	@ParameterizedTest
	@MethodSource("all")
	void whenHandedToACallerThenTheStackTraceIsThatOfItsThread(ConnectApiException shared) {
		ConnectApiException own = CompletableFuture.supplyAsync(shared::copyForCaller).join();
		assertThat(own.getStackTrace()).extracting(StackTraceElement::getMethodName).doesNotContain("all");
		assertThat(shared.getStackTrace()).extracting(StackTraceElement::getMethodName).contains("all");
	}

	@ParameterizedTest
	@MethodSource("all")
	void whenSerializedByJavaThenItIsReadAgain(ConnectApiException shared) throws Exception {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
			out.writeObject(shared.copyForCaller());
		}
		try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
			assertThat(in.readObject()).isExactlyInstanceOf(shared.getClass())
				.isInstanceOfSatisfying(ConnectApiException.class,
						(read) -> assertThat(read.failure()).isEqualTo(shared.failure()));
		}
	}

	@ParameterizedTest
	@MethodSource("withFacts")
	void whenMadeOfFactsThenTheyAreAnswered(ConnectApiException failure) {
		assertThat(failure.failure()).isSameAs(FACTS);
		assertThat(failure.isTransient()).isTrue();
		assertThat(failure.retryAfter()).hasValue(Duration.ofSeconds(7));
		assertThat(failure.operation()).hasValue("RenewSession");
		assertThat(failure.code()).hasValue("SystemError");
		assertThat(failure.coordinationId()).hasValue("c-1");
	}

	@Test
	void whenMadeWithACauseThenItIsTheCause() {
		Exception cause = new IllegalStateException();
		assertThat(Stream.of(new ConnectUnavailableException("m", FACTS, cause),
				new ConnectProtocolException("m", FACTS, cause), new ConnectOperationException("m", FACTS, cause),
				new ConnectCredentialsRejectedException("m", FACTS, cause),
				new ConnectTokenRejectedException("m", FACTS, cause),
				new ConnectWaitTimeoutException("m", FACTS, cause)))
			.allMatch((failure) -> failure.getCause() == cause);
	}

	@Test
	void whenThereAreNoFactsThenNothingIsAnswered() {
		ConnectApiException failure = new ConnectUnavailableException("m", ConnectFailure.permanentFailure(null, null));
		assertThat(failure.isTransient()).isFalse();
		assertThat(failure.retryAfter()).isEmpty();
		assertThat(failure.operation()).isEmpty();
		assertThat(failure.code()).isEmpty();
		assertThat(failure.coordinationId()).isEmpty();
	}

	@Test
	void whenTheCallerGaveUpWaitingThenAnotherCallMaySucceed() {
		assertThat(new ConnectWaitTimeoutException("m").isTransient()).isTrue();
	}

	@Test
	void whenInterruptedOrClosedThenAnotherCallIsUseless() {
		assertThat(new ConnectInterruptedException("m").isTransient()).isFalse();
		assertThat(new ConnectClosedException("m").isTransient()).isFalse();
	}

}

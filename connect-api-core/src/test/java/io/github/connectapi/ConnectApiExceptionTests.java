package io.github.connectapi;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.core.NestedExceptionUtils;

import static org.assertj.core.api.Assertions.assertThat;

class ConnectApiExceptionTests {

	private static final ConnectFailure DETAILS = ConnectFailure.transientFailure("RenewSession", "SystemError")
		.withCoordinationId("c-1")
		.withStatuses(List.of(new ConnectStatus("Error", "SystemError", "Down.")))
		.withRetryAfter(Duration.ofSeconds(7));

	static Stream<ConnectApiException> all() {
		return Stream.concat(withDetails(),
				Stream.of(new ConnectWaitTimeoutException("m"), new ConnectInterruptedException("m"),
						new ConnectClosedException("m"), new ConnectCallRejectedException("m"),
						new ConnectBackoffException(Instant.EPOCH, Duration.ofSeconds(9),
								new ConnectProtocolException("m", DETAILS))));
	}

	static Stream<ConnectApiException> withDetails() {
		return Stream.of(new ConnectUnavailableException("m", DETAILS), new ConnectProtocolException("m", DETAILS),
				new ConnectOperationException("m", DETAILS), new ConnectCredentialsRejectedException("m", DETAILS),
				new ConnectTokenRejectedException("m", DETAILS), new ConnectWaitTimeoutException("m", DETAILS, null));
	}

	@Test
	void whenASubclassIsAddedThenItIsTestedHere() {
		Stream<Class<?>> kinds = Stream.of(ConnectApiException.class, ConnectOperationException.class)
			.flatMap((type) -> Stream.of(type.getPermittedSubclasses()));
		assertThat(all().map(Object::getClass)).hasSameElementsAs((Iterable<Class<?>>) kinds::iterator);
	}

	@ParameterizedTest
	@MethodSource("all")
	void whenCopiedThenClassMessageAndDetailsAreTheSame(ConnectApiException shared) {
		ConnectApiException own = ConnectExceptionCopier.copyForCaller(shared);
		assertThat(own).isExactlyInstanceOf(shared.getClass()).isNotSameAs(shared).hasMessage(shared.getMessage());
		assertThat(own.failure()).isEqualTo(shared.failure());
	}

	@ParameterizedTest
	@MethodSource("all")
	void whenCopiedThenTheSharedFailureIsSuppressedAndThereIsNoCause(ConnectApiException shared) {
		assertThat(ConnectExceptionCopier.copyForCaller(shared)).hasNoCause().hasSuppressedException(shared);
	}

	/** Tomcat logs the stack trace of the root cause only. */
	@ParameterizedTest
	@MethodSource("all")
	void whenOnlyTheRootCauseIsLoggedThenTheCallerComesFirstAndTheSharedFailureIsNotLost(ConnectApiException shared) {
		ConnectApiException own = ConnectExceptionCopier.completeForCall(ConnectExceptionCopier.copyForCaller(shared),
				"GetCountries", "c-2", !shared.isNotSent());
		StringWriter log = new StringWriter();
		NestedExceptionUtils.getMostSpecificCause(own).printStackTrace(new PrintWriter(log));
		String caller = "whenOnlyTheRootCauseIsLogged";
		assertThat(log.toString()).containsSubsequence(caller, "Suppressed: " + shared.getClass().getName());
	}

	@ParameterizedTest
	@MethodSource("all")
	void whenCompletedForACallThenOnlyMissingDetailsAreAdded(ConnectApiException failure) {
		ConnectApiException completed = ConnectExceptionCopier.completeForCall(failure, "GetCountries", "c-2", true);
		boolean identified = failure.coordinationId().isPresent();
		assertThat(completed).isExactlyInstanceOf(failure.getClass());
		assertThat(completed.coordinationId()).hasValue(identified ? "c-1" : "c-2");
		assertThat(completed.operation()).hasValue(failure.operation().orElse("GetCountries"));
		assertThat(completed.isNotSent()).isTrue();
		assertThat(completed.failure()).isEqualTo(failure.failure()
			.withNotSent(true)
			.withOperation(completed.operation().orElseThrow())
			.withCoordinationId(completed.coordinationId().orElseThrow()));
		assertThat(completed).hasMessage(failure.getMessage() + (identified ? "" : " (coordination id c-2)"));
		assertThat(completed.getStackTrace()).isEqualTo(failure.getStackTrace());
		assertThat(completed.getCause()).isSameAs(failure.getCause());
		assertThat(completed.getSuppressed()).containsExactly(failure.getSuppressed());
	}

	@ParameterizedTest
	@MethodSource("all")
	void whenCopiedForManyCallersAndCallsThenNothingGrows(ConnectApiException shared) {
		int before = shared.getSuppressed().length;
		ConnectApiException own = ConnectExceptionCopier.copyForCaller(shared);
		for (int i = 0; i < 100; i++) {
			ConnectExceptionCopier.copyForCaller(shared);
			own = ConnectExceptionCopier.completeForCall(own, "GetCountries", "c-" + i, i % 2 == 0);
		}
		assertThat(own).hasNoCause();
		assertThat(own.getSuppressed()).containsExactly(shared);
		assertThat(shared.getSuppressed()).hasSize(before);
	}

	@ParameterizedTest
	@MethodSource("all")
	void whenCopiedThenTheStackTraceIsThatOfTheCurrentThread(ConnectApiException shared) {
		ConnectApiException own = CompletableFuture.supplyAsync(() -> ConnectExceptionCopier.copyForCaller(shared))
			.join();
		assertThat(own.getStackTrace()).extracting(StackTraceElement::getMethodName).doesNotContain("all");
		assertThat(shared.getStackTrace()).extracting(StackTraceElement::getMethodName).contains("all");
	}

	@ParameterizedTest
	@MethodSource("all")
	void whenSerializedByJavaThenItCanBeDeserialized(ConnectApiException shared) throws Exception {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
			out.writeObject(ConnectExceptionCopier.copyForCaller(shared));
		}
		try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
			assertThat(in.readObject()).isExactlyInstanceOf(shared.getClass())
				.isInstanceOfSatisfying(ConnectApiException.class,
						(read) -> assertThat(read.failure()).isEqualTo(shared.failure()));
		}
	}

	@ParameterizedTest
	@MethodSource("withDetails")
	void whenCreatedWithDetailsThenTheyAreReturned(ConnectApiException failure) {
		assertThat(failure.failure()).isSameAs(DETAILS);
		assertThat(failure.isTransient()).isTrue();
		assertThat(failure.retryAfter()).hasValue(Duration.ofSeconds(7));
		assertThat(failure.operation()).hasValue("RenewSession");
		assertThat(failure.code()).hasValue("SystemError");
		assertThat(failure.coordinationId()).hasValue("c-1");
	}

	@Test
	void whenCreatedWithACauseThenItIsTheCause() {
		Exception cause = new IllegalStateException();
		assertThat(Stream.of(new ConnectUnavailableException("m", DETAILS, cause),
				new ConnectProtocolException("m", DETAILS, cause), new ConnectOperationException("m", DETAILS, cause),
				new ConnectCredentialsRejectedException("m", DETAILS, cause),
				new ConnectTokenRejectedException("m", DETAILS, cause),
				new ConnectWaitTimeoutException("m", DETAILS, cause)))
			.allMatch((failure) -> failure.getCause() == cause);
	}

	@Test
	void whenThereAreNoDetailsThenTheAccessorsReturnEmpty() {
		ConnectApiException failure = new ConnectUnavailableException("m", ConnectFailure.permanentFailure(null, null));
		assertThat(failure.isTransient()).isFalse();
		assertThat(failure.retryAfter()).isEmpty();
		assertThat(failure.operation()).isEmpty();
		assertThat(failure.code()).isEmpty();
		assertThat(failure.coordinationId()).isEmpty();
	}

	@Test
	void whenTheWaitTimedOutThenTheFailureIsTransient() {
		assertThat(new ConnectWaitTimeoutException("m").isTransient()).isTrue();
	}

	@Test
	void whenInterruptedOrClosedThenTheFailureIsPermanent() {
		assertThat(new ConnectInterruptedException("m").isTransient()).isFalse();
		assertThat(new ConnectClosedException("m").isTransient()).isFalse();
	}

}

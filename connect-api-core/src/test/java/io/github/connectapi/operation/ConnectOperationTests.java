package io.github.connectapi.operation;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * The naming convention and deviations from it.
 */
class ConnectOperationTests {

	private final ConnectOperation operation = ConnectOperation.of("usage", "ReportUsage");

	@Test
	void whenNothingIsSetThenTheConventionApplies() {
		assertThat(this.operation.path()).isEqualTo("/v1/usage/ReportUsage");
		assertThat(this.operation.requestKey()).hasValue("ReportUsageRequestBody");
		assertThat(this.operation.resultKey()).hasValue("ReportUsageResult");
		assertThat(this.operation.needsSecureToken()).isFalse();
		assertThat(this.operation.isApplicationSessionAllowed()).isFalse();
		assertThat(this.operation.isIdempotent()).isFalse();
		assertThat(this.operation).hasToString("ReportUsage");
	}

	static Stream<ConnectOperation> custom() {
		ConnectOperation operation = ConnectOperation.of("usage", "ReportUsage");
		return Stream.of(
				operation.withSecureToken()
					.allowApplicationSession()
					.idempotent()
					.withVersion(3)
					.withRequestKey("In")
					.withResultKey("Out"),
				operation.withResultKey("Out")
					.withRequestKey("In")
					.withVersion(3)
					.idempotent()
					.allowApplicationSession()
					.withSecureToken());
	}

	@ParameterizedTest
	@MethodSource("custom")
	void whenSeveralPropertiesAreSetThenAllAreKept(ConnectOperation custom) {
		assertThat(custom.path()).isEqualTo("/v3/usage/ReportUsage");
		assertThat(custom.requestKey()).hasValue("In");
		assertThat(custom.resultKey()).hasValue("Out");
		assertThat(custom.needsSecureToken()).isTrue();
		assertThat(custom.isApplicationSessionAllowed()).isTrue();
		assertThat(custom.isIdempotent()).isTrue();
	}

	@Test
	void whenThereIsNoRequestOrNoResultThenTheOtherKeyIsKept() {
		assertThat(this.operation.withoutRequest().requestKey()).isEmpty();
		assertThat(this.operation.withoutRequest().resultKey()).isPresent();
		assertThat(this.operation.withoutResult().resultKey()).isEmpty();
		assertThat(this.operation.withoutResult().requestKey()).isPresent();
	}

	@Test
	void whenAnOperationIsCopiedThenTheOriginalIsUnchanged() {
		assertThat(this.operation.withSecureToken().needsSecureToken()).isTrue();
		assertThat(this.operation.needsSecureToken()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "a/b", "../a", "a b", "7a", "a?b", "ä", "a\n" })
	void whenAreaOrNameIsNotAWordThenItIsRejected(String word) {
		assertThatIllegalArgumentException().isThrownBy(() -> ConnectOperation.of(word, "Name"));
		assertThatIllegalArgumentException().isThrownBy(() -> ConnectOperation.of("area", word));
	}

	@Test
	void whenAVersionOrAKeyIsInvalidThenItIsRejected() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.operation.withVersion(0));
		assertThatIllegalArgumentException().isThrownBy(() -> this.operation.withRequestKey(" "));
		assertThatIllegalArgumentException().isThrownBy(() -> this.operation.withResultKey(""));
	}

	@Test
	void whenAnOperationIsCreatedThenItHasItsName() {
		assertThat(this.operation.name()).isEqualTo("ReportUsage");
	}

	@Test
	void whenAllPropertiesAreEqualThenOperationsAreEqual() {
		ConnectOperation same = ConnectOperation.of("usage", "ReportUsage");
		assertThat(this.operation).isEqualTo(same).hasSameHashCodeAs(same);
		assertThat(this.operation.idempotent().withSecureToken()).isEqualTo(same.withSecureToken().idempotent());
	}

	static Stream<ConnectOperation> others() {
		ConnectOperation operation = ConnectOperation.of("usage", "ReportUsage");
		return Stream.of(ConnectOperation.of("other", "ReportUsage"), ConnectOperation.of("usage", "Other"),
				operation.withVersion(2), operation.withRequestKey("In"), operation.withResultKey("Out"),
				operation.withoutRequest(), operation.withoutResult(), operation.withSecureToken(),
				operation.allowApplicationSession(), operation.idempotent());
	}

	@ParameterizedTest
	@MethodSource("others")
	void whenOnePropertyDiffersThenOperationsDiffer(ConnectOperation other) {
		assertThat(this.operation).isNotEqualTo(other);
	}

}

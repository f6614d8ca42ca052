package io.github.connectapi.operation;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * The rule, and what deviates from it.
 */
class ConnectOperationTests {

	private final ConnectOperation rule = ConnectOperation.of("usage", "ReportUsage");

	@Test
	void whenNothingDeviatesThenTheRuleHolds() {
		assertThat(this.rule.path()).isEqualTo("/v1/usage/ReportUsage");
		assertThat(this.rule.requestKey()).hasValue("ReportUsageRequestBody");
		assertThat(this.rule.resultKey()).hasValue("ReportUsageResult");
		assertThat(this.rule.needsSecureToken()).isFalse();
		assertThat(this.rule.isApplicationSessionAllowed()).isFalse();
		assertThat(this.rule.isIdempotent()).isFalse();
		assertThat(this.rule).hasToString("ReportUsage");
	}

	static Stream<ConnectOperation> odd() {
		ConnectOperation rule = ConnectOperation.of("usage", "ReportUsage");
		return Stream.of(
				rule.withSecureToken()
					.allowApplicationSession()
					.idempotent()
					.withVersion(3)
					.withRequestKey("In")
					.withResultKey("Out"),
				rule.withResultKey("Out")
					.withRequestKey("In")
					.withVersion(3)
					.idempotent()
					.allowApplicationSession()
					.withSecureToken());
	}

	@ParameterizedTest
	@MethodSource("odd")
	void whenEverythingDeviatesThenEachDeviationStays(ConnectOperation odd) {
		assertThat(odd.path()).isEqualTo("/v3/usage/ReportUsage");
		assertThat(odd.requestKey()).hasValue("In");
		assertThat(odd.resultKey()).hasValue("Out");
		assertThat(odd.needsSecureToken()).isTrue();
		assertThat(odd.isApplicationSessionAllowed()).isTrue();
		assertThat(odd.isIdempotent()).isTrue();
	}

	@Test
	void whenThereIsNoRequestOrNoResultThenTheOthersStay() {
		assertThat(this.rule.withoutRequest().requestKey()).isEmpty();
		assertThat(this.rule.withoutRequest().resultKey()).isPresent();
		assertThat(this.rule.withoutResult().resultKey()).isEmpty();
		assertThat(this.rule.withoutResult().requestKey()).isPresent();
	}

	@Test
	void whenAnOperationIsDerivedThenTheFirstOneStays() {
		assertThat(this.rule.withSecureToken().needsSecureToken()).isTrue();
		assertThat(this.rule.needsSecureToken()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "a/b", "../a", "a b", "7a", "a?b", "ä", "a\n" })
	void whenAreaOrNameIsNoWordThenItIsRefused(String word) {
		assertThatIllegalArgumentException().isThrownBy(() -> ConnectOperation.of(word, "Name"));
		assertThatIllegalArgumentException().isThrownBy(() -> ConnectOperation.of("area", word));
	}

	@Test
	void whenAVersionOrAKeyIsImpossibleThenItIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.rule.withVersion(0));
		assertThatIllegalArgumentException().isThrownBy(() -> this.rule.withRequestKey(" "));
		assertThatIllegalArgumentException().isThrownBy(() -> this.rule.withResultKey(""));
	}

}

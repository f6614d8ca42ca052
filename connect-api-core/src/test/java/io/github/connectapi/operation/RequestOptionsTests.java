package io.github.connectapi.operation;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

/**
 * Detail, timeout and HTTP headers of a request.
 */
class RequestOptionsTests {

	private final ConnectRequest request = ConnectRequest.of(ConnectOperations.GET_COUNTRIES, Map.of());

	@Test
	void whenNothingIsSetThenThereAreNoOptions() {
		assertThat(this.request.detail()).isEmpty();
		assertThat(this.request.timeout()).isEmpty();
		assertThat(this.request.headers()).isEmpty();
	}

	@Test
	void whenAnOptionIsSetThenTheOthersRemain() {
		ConnectRequest all = this.request.withHeader("X-Trace", "1")
			.withTimeout(Duration.ofSeconds(2))
			.withDetail("IncludeSizeName")
			.withCoordinationId("id");
		assertThat(all.withTimeout(Duration.ofSeconds(3)).withHeader("X-Trace", "1").withDetail("d").headers())
			.containsExactly(entry("X-Trace", "1"));
		assertThat(all.coordinationId()).hasValue("id");
		assertThat(all.detail()).hasValue("IncludeSizeName");
		assertThat(all.timeout()).hasValue(Duration.ofSeconds(2));
		assertThat(all.withHeader("X-Other", "2").timeout()).hasValue(Duration.ofSeconds(2));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "a b", "line\n" })
	void whenTheDetailIsNotVisibleThenItIsRejected(String detail) {
		assertThatIllegalArgumentException().isThrownBy(() -> this.request.withDetail(detail));
	}

	@ParameterizedTest
	@ValueSource(strings = { "PT0S", "PT-1S", "PT0.000999999S", "PT10M0.000000001S" })
	void whenTheTimeoutIsOutOfRangeThenItIsRejected(Duration timeout) {
		assertThatIllegalArgumentException().isThrownBy(() -> this.request.withTimeout(timeout))
			.withMessage("The timeout of a request must be between 1 millisecond and 10 minutes");
	}

	@ParameterizedTest
	@ValueSource(strings = { "PT0.001S", "PT10M" })
	void whenTheTimeoutIsInRangeThenItIsReturned(Duration timeout) {
		assertThat(this.request.withTimeout(timeout).timeout()).hasValue(timeout);
	}

	@Test
	void whenAHeaderHasTheSameNameInAnotherCaseThenItIsReplaced() {
		assertThat(this.request.withHeader("X-Trace", "1").withHeader("x-trace", "2").headers())
			.containsExactly(entry("x-trace", "2"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "Authorization", "authorization", "Proxy-Authorization", "Proxy-Connection", "Host",
			"Content-Type", "Content-Length", "content-encoding", "Cookie", "Transfer-Encoding", "Connection", "Expect",
			"Upgrade", "TE", "Trailer", "Keep-Alive", "Accept-Encoding", "Range" })
	void whenAHeaderBelongsToTheClientThenItIsRefusedWithTheReason(String name) {
		assertThatIllegalArgumentException().isThrownBy(() -> this.request.withHeader(name, "canary"))
			.withMessageContaining(name)
			.withMessageContaining("because")
			.withMessageNotContaining("canary");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "a b", "a:", "ä", "a\r\nHost", "a\n" })
	void whenANameIsNotATokenThenItIsRefused(String name) {
		assertThatIllegalArgumentException().isThrownBy(() -> this.request.withHeader(name, "canary"))
			.withMessage("The name of a header must be a token of HTTP");
	}

	@ParameterizedTest
	@ValueSource(strings = { "canary\r\nHost: other", "canary\n", "\rcanary", "canary\t", "canary\0", "canary\u007f",
			"canary\u0085", "canaryä" })
	void whenAValueHasOtherCharactersThenItIsRefused(String value) {
		assertThatIllegalArgumentException().isThrownBy(() -> this.request.withHeader("X-Key", value))
			.withMessageContaining("X-Key")
			.withMessageNotContaining("canary");
	}

	@Test
	void whenHeadersAreTooLongOrTooManyThenTheyAreRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.request.withHeader("X-Key", "x".repeat(4097)));
		ConnectRequest full = this.request;
		for (int i = 0; i < 32; i++) {
			full = full.withHeader("X-" + i, "1");
		}
		ConnectRequest last = full;
		assertThat(last.withHeader("X-0", "2").headers()).hasSize(32);
		assertThatIllegalArgumentException().isThrownBy(() -> last.withHeader("X-32", "1"))
			.withMessage("A request must have at most 32 headers");
	}

	@Test
	void whenHeadersAreReadThenTheyCannotBeChanged() {
		assertThat(this.request.withHeader("X-Trace", "1").headers()).isUnmodifiable();
	}

}

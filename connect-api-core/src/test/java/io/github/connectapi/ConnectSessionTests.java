package io.github.connectapi;

import java.time.Duration;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ConnectSessionTests {

	private static final Duration LIFETIME = Duration.ofMinutes(30);

	private static final ConnectSession SESSION = ConnectSession.of("token", LIFETIME)
		.withSecureToken("secure")
		.withAccountId("1000001");

	@Test
	void whenCreatedThenAllFieldsArePresent() {
		assertThat(SESSION.token().reveal()).isEqualTo("token");
		assertThat(SESSION.secureToken()).hasValue(Secret.of("secure"));
		assertThat(SESSION.accountId()).hasValue("1000001");
		assertThat(SESSION.lifetime()).isEqualTo(LIFETIME);
	}

	@Test
	void whenCreatedFromATokenThenThereIsNeitherSecureTokenNorAccount() {
		ConnectSession session = ConnectSession.of("token", LIFETIME);
		assertThat(session.secureToken()).isEmpty();
		assertThat(session.accountId()).isEmpty();
	}

	@Test
	void whenAFieldIsAddedThenTheFirstSessionIsUnchanged() {
		ConnectSession session = ConnectSession.of("token", LIFETIME);
		session.withSecureToken("secure");
		session.withAccountId("1000001");
		assertThat(session.secureToken()).isEmpty();
		assertThat(session.accountId()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " " })
	void whenATextIsBlankThenItIsRejected(String blank) {
		assertThatIllegalArgumentException().isThrownBy(() -> ConnectSession.of(blank, LIFETIME));
		assertThatIllegalArgumentException().isThrownBy(() -> SESSION.withSecureToken(blank));
		assertThatIllegalArgumentException().isThrownBy(() -> SESSION.withAccountId(blank));
	}

	@ParameterizedTest
	@ValueSource(strings = { "PT0S", "PT-1M" })
	void whenTheLifetimeIsNotPositiveThenItIsRejected(Duration lifetime) {
		assertThatIllegalArgumentException().isThrownBy(() -> ConnectSession.of("token", lifetime))
			.withMessageContaining("positive");
	}

	@Test
	void whenAllFieldsAreEqualThenTheyAreEqual() {
		ConnectSession same = ConnectSession.of("token", LIFETIME).withAccountId("1000001").withSecureToken("secure");
		assertThat(SESSION).isEqualTo(same).hasSameHashCodeAs(same);
	}

	@ParameterizedTest
	@MethodSource("others")
	void whenOneFieldDiffersThenTheyDiffer(ConnectSession other) {
		assertThat(SESSION).isNotEqualTo(other);
	}

	static Stream<ConnectSession> others() {
		return Stream.of(ConnectSession.of("other", LIFETIME).withSecureToken("secure").withAccountId("1000001"),
				SESSION.withSecureToken("other"), SESSION.withAccountId("1000002"),
				ConnectSession.of("token", Duration.ofMinutes(29)).withSecureToken("secure").withAccountId("1000001"),
				ConnectSession.of("token", LIFETIME));
	}

	@Test
	void whenPrintedThenAccountAndLifetimeAreShownButNoToken() {
		assertThat(SESSION.toString()).isEqualTo("ConnectSession[accountId=1000001, lifetime=PT30M, tokens=******]");
	}

}

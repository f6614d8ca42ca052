package io.github.connectapi;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ConnectCredentialsTests {

	private static final ConnectCredentials CREDENTIALS = ConnectCredentials.of("system", "system-password", "user",
			"user-password");

	@Test
	void whenCreatedForAUserThenAllFourValuesArePresent() {
		assertThat(CREDENTIALS.systemId()).isEqualTo("system");
		assertThat(CREDENTIALS.systemPassword().reveal()).isEqualTo("system-password");
		assertThat(CREDENTIALS.userName()).hasValue("user");
		assertThat(CREDENTIALS.userPassword()).hasValue(Secret.of("user-password"));
	}

	@Test
	void whenCreatedForAnApplicationThenThereIsNoUser() {
		ConnectCredentials application = ConnectCredentials.ofApplication("system", "system-password");
		assertThat(application.systemId()).isEqualTo("system");
		assertThat(application.systemPassword().reveal()).isEqualTo("system-password");
		assertThat(application.userName()).isEmpty();
		assertThat(application.userPassword()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "'',p,u,p", "s,' ',u,p", "s,p,'',p", "s,p,u,' '" })
	void whenAUserCredentialIsBlankThenItIsRejected(String system, String systemPassword, String user,
			String password) {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> ConnectCredentials.of(system, systemPassword, user, password))
			.withMessageContaining("must not be blank");
	}

	@ParameterizedTest
	@CsvSource({ "'',p", "s,' '" })
	void whenAnApplicationCredentialIsBlankThenItIsRejected(String system, String password) {
		assertThatIllegalArgumentException().isThrownBy(() -> ConnectCredentials.ofApplication(system, password))
			.withMessageContaining("must not be blank");
	}

	@Test
	void whenAllAreEqualThenTheyAreEqual() {
		assertThat(CREDENTIALS).isEqualTo(ConnectCredentials.of("system", "system-password", "user", "user-password"))
			.hasSameHashCodeAs(ConnectCredentials.of("system", "system-password", "user", "user-password"));
	}

	@ParameterizedTest
	@MethodSource("others")
	void whenOneDiffersThenTheyDiffer(ConnectCredentials other) {
		assertThat(CREDENTIALS).isNotEqualTo(other);
	}

	static Stream<ConnectCredentials> others() {
		return Stream.of(ConnectCredentials.of("System", "system-password", "user", "user-password"),
				ConnectCredentials.of("system", "rotated", "user", "user-password"),
				ConnectCredentials.of("system", "system-password", "another", "user-password"),
				ConnectCredentials.of("system", "system-password", "user", "rotated"),
				ConnectCredentials.ofApplication("system", "system-password"));
	}

	@Test
	void whenPrintedThenNoneOfThemIsShown() {
		assertThat(CREDENTIALS.toString()).isEqualTo("ConnectCredentials[******]");
	}

}

package io.github.connectapi.test.junit;

import io.github.connectapi.test.FakeConnectServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class RegisteredExtensionTests {

	@RegisterExtension
	static final FakeConnectExtension shared = new FakeConnectExtension(FakeConnectServer.builder().https(false));

	/** Taken before any callback of the extension, as a property source would. */
	private static final String EARLY_ADDRESS = shared.server().baseUrl();

	private static String addressOfTheOther = "";

	@RegisterExtension
	final FakeConnectExtension own = new FakeConnectExtension();

	@AfterAll
	static void theServerOfTheTestIsGoneAndTheSharedOneIsNot() {
		assertThat(shared.server().baseUrl()).isEqualTo(EARLY_ADDRESS);
	}

	@Test
	void whenTheFieldIsStaticThenTheServerIsThatOfTheClass() {
		assertThat(shared.server().baseUrl()).isEqualTo(EARLY_ADDRESS);
		assertThatIllegalStateException().isThrownBy(() -> shared.server().secureBaseUrl());
		checkOwn();
	}

	@Test
	void whenTheFieldIsNotStaticThenEachTestHasAServerOfItsOwn() {
		assertThat(this.own.server()).isNotSameAs(shared.server());
		checkOwn();
	}

	private void checkOwn() {
		String address = this.own.server().secureBaseUrl();
		assertThat(address).isNotEqualTo(addressOfTheOther);
		addressOfTheOther = address;
	}

}

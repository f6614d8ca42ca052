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

	/** Read before any callback of the extension, as by a property source. */
	private static final String EARLY_BASE_URL = shared.server().baseUrl();

	private static String otherBaseUrl = "";

	@RegisterExtension
	final FakeConnectExtension own = new FakeConnectExtension();

	@AfterAll
	static void sharedServerIsStillRunning() {
		assertThat(shared.server().baseUrl()).isEqualTo(EARLY_BASE_URL);
	}

	@Test
	void whenFieldIsStaticThenServerIsSharedByTests() {
		assertThat(shared.server().baseUrl()).isEqualTo(EARLY_BASE_URL);
		assertThatIllegalStateException().isThrownBy(() -> shared.server().secureBaseUrl());
		checkOwnServer();
	}

	@Test
	void whenFieldIsNotStaticThenEachTestHasItsOwnServer() {
		assertThat(this.own.server()).isNotSameAs(shared.server());
		checkOwnServer();
	}

	private void checkOwnServer() {
		String baseUrl = this.own.server().secureBaseUrl();
		assertThat(baseUrl).isNotEqualTo(otherBaseUrl);
		otherBaseUrl = baseUrl;
	}

}

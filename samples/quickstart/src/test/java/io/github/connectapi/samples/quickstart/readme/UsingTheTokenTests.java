package io.github.connectapi.samples.quickstart.readme;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import io.github.connectapi.ConnectSession;
import io.github.connectapi.session.ConnectSessionManager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * The mock of a session manager in {@code docs/testing.md}.
 */
class UsingTheTokenTests {

	@Test
	void whenTheManagerIsMockedThenItsTokenIsSent() {
		ConnectSessionManager sessions = mock();
		given(sessions.getSession()).willReturn(ConnectSession.of("a-token", Duration.ofMinutes(30)));

		assertThat(new UsingTheToken(sessions).call()).isEqualTo("a-token");
	}

}

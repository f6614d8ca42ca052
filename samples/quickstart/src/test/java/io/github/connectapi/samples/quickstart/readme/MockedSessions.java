package io.github.connectapi.samples.quickstart.readme;

import java.time.Duration;

import io.github.connectapi.ConnectSession;
import io.github.connectapi.session.ConnectSessionManager;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.CALLS_REAL_METHODS;
import static org.mockito.Mockito.mock;

/**
 * The mock of a session manager in {@code docs/testing.md}.
 */
final class MockedSessions {

	private MockedSessions() {
	}

	static ConnectSessionManager create() {
		ConnectSessionManager sessions = mock(ConnectSessionManager.class, CALLS_REAL_METHODS);
		given(sessions.getSession(any())).willReturn(ConnectSession.of("a-token", Duration.ofMinutes(30)));
		return sessions;
	}

}

package io.github.connectapi.samples.quickstart.readme;

import io.github.connectapi.ConnectSession;
import io.github.connectapi.session.ConnectSessionManager;

/**
 * The second example of {@code docs/calling-operations.md}.
 */
class UsingTheToken {

	private final ConnectSessionManager sessions;

	private String sent = "";

	UsingTheToken(ConnectSessionManager sessions) {
		this.sessions = sessions;
	}

	String call() {
		ConnectSessionManager sessions = this.sessions;
		ConnectSession session = sessions.getSession();
		send(session.token().reveal()); // or session.secureToken().orElseThrow().reveal()
		sessions.invalidate(session); // only if the server rejected the token
		return this.sent;
	}

	private void send(String token) {
		this.sent = token;
	}

}

package io.github.connectapi.samples.quickstart.readme;

import org.springframework.stereotype.Service;

import io.github.connectapi.session.ConnectSessionManager;

@Service
public class Pictures {

	private final ConnectSessionManager sessions;

	public Pictures(ConnectSessionManager sessions) {
		this.sessions = sessions;
	}

	public String token() {
		return this.sessions.getSession().token().reveal();
	}

}

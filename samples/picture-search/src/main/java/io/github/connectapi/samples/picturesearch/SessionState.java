package io.github.connectapi.samples.picturesearch;

import java.time.Instant;

import org.springframework.boot.health.actuate.endpoint.HealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.stereotype.Service;

import io.github.connectapi.session.ConnectSessionManager;

/**
 * Looks at the session without using it: nothing is sent to Getty Images.
 */
@Service
class SessionState {

	private final ConnectSessionManager sessions;

	private final SessionRequests requests;

	private final HealthEndpoint health;

	SessionState(ConnectSessionManager sessions, SessionRequests requests, HealthEndpoint health) {
		this.sessions = sessions;
		this.requests = requests;
		this.health = health;
	}

	SessionView now() {
		return SessionView.of(this.sessions.snapshot(), Instant.now(), this.requests.logins(), this.requests.renewals(),
				health());
	}

	private String health() {
		HealthDescriptor contributor = this.health.healthForPath("gettyConnect");
		return (contributor != null) ? contributor.getStatus().getCode() : "not watched";
	}

}

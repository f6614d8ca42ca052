package io.github.connectapi.samples.picturesearch;

import java.time.Instant;

import org.springframework.boot.health.actuate.endpoint.HealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.stereotype.Component;

import io.github.connectapi.session.ConnectSessionManager;

/**
 * Creates {@link SessionView}s. It reads a snapshot and sends no request to Getty Images.
 */
@Component
class SessionViewFactory {

	private final ConnectSessionManager sessions;

	private final SessionRequestCounter requests;

	private final HealthEndpoint health;

	SessionViewFactory(ConnectSessionManager sessions, SessionRequestCounter requests, HealthEndpoint health) {
		this.sessions = sessions;
		this.requests = requests;
		this.health = health;
	}

	SessionView create() {
		return SessionView.of(this.sessions.snapshot(), Instant.now(), this.requests.logins(), this.requests.renewals(),
				health());
	}

	private String health() {
		HealthDescriptor descriptor = this.health.healthForPath("gettyConnect");
		return (descriptor != null) ? descriptor.getStatus().getCode() : "disabled";
	}

}

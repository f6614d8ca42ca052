package io.github.connectapi.acquisition;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.ConnectCredentialsRejectedException;
import io.github.connectapi.ConnectFailure;
import io.github.connectapi.test.time.ManualTime;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A gate in manual time. Back-offs are 1 s, 2 s, … up to 1 min after an outage, and 2
 * min, 6 min, … up to 1 h after a rejection.
 */
final class GateFixture {

	static final GateSettings SETTINGS = new GateSettings(Duration.ofSeconds(1), Duration.ofMinutes(1),
			Duration.ofMinutes(2), Duration.ofHours(1), Duration.ofSeconds(40));

	final ManualTime time;

	final AcquisitionGate gate;

	GateFixture() {
		this(ManualTime.create());
	}

	GateFixture(ManualTime time) {
		this.time = time;
		this.gate = new AcquisitionGate(SETTINGS, time.nanos(), time.clock());
	}

	static ConnectCredentials credentials(String systemId, String systemPassword, String user) {
		return ConnectCredentials.of(systemId, systemPassword, user, "password");
	}

	static ConnectApiException rejected(@Nullable String code) {
		return new ConnectCredentialsRejectedException("rejected",
				ConnectFailure.permanentFailure("CreateSession", code));
	}

	/** Decide on an exchange of a user of the system "system" with the password "one". */
	AcquisitionGate.Decision decide(String user) {
		return decide(user, "system", "one");
	}

	AcquisitionGate.Decision decide(String user, String systemId, String systemPassword) {
		return this.gate.decide(this.gate.request(user, credentials(systemId, systemPassword, user)));
	}

	Permit start(String user) {
		return start(user, "system", "one");
	}

	Permit start(String user, String systemId, String systemPassword) {
		Permit permit = decide(user, systemId, systemPassword).permit();
		assertThat(permit).as("permit").isNotNull();
		return permit;
	}

	boolean waits(String user) {
		AcquisitionGate.Decision decision = decide(user);
		return decision.permit() == null && decision.refusal() == null;
	}

	boolean isRefused(String user) {
		return decide(user).refusal() != null;
	}

	void accept(String systemId, String systemPassword) {
		this.gate.ended(start("accepted", systemId, systemPassword), null);
	}

	void accept() {
		accept("system", "one");
	}

}

package io.github.connectapi.session;

import java.util.List;
import java.util.Random;

import io.github.connectapi.test.Fault;
import io.github.connectapi.test.GatewayFault;

/**
 * Faults of the server and the network.
 */
final class SoakFaults {

	private static final List<Fault> PERMANENT = List.of(Fault.status(503), Fault.drop(), Fault.garbage(),
			Fault.emptyBody(), Fault.status(404), Fault.error("InternalError", "down"),
			Fault.status(429).retryAfter("90"), Fault.status(503).retryAfter("1200"), GatewayFault.overRate("600"),
			Fault.status(403));

	private static final List<Fault> ONCE = List.of(Fault.status(503), Fault.drop(), Fault.dropResponse(),
			Fault.dropMidBody(), Fault.error("AUTH-021", "no"), Fault.error("FailedToRenewToken", "no"),
			Fault.error("InvalidUsernameOrPassword", "no"), Fault.status(429).retryAfter("5"),
			Fault.normal().set("/ResponseHeader/CoordinationId", "other"), Fault.garbage());

	private SoakFaults() {
	}

	static Fault permanent(Random random) {
		return PERMANENT.get(random.nextInt(PERMANENT.size()));
	}

	static Fault once(Random random) {
		return ONCE.get(random.nextInt(ONCE.size()));
	}

}

package io.github.connectapi.autoconfigure;

import org.springframework.boot.autoconfigure.condition.AllNestedConditions;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;

import io.github.connectapi.client.ConnectClient;
import io.github.connectapi.session.ConnectSessionManager;

/**
 * Whether it is clear with which client and on whose session a call is made.
 */
final class OnSingleClientAndManager extends AllNestedConditions {

	OnSingleClientAndManager() {
		super(ConfigurationPhase.REGISTER_BEAN);
	}

	@ConditionalOnSingleCandidate(ConnectClient.class)
	static final class Client {

	}

	@ConditionalOnSingleCandidate(ConnectSessionManager.class)
	static final class Manager {

	}

}

package io.github.connectapi.autoconfigure;

import org.springframework.boot.autoconfigure.condition.AllNestedConditions;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;

import io.github.connectapi.client.ConnectClient;
import io.github.connectapi.session.ConnectSessionManager;

/**
 * Condition that matches when there is a single candidate for the client and for the
 * session manager.
 */
final class OnSingleClientAndManagerCondition extends AllNestedConditions {

	OnSingleClientAndManagerCondition() {
		super(ConfigurationPhase.REGISTER_BEAN);
	}

	@ConditionalOnSingleCandidate(ConnectClient.class)
	static final class SingleClient {

	}

	@ConditionalOnSingleCandidate(ConnectSessionManager.class)
	static final class SingleManager {

	}

}

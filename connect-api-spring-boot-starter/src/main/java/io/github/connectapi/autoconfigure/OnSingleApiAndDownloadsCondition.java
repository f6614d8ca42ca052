package io.github.connectapi.autoconfigure;

import org.springframework.boot.autoconfigure.condition.AllNestedConditions;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;

import io.github.connectapi.call.ConnectApi;
import io.github.connectapi.license.FileDownloads;

/**
 * Condition that matches when there is a single candidate for the API and for the
 * downloads.
 */
final class OnSingleApiAndDownloadsCondition extends AllNestedConditions {

	OnSingleApiAndDownloadsCondition() {
		super(ConfigurationPhase.REGISTER_BEAN);
	}

	@ConditionalOnSingleCandidate(ConnectApi.class)
	static final class SingleApi {

	}

	@ConditionalOnSingleCandidate(FileDownloads.class)
	static final class SingleDownloads {

	}

}

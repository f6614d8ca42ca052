package io.github.connectapi.autoconfigure.rest;

import java.util.Objects;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;

import io.github.connectapi.autoconfigure.GettyConnectAutoConfiguration;
import io.github.connectapi.autoconfigure.diagnostics.ConnectStartupException;
import io.github.connectapi.autoconfigure.diagnostics.StartupProblem;
import io.github.connectapi.autoconfigure.properties.GettyConnectProperties;
import io.github.connectapi.client.ConnectClient;
import io.github.connectapi.rest.ConnectRestAccess;
import io.github.connectapi.rest.ConnectRestAccessBuilder;
import io.github.connectapi.session.ConnectSessionManager;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for {@link ConnectRestAccess}, if
 * the property {@code getty.connect.api-key} is set. No {@code RestClient} uses it unless
 * it is applied to its builder. Disabled by {@code getty.connect.enabled=false}.
 */
@AutoConfiguration(after = GettyConnectAutoConfiguration.class)
@ConditionalOnBooleanProperty(name = "getty.connect.enabled", matchIfMissing = true)
public final class ConnectRestAutoConfiguration {

	ConnectRestAutoConfiguration() {
	}

	@Bean(destroyMethod = "close")
	@ConditionalOnMissingBean
	@Conditional(OnApiKeyCondition.class)
	@ConditionalOnBean(GettyConnectProperties.class)
	@ConditionalOnSingleCandidate(ConnectSessionManager.class)
	ConnectRestAccess gettyConnectRestAccess(GettyConnectProperties properties, ConnectClient client,
			ConnectSessionManager sessions) {
		return builder(client, sessions, Objects.requireNonNull(properties.getApiKey()))
			.baseUrl(properties.restBaseUrl())
			.build();
	}

	private static ConnectRestAccessBuilder builder(ConnectClient client, ConnectSessionManager sessions,
			String apiKey) {
		try {
			return ConnectRestAccess.builder(client, sessions, apiKey);
		}
		catch (IllegalArgumentException ex) {
			throw new ConnectStartupException(new StartupProblem("getty.connect.api-key",
					"getty.connect.api-key cannot be sent in a header. %s".formatted(ex.getMessage()),
					"Set getty.connect.api-key to the API key assigned by Getty Images."), ex);
		}
	}

}

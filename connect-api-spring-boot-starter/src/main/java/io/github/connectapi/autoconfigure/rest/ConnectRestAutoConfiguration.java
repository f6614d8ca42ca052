package io.github.connectapi.autoconfigure.rest;

import java.util.Objects;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.context.annotation.Bean;

import io.github.connectapi.autoconfigure.GettyConnectAutoConfiguration;
import io.github.connectapi.autoconfigure.properties.GettyConnectProperties;
import io.github.connectapi.client.ConnectClient;
import io.github.connectapi.rest.ConnectRestAccess;
import io.github.connectapi.session.ConnectSessionManager;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for {@link ConnectRestAccess}, if
 * the property {@code getty.connect.session.type} is {@code oauth2} and
 * {@code getty.connect.api-key} is set. No {@code RestClient} uses it unless it is
 * applied to its builder. Disabled by {@code getty.connect.enabled=false}.
 */
@AutoConfiguration(after = GettyConnectAutoConfiguration.class)
@ConditionalOnBooleanProperty(name = "getty.connect.enabled", matchIfMissing = true)
@ConditionalOnProperty(name = "getty.connect.session.type", havingValue = "oauth2")
public final class ConnectRestAutoConfiguration {

	ConnectRestAutoConfiguration() {
	}

	@Bean(destroyMethod = "close")
	@ConditionalOnMissingBean
	@ConditionalOnProperty(name = "getty.connect.api-key")
	@ConditionalOnBean(GettyConnectProperties.class)
	@ConditionalOnSingleCandidate(ConnectSessionManager.class)
	ConnectRestAccess gettyConnectRestAccess(GettyConnectProperties properties, ConnectClient client,
			ConnectSessionManager sessions) {
		return ConnectRestAccess.builder(client, sessions, Objects.requireNonNull(properties.getApiKey()))
			.baseUrl(properties.restBaseUrl())
			.build();
	}

}

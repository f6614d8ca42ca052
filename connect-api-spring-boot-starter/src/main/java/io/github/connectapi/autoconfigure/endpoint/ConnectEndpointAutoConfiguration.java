package io.github.connectapi.autoconfigure.endpoint;

import java.util.Map;

import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

import io.github.connectapi.autoconfigure.GettyConnectAutoConfiguration;
import io.github.connectapi.session.ConnectSessionManager;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the actuator endpoint
 * {@code gettyconnect}, if it is exposed. Access is controlled by
 * {@code management.endpoint.gettyconnect.access}.
 */
@AutoConfiguration(after = GettyConnectAutoConfiguration.class)
@ConditionalOnClass(ConditionalOnAvailableEndpoint.class)
@ConditionalOnAvailableEndpoint(ConnectEndpoint.class)
@ConditionalOnBean(ConnectSessionManager.class)
public final class ConnectEndpointAutoConfiguration {

	ConnectEndpointAutoConfiguration() {
	}

	@Bean
	@ConditionalOnMissingBean
	ConnectEndpoint gettyConnectEndpoint(Map<String, ConnectSessionManager> managers) {
		return new ConnectEndpoint(managers, System::nanoTime);
	}

}

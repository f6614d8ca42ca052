package io.github.connectapi.autoconfigure.endpoint;

import java.util.Map;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.AnyNestedCondition;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;

import io.github.connectapi.autoconfigure.GettyConnectAutoConfiguration;
import io.github.connectapi.autoconfigure.user.ConnectUsersAutoConfiguration;
import io.github.connectapi.session.ConnectSessionManager;
import io.github.connectapi.user.ConnectSessions;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the actuator endpoint
 * {@code gettyconnect}, if it is exposed. Access is controlled by
 * {@code management.endpoint.gettyconnect.access}.
 */
@AutoConfiguration(after = { GettyConnectAutoConfiguration.class, ConnectUsersAutoConfiguration.class })
@ConditionalOnClass(ConditionalOnAvailableEndpoint.class)
@ConditionalOnAvailableEndpoint(ConnectEndpoint.class)
@Conditional(ConnectEndpointAutoConfiguration.OnSessionsCondition.class)
public final class ConnectEndpointAutoConfiguration {

	ConnectEndpointAutoConfiguration() {
	}

	@Bean
	@ConditionalOnMissingBean
	ConnectEndpoint gettyConnectEndpoint(ObjectProvider<Map<String, ConnectSessionManager>> managers,
			ObjectProvider<Map<String, ConnectSessions>> users) {
		return new ConnectEndpoint(managers.getIfAvailable(Map::of), users.getIfAvailable(Map::of), System::nanoTime);
	}

	/** Condition that matches when there is a session of the application or of users. */
	static final class OnSessionsCondition extends AnyNestedCondition {

		OnSessionsCondition() {
			super(ConfigurationPhase.REGISTER_BEAN);
		}

		@ConditionalOnBean(ConnectSessionManager.class)
		static final class Manager {

		}

		@ConditionalOnBean(ConnectSessions.class)
		static final class Users {

		}

	}

}

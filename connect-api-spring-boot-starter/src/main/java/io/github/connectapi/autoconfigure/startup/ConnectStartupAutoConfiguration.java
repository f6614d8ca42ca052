package io.github.connectapi.autoconfigure.startup;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ProxyType;
import org.springframework.context.annotation.Proxyable;

import io.github.connectapi.autoconfigure.GettyConnectAutoConfiguration;
import io.github.connectapi.autoconfigure.properties.GettyConnectProperties;
import io.github.connectapi.session.ConnectSessionManager;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the acquisition of sessions when
 * the application starts, as set by {@code getty.connect.session.startup}, and for their
 * suspension while the application context is stopped or paused.
 */
@AutoConfiguration(after = GettyConnectAutoConfiguration.class)
@ConditionalOnBooleanProperty(name = "getty.connect.enabled", matchIfMissing = true)
@ConditionalOnBean(ConnectSessionManager.class)
@EnableConfigurationProperties(GettyConnectProperties.class)
public final class ConnectStartupAutoConfiguration {

	ConnectStartupAutoConfiguration() {
	}

	@Bean
	@Proxyable(ProxyType.INTERFACES)
	SmartLifecycle gettyConnectSessionStartup(GettyConnectProperties properties,
			ObjectProvider<ConnectSessionManager> managers) {
		return new SessionStartup(properties.startupMode(), properties.startupTimeout(), managers);
	}

	@Bean
	@Proxyable(ProxyType.INTERFACES)
	SmartLifecycle gettyConnectSessionSuspension(ConfigurableApplicationContext context) {
		return new SessionSuspension(context);
	}

}

package io.github.connectapi.autoconfigure.health;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.autoconfigure.contributor.CompositeHealthContributorConfiguration;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.context.annotation.Bean;

import io.github.connectapi.autoconfigure.GettyConnectAutoConfiguration;
import io.github.connectapi.session.ConnectSessionManager;

/**
 * Configures the health contributor {@code gettyConnect}: one indicator, or with several
 * managers a composite with one for each, under its bean name. Switched off by
 * {@code management.health.gettyconnect.enabled=false}.
 */
@AutoConfiguration(after = GettyConnectAutoConfiguration.class)
@ConditionalOnClass({ ConditionalOnEnabledHealthIndicator.class, HealthContributor.class })
@ConditionalOnBean(ConnectSessionManager.class)
@ConditionalOnEnabledHealthIndicator("gettyconnect")
public final class ConnectHealthAutoConfiguration
		extends CompositeHealthContributorConfiguration<ConnectHealthIndicator, ConnectSessionManager> {

	ConnectHealthAutoConfiguration() {
		super(ConnectHealthIndicator::new);
	}

	@Bean
	@ConditionalOnMissingBean(name = { "gettyConnectHealthIndicator", "gettyConnectHealthContributor" })
	HealthContributor gettyConnectHealthContributor(ConfigurableListableBeanFactory beanFactory) {
		return createContributor(beanFactory, ConnectSessionManager.class);
	}

}

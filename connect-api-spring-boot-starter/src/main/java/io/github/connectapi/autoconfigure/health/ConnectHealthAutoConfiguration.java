package io.github.connectapi.autoconfigure.health;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.autoconfigure.contributor.CompositeHealthContributorConfiguration;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ProxyType;
import org.springframework.context.annotation.Proxyable;

import io.github.connectapi.autoconfigure.GettyConnectAutoConfiguration;
import io.github.connectapi.autoconfigure.ReloadFailures;
import io.github.connectapi.autoconfigure.user.ConnectUsersAutoConfiguration;
import io.github.connectapi.session.ConnectSessionManager;
import io.github.connectapi.user.ConnectSessions;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the health contributor
 * {@code gettyConnect}. With several session managers, it is a composite that contains an
 * indicator for each manager under its bean name. The contributor
 * {@code gettyConnectUsers} is for the sessions of many users as a whole. Disabled by
 * {@code management.health.gettyconnect.enabled=false}.
 */
@AutoConfiguration(after = { GettyConnectAutoConfiguration.class, ConnectUsersAutoConfiguration.class })
@ConditionalOnClass({ ConditionalOnEnabledHealthIndicator.class, HealthContributor.class })
@ConditionalOnEnabledHealthIndicator("gettyconnect")
public final class ConnectHealthAutoConfiguration
		extends CompositeHealthContributorConfiguration<ConnectHealthIndicator, ConnectSessionManager> {

	ConnectHealthAutoConfiguration(ObjectProvider<ReloadFailures> reloadFailures) {
		super((manager) -> indicator(manager, reloadFailures.getIfAvailable()));
	}

	private static ConnectHealthIndicator indicator(ConnectSessionManager manager,
			@Nullable ReloadFailures reloadFailures) {
		return (reloadFailures != null) ? new ConnectHealthIndicator(manager, reloadFailures::current)
				: new ConnectHealthIndicator(manager);
	}

	@Bean
	@Proxyable(ProxyType.INTERFACES)
	@ConditionalOnBean(ConnectSessionManager.class)
	@ConditionalOnMissingBean(name = { "gettyConnectHealthIndicator", "gettyConnectHealthContributor" })
	HealthContributor gettyConnectHealthContributor(ConfigurableListableBeanFactory beanFactory) {
		return createContributor(beanFactory, ConnectSessionManager.class);
	}

	@Bean
	@Proxyable(ProxyType.INTERFACES)
	@ConditionalOnBean(ConnectSessions.class)
	@ConditionalOnMissingBean(name = { "gettyConnectUsersHealthIndicator", "gettyConnectUsersHealthContributor" })
	HealthContributor gettyConnectUsersHealthContributor(Map<String, ConnectSessions> sessions) {
		return (sessions.size() == 1) ? new ConnectUsersHealthIndicator(sessions.values().iterator().next())
				: CompositeHealthContributor.fromMap(sessions, ConnectUsersHealthIndicator::new);
	}

}

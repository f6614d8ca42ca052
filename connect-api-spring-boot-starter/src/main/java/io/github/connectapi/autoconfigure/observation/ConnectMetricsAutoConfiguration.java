package io.github.connectapi.autoconfigure.observation;

import java.util.Map;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.AnyNestedCondition;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.ProxyType;
import org.springframework.context.annotation.Proxyable;

import io.github.connectapi.autoconfigure.GettyConnectAutoConfiguration;
import io.github.connectapi.autoconfigure.ReloadFailures;
import io.github.connectapi.autoconfigure.user.ConnectUsersAutoConfiguration;
import io.github.connectapi.client.ConnectClient;
import io.github.connectapi.license.DownloadEventListener;
import io.github.connectapi.metrics.ConnectClientMetrics;
import io.github.connectapi.metrics.ConnectFailureMetrics;
import io.github.connectapi.metrics.ConnectSessionMetrics;
import io.github.connectapi.session.ConnectSessionListener;
import io.github.connectapi.session.ConnectSessionManager;
import io.github.connectapi.user.ConnectSessions;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the meters
 * {@code getty.connect.session.*} of each session manager and {@code getty.connect.users}
 * of the sessions of many users, with the bean name as the tag {@code manager}, and
 * {@code getty.connect.http.connections} of each client, with its bean name as the tag
 * {@code client}. Failures and bytes are counted for the configured manager and downloads
 * only. An application with its own ones registers {@link ConnectFailureMetrics} and
 * {@link io.github.connectapi.metrics.ConnectDownloadMetrics} with them.
 */
@AutoConfiguration(after = { GettyConnectAutoConfiguration.class, ConnectUsersAutoConfiguration.class },
		afterName = "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration")
@ConditionalOnClass({ MeterRegistry.class, MeterBinder.class })
@ConditionalOnBean(MeterRegistry.class)
@Conditional(ConnectMetricsAutoConfiguration.OnSessionsCondition.class)
public final class ConnectMetricsAutoConfiguration {

	static final String MANAGER_TAG = "manager";

	private static final String CLIENT_TAG = "client";

	ConnectMetricsAutoConfiguration() {
	}

	@Bean
	@Proxyable(ProxyType.INTERFACES)
	@ConditionalOnMissingBean(name = "gettyConnectMeterBinder")
	MeterBinder gettyConnectMeterBinder(ObjectProvider<Map<String, ConnectSessionManager>> managers,
			ObjectProvider<Map<String, ConnectSessions>> users, ListableBeanFactory beanFactory,
			ObjectProvider<ReloadFailures> reloadFailures) {
		Map<String, ConnectSessionManager> managersByName = managers.getIfAvailable(Map::of);
		Map<String, ConnectSessions> usersByName = users.getIfAvailable(Map::of);
		Map<String, ConnectClient> clients = beanFactory.getBeansOfType(ConnectClient.class);
		return (registry) -> {
			reloadFailures.ifAvailable((failures) -> bind(failures, registry));
			managersByName.forEach(
					(name, manager) -> new ConnectSessionMetrics(manager, Tags.of(MANAGER_TAG, name)).bindTo(registry));
			usersByName
				.forEach((name, sessions) -> new UsersMetrics(sessions, Tags.of(MANAGER_TAG, name), System::nanoTime)
					.bindTo(registry));
			clients.forEach(
					(name, client) -> new ConnectClientMetrics(client, Tags.of(CLIENT_TAG, name)).bindTo(registry));
		};
	}

	private static void bind(ReloadFailures failures, MeterRegistry registry) {
		for (String source : ReloadFailures.sources()) {
			Gauge
				.builder("getty.connect.reload.failed", failures,
						(current) -> current.current().containsKey(source) ? 1 : 0)
				.description("1 if what was changed at run time cannot be used, otherwise 0")
				.tag("source", source)
				.register(registry);
		}
	}

	@Bean
	@Proxyable(ProxyType.INTERFACES)
	@ConditionalOnMissingBean(name = "gettyConnectFailureMetricsListener")
	ConnectSessionListener gettyConnectFailureMetricsListener(ObjectProvider<MeterRegistry> registry) {
		return new FailureMetricsListener(registry);
	}

	@Bean
	@Proxyable(ProxyType.INTERFACES)
	@ConditionalOnMissingBean(name = "gettyConnectDownloadMetricsListener")
	DownloadEventListener gettyConnectDownloadMetricsListener(ObjectProvider<MeterRegistry> registry) {
		return new DownloadMetricsListener(registry);
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

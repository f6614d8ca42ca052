package io.github.connectapi.autoconfigure.observation;

import java.util.Map;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

import io.github.connectapi.autoconfigure.GettyConnectAutoConfiguration;
import io.github.connectapi.metrics.ConnectFailureMetrics;
import io.github.connectapi.metrics.ConnectSessionMetrics;
import io.github.connectapi.session.ConnectSessionManager;

/**
 * Configures meters {@code getty.connect.session.*} of each manager, with its bean name
 * as the tag {@code manager}. Failures are counted of the configured manager; an
 * application with managers of its own adds {@link ConnectFailureMetrics} to them.
 */
@AutoConfiguration(after = GettyConnectAutoConfiguration.class,
		afterName = "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration")
@ConditionalOnClass({ MeterRegistry.class, MeterBinder.class })
@ConditionalOnBean({ ConnectSessionManager.class, MeterRegistry.class })
public final class ConnectMetricsAutoConfiguration {

	static final String TAG = "manager";

	ConnectMetricsAutoConfiguration() {
	}

	@Bean
	@ConditionalOnMissingBean(name = "gettyConnectMeterBinder")
	MeterBinder gettyConnectMeterBinder(Map<String, ConnectSessionManager> managers) {
		return (registry) -> managers
			.forEach((name, manager) -> new ConnectSessionMetrics(manager, Tags.of(TAG, name)).bindTo(registry));
	}

	@Bean
	@ConditionalOnMissingBean
	FailureCounter gettyConnectFailureCounter(ObjectProvider<MeterRegistry> registry) {
		return new FailureCounter(registry);
	}

}

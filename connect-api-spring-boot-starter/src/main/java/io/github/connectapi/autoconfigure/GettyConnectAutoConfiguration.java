package io.github.connectapi.autoconfigure;

import io.micrometer.observation.ObservationRegistry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Lazy;

import io.github.connectapi.ConnectCredentialsProvider;
import io.github.connectapi.call.ConnectApi;
import io.github.connectapi.call.ConnectApiBuilder;
import io.github.connectapi.client.ConnectClient;
import io.github.connectapi.client.ConnectClientBuilder;
import io.github.connectapi.client.ConnectClientCustomizer;
import io.github.connectapi.observation.ConnectObservationConvention;
import io.github.connectapi.observation.ConnectObservations;
import io.github.connectapi.session.ConnectSessionListener;
import io.github.connectapi.session.ConnectSessionManager;
import io.github.connectapi.session.ConnectSessionManagerBuilder;

/**
 * Configures a {@link ConnectSessionManager}, and a {@link ConnectApi} on top of it, with
 * the properties {@code getty.connect.*}, unless {@code getty.connect.enabled} is false.
 * Each bean backs off when the application has its own. What happens to the session is
 * published as application events of the type
 * {@link io.github.connectapi.session.ConnectSessionEvent}, after it was told to beans of
 * the type {@link ConnectSessionListener}, which must not need the manager to be made.
 * Nothing is sent before a session is asked for, unless
 * {@code getty.connect.session.startup} says so.
 */
@AutoConfiguration(after = SslAutoConfiguration.class)
@ConditionalOnBooleanProperty(name = "getty.connect.enabled", matchIfMissing = true)
@EnableConfigurationProperties(GettyConnectProperties.class)
public final class GettyConnectAutoConfiguration {

	/**
	 * The bean name of the configured manager.
	 */
	public static final String MANAGER = "gettyConnectSessionManager";

	GettyConnectAutoConfiguration() {
	}

	// Before the client, so that its settings report all problems of a start together.
	@Bean(name = MANAGER, destroyMethod = "close")
	@ConditionalOnMissingBean
	ConnectSessionManager gettyConnectSessionManager(ManagerSettings settings, ConnectClient client,
			ConnectCredentialsProvider credentials, ConnectObservations observations,
			ObjectProvider<ConnectSessionListener> listeners, ConfigurableApplicationContext context) {
		ConnectSessionManagerBuilder builder = ConnectSessionManager.builder(client, credentials)
			.settings(settings.session())
			.retry(settings.retry())
			.observations(observations);
		listeners.orderedStream().forEach(builder::listener);
		return builder.listener(new SessionEventPublisher(context)).build();
	}

	@Bean
	@ConditionalOnMissingBean
	ConnectObservations gettyConnectObservations(ObjectProvider<ObservationRegistry> registry,
			ObjectProvider<ConnectObservationConvention> convention) {
		ObservationRegistry known = registry.getIfUnique(() -> ObservationRegistry.NOOP);
		ConnectObservationConvention own = convention.getIfUnique();
		return (own != null) ? ConnectObservations.of(known, own) : ConnectObservations.of(known);
	}

	// Lazy: an application with a manager of its own need not satisfy it.
	@Bean
	@Lazy
	ManagerSettings gettyConnectManagerSettings(GettyConnectProperties properties, ConnectConnectionDetails details,
			ConnectCredentialsProvider credentials) {
		return ManagerSettings.of(properties, details, credentials instanceof DetailsCredentialsProvider);
	}

	@Bean(destroyMethod = "close")
	@ConditionalOnMissingBean
	ConnectClient gettyConnectClient(GettyConnectProperties properties, ConnectConnectionDetails details,
			ConnectObservations observations, ObjectProvider<ConnectClientCustomizer> customizers) {
		PropertyProblems problems = new PropertyProblems();
		properties.getHttp().check(problems);
		problems.throwIfAny();
		BundleTls tls = new BundleTls(details);
		tls.load();
		ConnectClientBuilder builder = ConnectClient.builder(ClientBeans.baseUrl(details))
			.connectTimeout(properties.getHttp().getConnectTimeout())
			.responseTimeout(properties.getHttp().getResponseTimeout())
			.maxResponseSize((int) properties.getHttp().getMaxResponseSize().toBytes())
			.tls(tls)
			.observations(observations);
		customizers.orderedStream().map(ClientBeans::explained).forEach(builder::customizer);
		return ClientBeans.build(builder);
	}

	// An application with two managers or clients says itself which one it calls with.
	@Bean
	@ConditionalOnMissingBean
	@Conditional(OnSingleClientAndManager.class)
	ConnectApi gettyConnectApi(GettyConnectProperties properties, ConnectClient client, ConnectSessionManager sessions,
			ConnectObservations observations, ObjectProvider<ConnectCredentialsProvider> credentials) {
		PropertyProblems problems = new PropertyProblems();
		properties.getRetry().check(problems);
		properties.getCall().check(problems);
		problems.throwIfAny();
		ConnectApiBuilder builder = ConnectApi.builder(client, sessions)
			.timeout(properties.getCall().getTimeout())
			.retry(properties.getRetry().toSettings())
			.observations(observations);
		boolean applicationSessionsOnly = properties.getSession().getType() == SessionType.APPLICATION
				&& credentials.getIfUnique() instanceof DetailsCredentialsProvider provider
				&& provider.isOfProperties();
		return applicationSessionsOnly ? builder.applicationSessionsOnly().build() : builder.build();
	}

	@Bean
	@ConditionalOnMissingBean
	ConnectCredentialsProvider gettyConnectCredentialsProvider(ConnectConnectionDetails details) {
		return new DetailsCredentialsProvider(details);
	}

	@Bean
	@ConditionalOnMissingBean
	ConnectConnectionDetails gettyConnectConnectionDetails(GettyConnectProperties properties,
			ObjectProvider<SslBundles> bundles) {
		return new PropertiesConnectConnectionDetails(properties, bundles.getIfAvailable());
	}

	@Bean
	SessionStartup gettyConnectSessionStartup(GettyConnectProperties properties,
			ObjectProvider<ConnectSessionManager> managers) {
		return new SessionStartup(properties.getSession().getStartup(), properties.getSession().getStartupTimeout(),
				managers);
	}

}

package io.github.connectapi.autoconfigure;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;

import io.github.connectapi.ConnectCredentialsProvider;
import io.github.connectapi.call.ConnectApi;
import io.github.connectapi.call.ConnectApiBuilder;
import io.github.connectapi.client.ConnectClient;
import io.github.connectapi.client.ConnectClientBuilder;
import io.github.connectapi.client.ConnectClientCustomizer;
import io.github.connectapi.session.ConnectSessionManager;

/**
 * Configures a {@link ConnectSessionManager}, and a {@link ConnectApi} on top of it, with
 * the properties {@code getty.connect.*}, unless {@code getty.connect.enabled} is false.
 * Each bean backs off when the application has its own. Nothing is sent before a session
 * is asked for, unless {@code getty.connect.session.startup} says so.
 */
@AutoConfiguration(after = SslAutoConfiguration.class)
@ConditionalOnBooleanProperty(name = "getty.connect.enabled", matchIfMissing = true)
@EnableConfigurationProperties(GettyConnectProperties.class)
public final class GettyConnectAutoConfiguration {

	GettyConnectAutoConfiguration() {
	}

	// Before the client, so that its settings report all problems of a start together.
	@Bean(destroyMethod = "close")
	@ConditionalOnMissingBean
	ConnectSessionManager gettyConnectSessionManager(ManagerSettings settings, ConnectClient client,
			ConnectCredentialsProvider credentials) {
		return ConnectSessionManager.builder(client, credentials)
			.settings(settings.session())
			.retry(settings.retry())
			.build();
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
			ObjectProvider<ConnectClientCustomizer> customizers) {
		PropertyProblems problems = new PropertyProblems();
		properties.getHttp().check(problems);
		problems.throwIfAny();
		BundleTls tls = new BundleTls(details);
		tls.load();
		ConnectClientBuilder builder = ConnectClient.builder(ClientBeans.baseUrl(details))
			.connectTimeout(properties.getHttp().getConnectTimeout())
			.responseTimeout(properties.getHttp().getResponseTimeout())
			.responseLimit((int) properties.getHttp().getMaxResponseSize().toBytes())
			.tls(tls);
		customizers.orderedStream().map(ClientBeans::explained).forEach(builder::customizer);
		return ClientBeans.build(builder);
	}

	// An application with two managers says itself which one it calls with.
	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnSingleCandidate(ConnectSessionManager.class)
	ConnectApi gettyConnectApi(GettyConnectProperties properties, ConnectClient client,
			ConnectSessionManager sessions) {
		PropertyProblems problems = new PropertyProblems();
		properties.getRetry().check(problems);
		properties.getCall().check(problems);
		problems.throwIfAny();
		ConnectApiBuilder builder = ConnectApi.builder(client, sessions)
			.timeout(properties.getCall().getTimeout())
			.retry(properties.getRetry().toSettings());
		return (properties.getSession().getType() == SessionType.APPLICATION) ? builder.withoutUser().build()
				: builder.build();
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

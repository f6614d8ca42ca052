package io.github.connectapi.autoconfigure;

import io.micrometer.observation.ObservationRegistry;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.autoconfigure.ssl.SslProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.ProxyType;
import org.springframework.context.annotation.Proxyable;

import io.github.connectapi.ConnectCredentialsProvider;
import io.github.connectapi.autoconfigure.properties.ConfiguredConnection;
import io.github.connectapi.autoconfigure.properties.ConfiguredCredentials;
import io.github.connectapi.autoconfigure.properties.GettyConnectProperties;
import io.github.connectapi.autoconfigure.properties.UserSettings;
import io.github.connectapi.call.AsyncConnectApi;
import io.github.connectapi.call.AsyncConnectApiBuilder;
import io.github.connectapi.call.ConnectApi;
import io.github.connectapi.call.ConnectApiBuilder;
import io.github.connectapi.client.ConnectClient;
import io.github.connectapi.client.ConnectClientCustomizer;
import io.github.connectapi.license.DownloadEventListener;
import io.github.connectapi.license.FileDownloads;
import io.github.connectapi.license.FileDownloadsBuilder;
import io.github.connectapi.observation.ConnectObservationConvention;
import io.github.connectapi.purchase.ImageLicensing;
import io.github.connectapi.purchase.ImageLicensingBuilder;
import io.github.connectapi.purchase.PurchaseGuard;
import io.github.connectapi.purchase.PurchaseListener;
import io.github.connectapi.session.ConnectSessionListener;
import io.github.connectapi.session.ConnectSessionManager;
import io.github.connectapi.session.ConnectSessionManagerBuilder;
import io.github.connectapi.user.ConnectSessions;
import io.github.connectapi.user.ConnectUserCredentials;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for a {@link ConnectSessionManager},
 * a {@link ConnectApi} and an {@link AsyncConnectApi} that use it, {@link FileDownloads}
 * and {@link ImageLicensing}, with the properties {@code getty.connect.*}. Disabled by
 * {@code getty.connect.enabled=false}. Each bean backs off when the application defines
 * its own. An application that acts for many users needs no session of its own: see
 * {@link io.github.connectapi.autoconfigure.user.ConnectUsersAutoConfiguration}.
 * <p>
 * Nothing is sent until a session is requested, unless
 * {@code getty.connect.session.startup} is set. A
 * {@link io.github.connectapi.session.ConnectSessionEvent} is passed to the beans of type
 * {@link ConnectSessionListener}, which must not depend on the manager, and then
 * published as an application event. Events of the time before the context is ready are
 * delivered once it is.
 */
@AutoConfiguration(after = SslAutoConfiguration.class)
@ConditionalOnBooleanProperty(name = "getty.connect.enabled", matchIfMissing = true)
@EnableConfigurationProperties(GettyConnectProperties.class)
public final class GettyConnectAutoConfiguration {

	/**
	 * The bean name of the configured session manager.
	 */
	public static final String SESSION_MANAGER_BEAN_NAME = "gettyConnectSessionManager";

	/** The bean name of the sessions of users, see ConnectUsersAutoConfiguration. */
	private static final String USER_SESSIONS_BEAN_NAME = "gettyConnectSessions";

	GettyConnectAutoConfiguration() {
	}

	// These two beans must be registered before the beans that their conditions look
	// for.

	@Bean
	@ConditionalOnMissingBean(ConnectConnectionDetails.class)
	ConfiguredConnection gettyConnectConfiguredConnection(GettyConnectProperties properties,
			ObjectProvider<SslBundles> bundles) {
		return new ConfiguredConnection(properties, bundles.getIfAvailable());
	}

	@Bean
	@ConditionalOnMissingBean({ ConnectConnectionDetails.class, ConnectCredentialsProvider.class })
	ConfiguredCredentials gettyConnectConfiguredCredentials(GettyConnectProperties properties) {
		return properties.credentials();
	}

	@Bean(name = SessionEventDelivery.BEAN_NAME)
	SessionEventDelivery gettyConnectSessionEventDelivery(ConfigurableApplicationContext context) {
		return new SessionEventDelivery(context);
	}

	@Bean
	@Proxyable(ProxyType.INTERFACES)
	@ConditionalOnMissingBean
	ConnectConnectionDetails gettyConnectConnectionDetails(ConfiguredConnection connection,
			GettyConnectProperties properties) {
		return new PropertiesConnectConnectionDetails(connection, properties.credentials());
	}

	@Bean
	@Proxyable(ProxyType.INTERFACES)
	@ConditionalOnMissingBean
	ConnectCredentialsProvider gettyConnectCredentialsProvider(ConnectConnectionDetails details) {
		return new ConnectionDetailsCredentialsProvider(details);
	}

	// Lazy, because an application with its own manager needs no credentials.
	@Bean
	@Lazy
	SessionManagerSettings gettyConnectSessionManagerSettings(GettyConnectProperties properties,
			ObjectProvider<ConfiguredConnection> connection, ObjectProvider<ConfiguredCredentials> credentials,
			ConfigurableListableBeanFactory beans) {
		return SessionManagerSettings.of(properties, connection.getIfAvailable(), credentials.getIfAvailable(), beans);
	}

	// The settings come before the client, so that they report all problems together.
	@Bean(name = SESSION_MANAGER_BEAN_NAME, destroyMethod = "close")
	@Proxyable(ProxyType.INTERFACES)
	@ConditionalOnMissingBean
	@Conditional(OnOwnSessionCondition.class)
	ConnectSessionManager gettyConnectSessionManager(SessionManagerSettings settings, ConnectClient client,
			ConnectCredentialsProvider credentials, ObjectProvider<ObservationRegistry> observationRegistry,
			ObjectProvider<ConnectObservationConvention> observationConvention,
			ObjectProvider<ConnectSessionListener> listeners, SessionEventDelivery delivery,
			ConfigurableApplicationContext context) {
		ConnectSessionManagerBuilder builder = ConnectSessionManager.builder(client, credentials)
			.settings(settings.session())
			.retry(settings.retry())
			.classLoader(context.getClassLoader())
			.observationRegistry(observationRegistry.getIfUnique(() -> ObservationRegistry.NOOP))
			.observationConvention(observationConvention.getIfUnique());
		SharedSessionConfigurer shared = settings.shared();
		if (shared != null) {
			shared.applyTo(builder);
		}
		listeners.orderedStream().map(delivery::to).forEach(builder::listener);
		// The delivery is destroyed first, so that closing does not wait for it.
		context.getBeanFactory().registerDependentBean(SESSION_MANAGER_BEAN_NAME, SessionEventDelivery.BEAN_NAME);
		return builder.listener(delivery.to(new ApplicationEventSessionListener(context))).build();
	}

	@Bean
	@ConditionalOnBean(ConnectUserCredentials.class)
	@ConditionalOnMissingBean(ConnectSessions.class)
	UserSettings gettyConnectUserSettings(GettyConnectProperties properties,
			ObjectProvider<ConfiguredConnection> connection, ConfigurableListableBeanFactory beans) {
		return UserSettings.of(properties, connection.getIfAvailable(),
				(problems) -> SharedSessionConfigurer.ofUsers(properties, beans, USER_SESSIONS_BEAN_NAME, problems));
	}

	@Bean
	ReloadFailures gettyConnectReloadFailures(GettyConnectProperties properties) {
		return new ReloadFailures(properties);
	}

	@Bean(destroyMethod = "close")
	@ConditionalOnMissingBean
	ConnectClient gettyConnectClient(GettyConnectProperties properties, ConnectConnectionDetails details,
			ObjectProvider<ConfiguredConnection> connection, ReloadFailures reloadFailures,
			ObjectProvider<ObservationRegistry> observationRegistry,
			ObjectProvider<ConnectObservationConvention> observationConvention,
			ObjectProvider<ConnectClientCustomizer> customizers, ObjectProvider<JsonMapper> jsonMapper,
			ObjectProvider<SslProperties> sslProperties, ConfigurableApplicationContext context) {
		ConfiguredConnection configured = connection.getIfAvailable();
		SslBundleFiles bundleFiles = new SslBundleFiles(sslProperties.getIfUnique(),
				(configured != null) ? configured.getBundleName() : "");
		return new ConnectClientFactory(properties, details, configured, reloadFailures, bundleFiles).create(
				context.getClassLoader(), observationRegistry.getIfUnique(() -> ObservationRegistry.NOOP),
				observationConvention.getIfUnique(), jsonMapper.getIfUnique(), customizers.orderedStream());
	}

	@Bean(destroyMethod = "close")
	@Proxyable(ProxyType.INTERFACES)
	@ConditionalOnMissingBean
	@ConditionalOnSingleCandidate(ConnectClient.class)
	FileDownloads gettyConnectFileDownloads(GettyConnectProperties properties, ConnectClient client,
			ObjectProvider<DownloadEventListener> listeners, ObjectProvider<ObservationRegistry> observationRegistry,
			ObjectProvider<ConnectObservationConvention> observationConvention,
			ConfigurableApplicationContext context) {
		FileDownloadsBuilder builder = FileDownloads.builder(client)
			.observationRegistry(observationRegistry.getIfUnique(() -> ObservationRegistry.NOOP))
			.observationConvention(observationConvention.getIfUnique());
		properties.applyTo(builder);
		listeners.orderedStream().forEach(builder::listener);
		return builder.listener(new ApplicationEventDownloadListener(context)).build();
	}

	@Bean
	@Proxyable(ProxyType.INTERFACES)
	@ConditionalOnMissingBean
	@Conditional(OnSingleClientAndManagerCondition.class)
	ConnectApi gettyConnectApi(GettyConnectProperties properties, ConnectClient client, ConnectSessionManager sessions,
			ObjectProvider<ObservationRegistry> observationRegistry,
			ObjectProvider<ConnectObservationConvention> observationConvention,
			ObjectProvider<ConfiguredCredentials> credentials) {
		ConnectApiBuilder builder = ConnectApi.builder(client, sessions)
			.observationRegistry(observationRegistry.getIfUnique(() -> ObservationRegistry.NOOP))
			.observationConvention(observationConvention.getIfUnique());
		properties.applyTo(builder);
		if (credentials.getIfAvailable() != null && properties.usesApplicationSession()) {
			builder.applicationSessionsOnly();
		}
		return builder.build();
	}

	// Its threads are started by calls, and end a second after them.
	@Bean(destroyMethod = "close")
	@Proxyable(ProxyType.INTERFACES)
	@ConditionalOnMissingBean
	@ConditionalOnSingleCandidate(ConnectApi.class)
	AsyncConnectApi gettyConnectAsyncApi(GettyConnectProperties properties, ConnectApi connect,
			ConfigurableApplicationContext context) {
		AsyncConnectApiBuilder builder = AsyncConnectApi.builder(connect).classLoader(context.getClassLoader());
		properties.applyTo(builder);
		return builder.build();
	}

	@Bean
	@ConditionalOnMissingBean
	@Conditional(OnSingleApiAndDownloadsCondition.class)
	ImageLicensing gettyConnectImageLicensing(GettyConnectProperties properties, ConnectApi connect,
			FileDownloads downloads, ObjectProvider<PurchaseGuard> guards, ObjectProvider<PurchaseListener> listeners,
			ObjectProvider<ObservationRegistry> observationRegistry,
			ObjectProvider<ConnectObservationConvention> observationConvention,
			ConfigurableApplicationContext context) {
		ImageLicensingBuilder builder = ImageLicensing.builder(connect, downloads)
			.guard((purchase) -> guards.orderedStream().forEach((guard) -> guard.beforePurchase(purchase)))
			.observationRegistry(observationRegistry.getIfUnique(() -> ObservationRegistry.NOOP))
			.observationConvention(observationConvention.getIfUnique());
		properties.applyTo(builder);
		listeners.orderedStream().forEach(builder::listener);
		return builder.listener(new ApplicationEventPurchaseListener(context)).build();
	}

}

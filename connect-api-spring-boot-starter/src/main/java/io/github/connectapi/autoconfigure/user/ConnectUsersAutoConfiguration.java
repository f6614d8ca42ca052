package io.github.connectapi.autoconfigure.user;

import java.time.Instant;

import io.micrometer.observation.ObservationRegistry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Proxyable;
import org.springframework.context.annotation.ProxyType;

import io.github.connectapi.autoconfigure.GettyConnectAutoConfiguration;
import io.github.connectapi.autoconfigure.SessionEventDelivery;
import io.github.connectapi.autoconfigure.properties.GettyConnectProperties;
import io.github.connectapi.autoconfigure.properties.UserSettings;
import io.github.connectapi.call.ConnectApi;
import io.github.connectapi.call.ConnectApiBuilder;
import io.github.connectapi.client.ConnectClient;
import io.github.connectapi.observation.ConnectObservationConvention;
import io.github.connectapi.session.ConnectSessionManager;
import io.github.connectapi.user.ConnectSessions;
import io.github.connectapi.user.ConnectSessionsBuilder;
import io.github.connectapi.user.ConnectUserCredentials;
import io.github.connectapi.user.ConnectUserSessionListener;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for {@link ConnectSessions}, if
 * there is a bean of type {@link ConnectUserCredentials}. It uses the client of the
 * application, the settings {@code getty.connect.session.*} and
 * {@code getty.connect.retry.*} for each session, the limits
 * {@code getty.connect.users.*}, and the beans of type
 * {@link ConnectUserSessionListener}, which get the events of the time before the context
 * is ready once it is. With {@code getty.connect.session.shared.*}, the sessions are
 * shared with other instances. Disabled by {@code getty.connect.enabled=false}.
 *
 * <p>
 * The application has a session of its own besides if its credentials are configured.
 * Otherwise there is no {@link ConnectSessionManager}, and calls of the
 * {@link ConnectApi} fail unless they use the session of a user.
 */
@AutoConfiguration(after = GettyConnectAutoConfiguration.class)
@ConditionalOnBooleanProperty(name = "getty.connect.enabled", matchIfMissing = true)
@EnableConfigurationProperties(GettyConnectProperties.class)
public final class ConnectUsersAutoConfiguration {

	/**
	 * The bean name of the configured sessions.
	 */
	public static final String SESSIONS_BEAN_NAME = "gettyConnectSessions";

	ConnectUsersAutoConfiguration() {
	}

	@Bean(name = SESSIONS_BEAN_NAME, destroyMethod = "close")
	@Proxyable(ProxyType.INTERFACES)
	@ConditionalOnBean(ConnectUserCredentials.class)
	@ConditionalOnMissingBean
	ConnectSessions gettyConnectSessions(UserSettings settings, ConnectClient client,
			ConnectUserCredentials credentials, ObjectProvider<ObservationRegistry> observationRegistry,
			ObjectProvider<ConnectObservationConvention> observationConvention,
			ObjectProvider<ConnectUserSessionListener> listeners, SessionEventDelivery delivery,
			ConfigurableApplicationContext context) {
		ConnectSessionsBuilder builder = ConnectSessions.builder(client, credentials)
			.settings(settings.limits())
			.sessionSettings(settings.session())
			.retry(settings.retry())
			.classLoader(context.getClassLoader())
			.observationRegistry(observationRegistry.getIfUnique(() -> ObservationRegistry.NOOP))
			.observationConvention(observationConvention.getIfUnique());
		if (settings.sharing() != null) {
			settings.sharing().accept(builder);
		}
		listeners.orderedStream().map(delivery::to).forEach(builder::listener);
		// The delivery is destroyed first, so that closing does not wait for it.
		context.getBeanFactory().registerDependentBean(SESSIONS_BEAN_NAME, SessionEventDelivery.BEAN_NAME);
		return builder.build();
	}

	@Bean
	@Proxyable(ProxyType.INTERFACES)
	@ConditionalOnBean(ConnectSessions.class)
	@ConditionalOnSingleCandidate(ConnectClient.class)
	@ConditionalOnMissingBean({ ConnectApi.class, ConnectSessionManager.class })
	ConnectApi gettyConnectUserApi(GettyConnectProperties properties, ConnectClient client,
			ObjectProvider<ObservationRegistry> observationRegistry,
			ObjectProvider<ConnectObservationConvention> observationConvention) {
		ConnectApiBuilder builder = ConnectApi.builder(client, new NoOwnSession(Instant.now()))
			.observationRegistry(observationRegistry.getIfUnique(() -> ObservationRegistry.NOOP))
			.observationConvention(observationConvention.getIfUnique());
		properties.applyTo(builder);
		return builder.build();
	}

}

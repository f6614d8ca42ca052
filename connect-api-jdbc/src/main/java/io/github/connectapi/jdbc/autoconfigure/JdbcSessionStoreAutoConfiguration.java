package io.github.connectapi.jdbc.autoconfigure;

import java.time.Duration;

import javax.sql.DataSource;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.jdbc.init.DataSourceScriptDatabaseInitializer;
import org.springframework.boot.sql.init.dependency.DatabaseInitializationDependencyConfigurer;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.ProxyType;
import org.springframework.context.annotation.Proxyable;
import org.springframework.core.env.Environment;

import io.github.connectapi.autoconfigure.StoreConnection;
import io.github.connectapi.jdbc.JdbcSessionStore;
import io.github.connectapi.store.SessionStore;
import io.github.connectapi.store.SharedSessionSettings;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for a {@link JdbcSessionStore} with
 * the only {@link DataSource}, or the primary one. Active if
 * {@code getty.connect.session.shared.enabled} is true. Backs off when the application
 * defines a {@link SessionStore}. The table is created only if
 * {@code getty.connect.session.shared.jdbc.initialize-schema} is set.
 */
@AutoConfiguration(
		afterName = { "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
				"io.github.connectapi.redis.autoconfigure.RedisSessionStoreAutoConfiguration" },
		beforeName = "io.github.connectapi.autoconfigure.GettyConnectAutoConfiguration")
@ConditionalOnClass(StoreConnection.class)
@ConditionalOnBooleanProperty(name = "getty.connect.enabled", matchIfMissing = true)
@ConditionalOnBooleanProperty("getty.connect.session.shared.enabled")
@ConditionalOnProperty(name = "getty.connect.session.shared.store", havingValue = "jdbc", matchIfMissing = true)
@ConditionalOnMissingBean(SessionStore.class)
public final class JdbcSessionStoreAutoConfiguration {

	private static final String STORE_BEAN_NAME = "gettyConnectJdbcSessionStore";

	private static final String STARTER = "spring-boot-starter-jdbc";

	JdbcSessionStoreAutoConfiguration() {
	}

	// Lazy, because the manager reports its problems together with others.
	@Bean(name = STORE_BEAN_NAME)
	@Lazy
	@Proxyable(ProxyType.INTERFACES)
	@DependsOnDatabaseInitialization
	SessionStore gettyConnectJdbcSessionStore(ConfigurableListableBeanFactory beans, Environment environment) {
		DataSource dataSource = StoreConnection.require(beans, DataSource.class, STORE_BEAN_NAME, STARTER);
		Duration timeout = Binder.get(environment)
			.bind("getty.connect.session.shared.timeout", Duration.class)
			.orElseGet(() -> SharedSessionSettings.defaults().timeout());
		return new JdbcSessionStore(dataSource, timeout);
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(DataSourceScriptDatabaseInitializer.class)
	@EnableConfigurationProperties(JdbcSessionStoreProperties.class)
	@Import(DatabaseInitializationDependencyConfigurer.class)
	static final class SchemaConfiguration {

		private static final String INITIALIZER_BEAN_NAME = "gettyConnectSessionTableInitializer";

		@Bean(name = INITIALIZER_BEAN_NAME)
		@Lazy
		SessionTableInitializer gettyConnectSessionTableInitializer(ConfigurableListableBeanFactory beans,
				JdbcSessionStoreProperties properties) {
			DataSource dataSource = StoreConnection.require(beans, DataSource.class, INITIALIZER_BEAN_NAME, STARTER);
			return new SessionTableInitializer(dataSource, properties.getInitializeSchema());
		}

	}

}

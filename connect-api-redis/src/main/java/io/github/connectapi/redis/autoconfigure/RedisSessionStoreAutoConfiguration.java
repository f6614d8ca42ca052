package io.github.connectapi.redis.autoconfigure;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.ProxyType;
import org.springframework.context.annotation.Proxyable;
import org.springframework.data.redis.connection.RedisConnectionFactory;

import io.github.connectapi.autoconfigure.StoreConnection;
import io.github.connectapi.redis.RedisSessionStore;
import io.github.connectapi.store.SessionStore;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for a {@link RedisSessionStore} with
 * the only {@link RedisConnectionFactory}, or the primary one. Active if
 * {@code getty.connect.session.shared.enabled} is true. Backs off when the application
 * defines a {@link SessionStore}.
 */
@AutoConfiguration(afterName = "org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration",
		beforeName = "io.github.connectapi.autoconfigure.GettyConnectAutoConfiguration")
@ConditionalOnClass(StoreConnection.class)
@ConditionalOnBooleanProperty(name = "getty.connect.enabled", matchIfMissing = true)
@ConditionalOnBooleanProperty("getty.connect.session.shared.enabled")
@ConditionalOnProperty(name = "getty.connect.session.shared.store", havingValue = "redis", matchIfMissing = true)
public final class RedisSessionStoreAutoConfiguration {

	private static final String STORE_BEAN_NAME = "gettyConnectRedisSessionStore";

	RedisSessionStoreAutoConfiguration() {
	}

	// Lazy, because the manager reports its problems together with others.
	@Bean(name = STORE_BEAN_NAME)
	@Lazy
	@Proxyable(ProxyType.INTERFACES)
	@ConditionalOnMissingBean
	SessionStore gettyConnectRedisSessionStore(ConfigurableListableBeanFactory beans) {
		return new RedisSessionStore(StoreConnection.require(beans, RedisConnectionFactory.class, STORE_BEAN_NAME,
				"spring-boot-starter-data-redis"));
	}

}

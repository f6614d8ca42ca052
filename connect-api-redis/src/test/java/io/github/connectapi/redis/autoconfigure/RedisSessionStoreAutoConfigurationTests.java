package io.github.connectapi.redis.autoconfigure;

import java.time.InstantSource;

import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.data.redis.connection.RedisConnectionFactory;

import io.github.connectapi.autoconfigure.GettyConnectAutoConfiguration;
import io.github.connectapi.redis.RedisSessionStore;
import io.github.connectapi.store.InMemorySessionStore;
import io.github.connectapi.store.SessionStore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

/**
 * Tests for the conditions of {@link RedisSessionStoreAutoConfiguration}.
 */
class RedisSessionStoreAutoConfigurationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(
				AutoConfigurations.of(GettyConnectAutoConfiguration.class, RedisSessionStoreAutoConfiguration.class))
		.withPropertyValues("getty.connect.base-url=http://127.0.0.1:1", "getty.connect.system-id=a",
				"getty.connect.system-password=b", "getty.connect.user-name=c", "getty.connect.user-password=d");

	private final ApplicationContextRunner sharing = this.runner
		.withPropertyValues("getty.connect.session.shared.enabled=true");

	private final ApplicationContextRunner connected = this.sharing.withBean("one", RedisConnectionFactory.class,
			() -> mock(RedisConnectionFactory.class));

	@Test
	void whenSharingIsOffThenThereIsNoStore() {
		this.runner.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(SessionStore.class));
	}

	@Test
	void whenTheStarterIsDisabledThenThereIsNoStore() {
		this.connected.withPropertyValues("getty.connect.enabled=false")
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(SessionStore.class));
	}

	@Test
	void whenThereIsAConnectionFactoryThenTheManagerSharesItsSession() {
		this.connected.withPropertyValues("getty.connect.session.shared.store=REDIS").run((context) -> {
			assertThat(context).hasSingleBean(RedisSessionStore.class);
			assertThat(context.getBeanFactory().getDependentBeans("gettyConnectRedisSessionStore"))
				.contains(GettyConnectAutoConfiguration.SESSION_MANAGER_BEAN_NAME);
			assertThat(context.getBeanFactory().getDependentBeans("one")).contains("gettyConnectRedisSessionStore");
		});
	}

	@Test
	void whenThereIsNoConnectionFactoryThenTheActionNamesTheStarter() {
		this.sharing.withPropertyValues("getty.connect.session.shared.secret=short")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("secret has less than 32 characters")
				.hasMessageContaining("there is no bean of type RedisConnectionFactory"));
	}

	@Test
	void whenThereAreTwoConnectionFactoriesThenTheProblemNamesThem() {
		this.connected.withBean("two", RedisConnectionFactory.class, () -> mock(RedisConnectionFactory.class))
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("several beans of type RedisConnectionFactory (one, two)"));
	}

	@Test
	void whenOneOfTwoConnectionFactoriesIsPrimaryThenItIsUsed() {
		this.connected
			.withBean("two", RedisConnectionFactory.class, () -> mock(RedisConnectionFactory.class),
					(definition) -> definition.setPrimary(true))
			.run((context) -> assertThat(context.getBeanFactory().getDependentBeans("two"))
				.contains("gettyConnectRedisSessionStore"));
	}

	@Test
	void whenTheApplicationHasAStoreThenItIsUsed() {
		this.sharing.withBean("own", SessionStore.class, () -> new InMemorySessionStore(InstantSource.system()))
			.run((context) -> assertThat(context).hasNotFailed()
				.getBeanNames(SessionStore.class)
				.containsExactly("own"));
	}

	@Test
	void whenAnotherStoreIsSelectedThenThereIsNoStore() {
		this.connected.withPropertyValues("getty.connect.session.shared.store=jdbc")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("connect-api-jdbc is not on the class path"));
	}

}

package io.github.connectapi.integration.operations;

import java.util.Locale;

import javax.sql.DataSource;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.data.redis.connection.RedisConnectionFactory;

import io.github.connectapi.autoconfigure.GettyConnectAutoConfiguration;
import io.github.connectapi.autoconfigure.diagnostics.ConnectStartupException;
import io.github.connectapi.jdbc.autoconfigure.JdbcSessionStoreAutoConfiguration;
import io.github.connectapi.redis.autoconfigure.RedisSessionStoreAutoConfiguration;
import io.github.connectapi.store.SessionStore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

/**
 * Tests with the modules of both stores on the class path.
 */
class BothStoresTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(GettyConnectAutoConfiguration.class,
				JdbcSessionStoreAutoConfiguration.class, RedisSessionStoreAutoConfiguration.class))
		.withPropertyValues("getty.connect.system-id=1", "getty.connect.system-password=password",
				"getty.connect.user-name=user", "getty.connect.user-password=password",
				"getty.connect.session.shared.enabled=true");

	@ParameterizedTest
	@EnumSource
	void whenNoStoreIsSelectedThenTheActionNamesTheProperty(Connections connections) {
		connections.addTo(this.runner)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOfSatisfying(ConnectStartupException.class,
						(ex) -> assertThat(ex.problems()).singleElement().satisfies((problem) -> {
							assertThat(problem.reason())
								.endsWith("both connect-api-redis and connect-api-jdbc are on the class path");
							assertThat(problem.action())
								.startsWith("Set getty.connect.session.shared.store to redis or jdbc");
						})));
	}

	@ParameterizedTest
	@ValueSource(strings = { "redis", "jdbc" })
	void whenAStoreIsSelectedThenItIsUsed(String selected) {
		Connections.BOTH.addTo(this.runner)
			.withPropertyValues("getty.connect.session.shared.store=" + selected)
			.run((context) -> assertThat(context).hasNotFailed()
				.getBean(SessionStore.class)
				.extracting((store) -> store.getClass().getSimpleName().toLowerCase(Locale.ROOT))
				.isEqualTo(selected + "sessionstore"));
	}

	@ParameterizedTest
	@EnumSource
	void whenTheApplicationHasAStoreThenItIsUsed(Connections connections) {
		connections.addTo(this.runner)
			.withBean("own", SessionStore.class, () -> mock(SessionStore.class))
			.run((context) -> assertThat(context).hasNotFailed()
				.getBeanNames(SessionStore.class)
				.containsExactly("own"));
	}

	/**
	 * The connections that the application has.
	 */
	enum Connections {

		NONE, REDIS, DATABASE, BOTH;

		ApplicationContextRunner addTo(ApplicationContextRunner runner) {
			ApplicationContextRunner result = runner;
			if (this == REDIS || this == BOTH) {
				result = result.withBean(RedisConnectionFactory.class, () -> mock(RedisConnectionFactory.class));
			}
			if (this == DATABASE || this == BOTH) {
				result = result.withBean(DataSource.class, () -> mock(DataSource.class));
			}
			return result;
		}

	}

}

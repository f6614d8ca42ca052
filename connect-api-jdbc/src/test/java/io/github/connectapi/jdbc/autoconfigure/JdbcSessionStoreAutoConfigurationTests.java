package io.github.connectapi.jdbc.autoconfigure;

import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import javax.sql.DataSource;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.init.DataSourceScriptDatabaseInitializer;
import org.springframework.boot.sql.init.DatabaseInitializationSettings;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import io.github.connectapi.autoconfigure.GettyConnectAutoConfiguration;
import io.github.connectapi.jdbc.JdbcSessionStore;
import io.github.connectapi.session.ConnectSessionManager;
import io.github.connectapi.store.InMemorySessionStore;
import io.github.connectapi.store.SessionStore;
import io.github.connectapi.test.junit.FakeConnectExtension;
import io.github.connectapi.test.FakeConnectServer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link JdbcSessionStoreAutoConfiguration}.
 */
@ExtendWith(OutputCaptureExtension.class)
class JdbcSessionStoreAutoConfigurationTests {

	private static final String SCRIPT = "io/github/connectapi/jdbc/schema-h2.sql";

	@RegisterExtension
	static final FakeConnectExtension connect = new FakeConnectExtension();

	private final FakeConnectServer server = connect.server();

	private final String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(GettyConnectAutoConfiguration.class,
				JdbcSessionStoreAutoConfiguration.class, DataSourceAutoConfiguration.class))
		.withPropertyValues(this.server.properties()
			.entrySet()
			.stream()
			.map((entry) -> entry.getKey() + "=" + entry.getValue())
			.toArray(String[]::new))
		.withPropertyValues("spring.datasource.url=" + this.url);

	private final ApplicationContextRunner sharing = shared(this.runner, "enabled=true",
			"secret=0123456789abcdef0123456789abcdef", "timeout=20s", "connect-timeout=20s");

	private final ApplicationContextRunner creating = shared(this.sharing, "jdbc.initialize-schema=always");

	@Test
	void whenSharingIsOffThenThereIsNoStore() {
		shared(this.runner, "jdbc.initialize-schema=always").run((context) -> {
			assertThat(context).hasNotFailed()
				.doesNotHaveBean(SessionStore.class)
				.doesNotHaveBean(SessionTableInitializer.class);
			assertThat(tables(context)).isZero();
		});
	}

	@Test
	void whenTheTableIsCreatedThenTwoApplicationsLogInOnce() {
		this.creating.run((one) -> this.creating.run((two) -> {
			assertThat(one).hasSingleBean(JdbcSessionStore.class);
			assertThat(token(one)).isEqualTo(token(two));
			assertThat(this.server.requests()).hasSize(1);
			assertThat(one.getBeanFactory().getDependentBeans("dataSource")).contains("gettyConnectJdbcSessionStore");
		}));
	}

	@Test
	void whenTheTableIsMissingThenTheLogNamesTheScriptAndThereIsASession(CapturedOutput output) {
		this.sharing.run((context) -> {
			assertThat(tables(context)).isZero();
			assertThat(token(context)).isNotEmpty();
			assertThat(output).containsOnlyOnce("Connect session store does not respond")
				.contains("create it with schema-h2.sql");
		});
	}

	@Test
	void whenAnotherInitializerCreatesTheTableThenTheStoreIsCreatedAfterIt() {
		this.sharing.withBean("migration", DataSourceScriptDatabaseInitializer.class, () -> {
			DatabaseInitializationSettings settings = new DatabaseInitializationSettings();
			settings.setSchemaLocations(List.of("classpath:" + SCRIPT));
			return new DataSourceScriptDatabaseInitializer(new DriverManagerDataSource(this.url), settings);
		})
			.run((context) -> assertThat(
					context.getBeanFactory().getDependenciesForBean("gettyConnectJdbcSessionStore"))
				.contains("migration"));
	}

	@Test
	void whenTheDatabaseCannotBeReachedThenTheApplicationStarts(CapturedOutput output) {
		this.creating
			.withPropertyValues("spring.datasource.url=jdbc:h2:tcp://127.0.0.1:1/store",
					"spring.datasource.hikari.connection-timeout=250")
			.run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(token(context)).isNotEmpty();
				assertThat(output).containsOnlyOnce("Connect session store does not respond")
					.contains("the database cannot be reached");
			});
	}

	@Test
	void whenTheTableCannotBeCreatedThenTheProblemNamesTheProperty() {
		restricted(this.creating).run((context) -> assertThat(context).getFailure()
			.rootCause()
			.hasMessageContaining("The table getty_connect_session cannot be created (SQL state 90096)"));
	}

	@Test
	void whenTheUserHasNoRightsThenTheLogNamesThem(CapturedOutput output) {
		this.creating.run((owner) -> restricted(this.sharing).run((context) -> {
			assertThat(token(context)).isNotEmpty();
			assertThat(output).contains("grant select, insert and update on getty_connect_session")
				.doesNotContain("canary-7");
		}));
	}

	@Test
	void whenTheTableExistsThenAUserWithoutTheRightToCreateItCanStart() {
		this.creating.run((owner) -> {
			ApplicationContextRunner user = restricted(this.creating);
			new JdbcTemplate(owner.getBean(DataSource.class))
				.execute("grant select, insert, update on getty_connect_session to restricted");
			user.run((context) -> assertThat(token(context)).isEqualTo(token(owner)));
		});
	}

	private ApplicationContextRunner restricted(ApplicationContextRunner runner) {
		new JdbcTemplate(new DriverManagerDataSource(this.url, "sa", ""))
			.execute("create user restricted password 'canary-7'");
		// Only an administrator may set DB_CLOSE_DELAY.
		return runner.withPropertyValues("spring.datasource.url=" + this.url.split(";")[0],
				"spring.datasource.username=restricted", "spring.datasource.password=canary-7");
	}

	@Test
	void whenThereIsNoDataSourceThenTheActionNamesTheStarter() {
		new ApplicationContextRunner()
			.withConfiguration(
					AutoConfigurations.of(GettyConnectAutoConfiguration.class, JdbcSessionStoreAutoConfiguration.class))
			.withPropertyValues("getty.connect.session.shared.enabled=true")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("there is no bean of type DataSource"));
	}

	@Test
	void whenThereAreTwoDataSourcesThenTheProblemNamesThem() {
		two(false).run((context) -> assertThat(context).getFailure()
			.rootCause()
			.hasMessageContaining("several beans of type DataSource (one, two)"));
	}

	@Test
	void whenOneOfTwoDataSourcesIsPrimaryThenItIsUsed() {
		two(true).run((context) -> assertThat(context.getBeanFactory().getDependentBeans("two"))
			.contains("gettyConnectJdbcSessionStore"));
	}

	private ApplicationContextRunner two(boolean primary) {
		return this.sharing.withBean("one", DataSource.class, () -> new DriverManagerDataSource(this.url))
			.withBean("two", DataSource.class, () -> new DriverManagerDataSource(this.url),
					(definition) -> definition.setPrimary(primary));
	}

	@Test
	void whenTheApplicationHasAStoreThenItIsUsed() {
		this.creating.withBean("own", SessionStore.class, () -> new InMemorySessionStore(InstantSource.system()))
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(SessionTableInitializer.class)
				.getBeanNames(SessionStore.class)
				.containsExactly("own"));
	}

	@Test
	void whenBootsJdbcSupportIsAbsentThenTheStoreIsConfigured() {
		new ApplicationContextRunner()
			.withConfiguration(
					AutoConfigurations.of(GettyConnectAutoConfiguration.class, JdbcSessionStoreAutoConfiguration.class))
			.withPropertyValues("getty.connect.session.shared.enabled=true", "getty.connect.system-id=a",
					"getty.connect.system-password=b", "getty.connect.user-name=c", "getty.connect.user-password=d")
			.withBean(DataSource.class, () -> new DriverManagerDataSource(this.url))
			.withClassLoader(new FilteredClassLoader("org.springframework.boot.jdbc", "org.springframework.boot.sql"))
			.run((context) -> assertThat(context).hasSingleBean(JdbcSessionStore.class));
	}

	@ParameterizedTest
	@ValueSource(strings = { "redis", "REDIS" })
	void whenAnotherStoreIsSelectedThenThereIsNoStore(String store) {
		shared(this.sharing, "store=" + store).run((context) -> assertThat(context).getFailure()
			.rootCause()
			.hasMessageContaining("connect-api-redis is not on the class path"));
	}

	private static ApplicationContextRunner shared(ApplicationContextRunner runner, String... settings) {
		return runner.withPropertyValues(
				Stream.of(settings).map((setting) -> "getty.connect.session.shared." + setting).toArray(String[]::new));
	}

	private static Integer tables(BeanFactory context) {
		return new JdbcTemplate(context.getBean(DataSource.class)).queryForObject(
				"select count(*) from information_schema.tables where table_name = 'GETTY_CONNECT_SESSION'",
				Integer.class);
	}

	private static String token(BeanFactory context) {
		return context.getBean(ConnectSessionManager.class).getSession().token().reveal();
	}

}
